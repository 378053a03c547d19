import { boardOf } from '../board.ts'
import { goesOnAfter } from '../clock.ts'
import type { NewEvent } from '../events.ts'
import type { Lab } from '../lab.ts'
import { meetingArea } from '../places.ts'
import { accept, reject } from '../rejection.ts'
import type { Instant } from '../time.ts'
import type { Deciders } from './context.ts'

/** The lab itself, its meetings and their clock. */
export const labDeciders = {
  changeLab: (_lab, { title, language, timeZone }) => {
    const body = {
      ...(title === undefined ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      ...(timeZone === undefined ? {} : { timeZone }),
    }
    return Object.keys(body).length === 0 ? reject('nothing_to_do') : accept({ events: [{ type: 'labChanged', body }] })
  },
  archiveLab: (lab) => (lab.archived ? reject('lab_archived') : accept({ events: [{ type: 'labArchived', body: {} }] })),
  reopenLab: (lab) => (lab.archived ? accept({ events: [{ type: 'labReopened', body: {} }] }) : reject('nothing_to_do')),
  // no event: the log itself goes (the backend deletes it once this is accepted)
  deleteLab: (lab, { title }) => (title.trim() === lab.title.trim() ? accept({ events: [] }) : reject('title_differs', 'title')),
  setNotice: (_lab, { notice }) => accept({ events: [{ type: 'noticeSet', body: { notice } }] }),
  setJoinLink: (lab, { open }, { now }) => {
    if (!open)
      return lab.joinLink === null ? reject('nothing_to_do') : accept({ events: [{ type: 'joinLinkChanged', body: { version: null } }] })
    if (!lab.notice) return reject('notice_missing')
    // the moment as version: a link that was closed never opens again by being counted up to
    return accept({ events: [{ type: 'joinLinkChanged', body: { version: Date.parse(now) } }] })
  },

  scheduleMeeting: (lab, { meeting, date, time, zoomLink }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    const body = {
      meeting,
      ...(date === undefined ? {} : { date }),
      ...(time === undefined ? {} : { time }),
      ...(zoomLink === undefined ? {} : { zoomLink }),
    }
    return Object.keys(body).length === 1 ? reject('nothing_to_do') : accept({ events: [{ type: 'meetingScheduled', body }] })
  },
  openMeeting: (lab, { meeting }, { actor }) => {
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status === 'open') return reject('meeting_open', 'meeting', { meeting })
    const other = Object.values(lab.meetings).find((one) => one.status === 'open')
    if (other) return reject('another_meeting_open', 'meeting', { meeting: other.number })
    // whoever opens a meeting drives it
    const driving = actor.person === null ? [] : [{ type: 'driverChanged' as const, body: { meeting, person: actor.person } }]
    return accept({ events: [{ type: 'meetingOpened', body: { meeting } }, ...driving] })
  },
  closeMeeting: (lab, { meeting }) => {
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const ending = found.current === null ? [] : [{ type: 'blockEnded' as const, body: { meeting, block: found.current } }]
    return accept({ events: [...ending, { type: 'meetingClosed', body: { meeting } }, ...refill(lab, meeting)] })
  },
  startBlock: (lab, { meeting, block }, { now }) => start(lab, meeting, block, now),
  nextBlock: (lab, { meeting }, { now }) => {
    const agenda = lab.kit.meetings.find((one) => one.number === meeting)?.agenda ?? []
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    const last = found.current ?? [...agenda].reverse().find((one) => found.runs[one.id])?.id
    const next = agenda[agenda.findIndex((one) => one.id === last) + 1]
    if (next) return start(lab, meeting, next.id, now)
    return found.current === null
      ? reject('nothing_to_do')
      : accept({ events: [{ type: 'blockEnded', body: { meeting, block: found.current } }] })
  },
  pauseBlock: (lab, { meeting }) => {
    const found = lab.meetings[meeting]
    const run = found?.current ? found.runs[found.current] : undefined
    if (!found?.current || run?.status !== 'running') return reject('block_not_running', 'meeting', { meeting })
    return accept({ events: [{ type: 'blockPaused', body: { meeting, block: found.current } }] })
  },
  resumeBlock: (lab, { meeting }, { now }) => {
    const found = lab.meetings[meeting]
    const run = found?.current ? found.runs[found.current] : undefined
    if (!found?.current || run?.status !== 'paused' || run.pausedAt === null) return reject('block_not_paused', 'meeting', { meeting })
    const pausedMs = run.pausedMs + Math.max(0, Date.parse(now) - Date.parse(run.pausedAt))
    return accept({ events: [{ type: 'blockResumed', body: { meeting, block: found.current, pausedMs } }] })
  },
  extendBlock: (lab, { meeting, minutes }) => {
    const found = lab.meetings[meeting]
    const run = found?.current ? found.runs[found.current] : undefined
    if (!found?.current || !run) return reject('block_not_running', 'meeting', { meeting })
    // never below nothing: a block shortened to less than it has lasted is over time, not negative
    const by = Math.max(minutes * 60_000, -(run.length + run.extended))
    if (by === 0) return reject('nothing_to_do', 'minutes')
    return accept({ events: [{ type: 'blockExtended', body: { meeting, block: found.current, by } }] })
  },
} satisfies Partial<Deciders>

/** Boards of later meetings that start from this one and stand already are placed again: what was written here goes on there. */
function refill(lab: Lab, meeting: number): NewEvent[] {
  const fed = new Set(
    lab.kit.meetings
      .filter(({ number }) => number === meeting)
      .flatMap(({ canvas }) => canvas.zones.flatMap(({ leadsTo }) => leadsTo.flatMap((lead) => (lead.to === 'zone' ? [lead.zone] : [])))),
  )
  return lab.kit.meetings.flatMap(({ number, canvas }) => {
    const area = meetingArea(number)
    const placement = lab.placements.get(area)
    const board = boardOf(lab, area)
    const next = number === meeting + 1
    if (number <= meeting || placement?.status !== 'done' || board === undefined || placement.board !== board.id) return []
    return next || canvas.zones.some(({ id }) => fed.has(id))
      ? [{ type: 'placementRequested' as const, body: { area, board: board.id } }]
      : []
  })
}

/** A block started again goes on with what was left of it: back from a wrong step nothing is lost. Where nothing was left it begins anew. */
function start(lab: Lab, meeting: number, block: string, now: Instant): ReturnType<Deciders['startBlock']> {
  const found = lab.meetings[meeting]
  if (!found) return reject('unknown_meeting', 'meeting', { meeting })
  if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
  const planned = lab.kit.meetings.find((one) => one.number === meeting)?.agenda.find((one) => one.id === block)
  if (!planned) return reject('unknown_block', 'block', { block })
  if (found.current === block) return reject('nothing_to_do', 'block')
  const ending = found.current === null ? [] : [{ type: 'blockEnded' as const, body: { meeting, block: found.current } }]
  const length = planned.minutes * 60_000
  const pausedMs = goesOnAfter(found.runs[block], length, now)
  const body = { meeting, block, length, ...(pausedMs === null ? {} : { pausedMs }) }
  return accept({ events: [...ending, { type: 'blockStarted', body }] })
}
