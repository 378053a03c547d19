import { boardInUse } from '../board.ts'
import { type BlockRun, kitMeeting, type Lab, type Meeting } from '../lab.ts'
import { endAttended, regrouped } from './attended.ts'
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

/** What people wrote on the board itself is to be read, now that they have stopped writing. */
function readSoon(lab: Lab, meeting: number, at: string): Lab {
  const board = boardInUse(lab, meeting)
  return board ? { ...lab, boards: lab.boards.set(board.id, { ...board, readDue: at }) } : lab
}

const isForWriting = (lab: Lab, meeting: number, block: string): boolean =>
  (kitMeeting(lab, meeting)?.agenda.find(({ id }) => id === block)?.zones.length ?? 0) > 0

const planned = (number: number): Meeting => ({
  number,
  status: 'planned',
  date: null,
  time: null,
  zoomLink: null,
  current: null,
  runs: {},
  driver: null,
  openedAt: null,
  closedAt: null,
  planRev: 0,
  duties: {},
})

/** Whoever may conduct no more drives no more; the next who acts does. */
export const withoutDriver = (lab: Lab, person: string): Lab =>
  Object.values(lab.meetings).reduce(
    (state, { number, driver }) => (driver === person ? changeMeeting(state, number, () => ({ driver: null })) : state),
    lab,
  )

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
  meetingClosed: (lab, { body, at }) =>
    readSoon(
      endAttended(
        changeMeeting(lab, body.meeting, () => ({ status: 'closed', current: null, driver: null, closedAt: at })),
        body.meeting,
        at,
      ),
      body.meeting,
      at,
    ),
  driverChanged: (lab, { body }) => changeMeeting(lab, body.meeting, () => ({ driver: body.person })),
  blockStarted: (lab, { body, at }) =>
    regrouped(
      changeMeeting(lab, body.meeting, (meeting) => {
        const before = body.pausedMs === undefined ? undefined : meeting.runs[body.block]
        return {
          current: body.block,
          runs: {
            ...meeting.runs,
            [body.block]: {
              status: 'running',
              startedAt: before?.startedAt ?? at,
              pausedAt: null,
              pausedMs: body.pausedMs ?? 0,
              length: body.length,
              extended: before?.extended ?? 0,
              endedAt: null,
            },
          },
        }
      }),
      at,
    ),
  blockPaused: (lab, { body, at }) => changeRun(lab, body.meeting, body.block, () => ({ status: 'paused', pausedAt: at })),
  blockResumed: (lab, { body }) =>
    changeRun(lab, body.meeting, body.block, () => ({ status: 'running', pausedAt: null, pausedMs: body.pausedMs })),
  blockExtended: (lab, { body }) => changeRun(lab, body.meeting, body.block, (run) => ({ extended: run.extended + body.by })),
  blockEnded: (lab, { body, at }) => {
    const ended = changeRun(
      changeMeeting(lab, body.meeting, (meeting) => (meeting.current === body.block ? { current: null } : {})),
      body.meeting,
      body.block,
      // a block that was paused ran no longer than that
      (run) => ({ status: 'ended', pausedAt: null, endedAt: run.pausedAt ?? at }),
    )
    return isForWriting(lab, body.meeting, body.block) ? readSoon(ended, body.meeting, at) : ended
  },
} satisfies Partial<Evolvers>
