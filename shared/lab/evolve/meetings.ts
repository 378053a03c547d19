import type { BlockRun, Lab, Meeting } from '../lab.ts'
import type { Evolvers } from './evolvers.ts'

const changeMeeting = (lab: Lab, number: number, patch: (meeting: Meeting) => Partial<Meeting>): Lab => {
  const meeting = lab.meetings[number]
  return meeting ? { ...lab, meetings: { ...lab.meetings, [number]: { ...meeting, ...patch(meeting) } } } : lab
}
const changeRun = (lab: Lab, number: number, block: string, patch: (run: BlockRun) => Partial<BlockRun>): Lab =>
  changeMeeting(lab, number, (meeting) => {
    const run = meeting.runs[block]
    return run ? { runs: { ...meeting.runs, [block]: { ...run, ...patch(run) } } } : {}
  })

const planned = (number: number): Meeting => ({
  number,
  status: 'planned',
  date: null,
  time: null,
  zoomLink: null,
  current: null,
  runs: {},
  openedAt: null,
  closedAt: null,
  planRev: 0,
  duties: {},
})

export const meetings = {
  labCreated: (lab, { body, at }) => ({
    ...lab,
    id: body.lab,
    title: body.title,
    language: body.language,
    timeZone: body.timeZone,
    kit: body.kit,
    createdAt: at,
    meetings: Object.fromEntries(body.kit.meetings.map((meeting) => [meeting.number, planned(meeting.number)])),
  }),
  labChanged: (lab, { body }) => ({
    ...lab,
    title: body.title ?? lab.title,
    language: body.language ?? lab.language,
    timeZone: body.timeZone ?? lab.timeZone,
  }),
  labArchived: (lab) => ({ ...lab, archived: true }),
  labReopened: (lab) => ({ ...lab, archived: false }),
  noticeSet: (lab, { body }) => ({ ...lab, notice: body.notice }),
  joinLinkChanged: (lab, { body }) => ({ ...lab, joinLink: body.version }),

  meetingScheduled: (lab, { body }) =>
    changeMeeting(lab, body.meeting, (meeting) => ({
      date: body.date ?? meeting.date,
      time: body.time ?? meeting.time,
      zoomLink: body.zoomLink === undefined ? meeting.zoomLink : body.zoomLink,
    })),
  meetingPlanned: (lab, { body: { plan }, seq }) =>
    changeMeeting(
      { ...lab, kit: { ...lab.kit, meetings: lab.kit.meetings.map((one) => (one.number === plan.number ? plan : one)) } },
      plan.number,
      () => ({ planRev: seq }),
    ),
  finalCanvasPlanned: (lab, { body: { blocks }, seq }) => ({
    ...lab,
    kit: { ...lab.kit, finalCanvas: { ...lab.kit.finalCanvas, blocks } },
    finalCanvasRev: seq,
  }),
  dutiesSet: (lab, { body }) => changeMeeting(lab, body.meeting, () => ({ duties: body.duties })),
  meetingOpened: (lab, { body, at }) =>
    changeMeeting(lab, body.meeting, (meeting) => ({ status: 'open', openedAt: meeting.openedAt ?? at })),
  meetingClosed: (lab, { body, at }) => changeMeeting(lab, body.meeting, () => ({ status: 'closed', current: null, closedAt: at })),
  blockStarted: (lab, { body, at }) =>
    changeMeeting(lab, body.meeting, (meeting) => ({
      current: body.block,
      runs: {
        ...meeting.runs,
        [body.block]: { status: 'running', startedAt: at, pausedAt: null, pausedMs: 0, length: body.length, extended: 0 },
      },
    })),
  blockPaused: (lab, { body, at }) => changeRun(lab, body.meeting, body.block, () => ({ status: 'paused', pausedAt: at })),
  blockResumed: (lab, { body }) =>
    changeRun(lab, body.meeting, body.block, () => ({ status: 'running', pausedAt: null, pausedMs: body.pausedMs })),
  blockExtended: (lab, { body }) => changeRun(lab, body.meeting, body.block, (run) => ({ extended: run.extended + body.by })),
  blockEnded: (lab, { body, at }) =>
    changeRun(
      changeMeeting(lab, body.meeting, (meeting) => (meeting.current === body.block ? { current: null } : {})),
      body.meeting,
      body.block,
      (run) => ({
        status: 'ended',
        pausedAt: null,
        // a pause that nobody ended lasted until now
        pausedMs: run.pausedMs + (run.pausedAt === null ? 0 : Math.max(0, Date.parse(at) - Date.parse(run.pausedAt))),
        endedAt: at,
      }),
    ),
} satisfies Partial<Evolvers>
