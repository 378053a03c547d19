import {
  DRIFT_MS,
  type DriveNews,
  driveWords,
  type NextStep,
  type RunOfShow,
  type ShownBlock,
  showWords,
  stepWords,
} from '../conduct/index.ts'
import { clockIn } from '../kit/index.ts'
import { elapsed } from '../lab/index.ts'
import { count, say } from './language.ts'

const MINUTE = 60_000

/** `Fine prevista 19:30 · ora si finisce alle 19:42 · 12 min di ritardo`; empty while nothing can be said. */
export function endText({ plannedEnd, end, late }: RunOfShow, zone: string): string {
  if (end === null) return plannedEnd === null ? '' : say(showWords.plannedEnd, { time: clockIn(plannedEnd, zone) })
  if (plannedEnd === null || late === null) return say(showWords.endOnly, { time: clockIn(end, zone) })
  const n = Math.round(Math.abs(late) / MINUTE)
  const drift = Math.abs(late) < DRIFT_MS ? say(showWords.onTime) : say(late > 0 ? showWords.late : showWords.early, { n })
  const parts = [say(showWords.plannedEnd, { time: clockIn(plannedEnd, zone) })]
  if (Math.abs(late) >= DRIFT_MS) parts.push(say(showWords.endNow, { time: clockIn(end, zone) }))
  return [...parts, drift].join(' · ')
}

/** The hour a block began, or is expected to begin, and the hour that was planned where that is another. */
export function blockTimes({ at, planned }: ShownBlock, zone: string): { readonly at: string; readonly planned: string } {
  const shown = at ?? planned
  const isShifted = at !== null && planned !== null && Math.abs(at - planned) >= DRIFT_MS
  return {
    at: shown === null ? '' : clockIn(shown, zone),
    planned: isShifted ? say(showWords.plannedAt, { time: clockIn(planned, zone) }) : '',
  }
}

/** What is left of a block that ran before and is started again, in words; empty where it begins anew. */
export function leftText({ block: { run, minutes } }: ShownBlock): string {
  if (run?.endedAt == null) return ''
  const left = minutes * MINUTE + run.extended - elapsed(run, 0)
  const n = Math.max(1, Math.round(left / MINUTE))
  return left > 0 && n !== minutes ? say(showWords.minutesLeft, { n }) : ''
}

/** One of the next steps in a sentence; `groupName` by a group's id. */
export function stepText(step: NextStep, groupName: (id: string) => string): string {
  switch (step.kind) {
    case 'help':
      return say(stepWords.help, { group: groupName(step.help.group) })
    case 'open-meeting':
      return say(stepWords.openMeeting)
    case 'rooms-open':
      return say(stepWords.roomsOpen, { n: step.rooms, title: say(step.block.title) })
    case 'rooms-close':
      return say(stepWords.roomsClose)
    case 'reveal':
      return count(step.notes, stepWords.revealOne, stepWords.revealMany)
    case 'block':
      return say(step.isDue ? stepWords.blockNow : stepWords.block, { title: say(step.block.title), n: step.block.minutes })
    case 'end-block':
      return say(step.isDue ? stepWords.endBlockNow : stepWords.endBlock)
    case 'close-meeting':
      return say(stepWords.closeMeeting)
  }
}

/** A change of driver in a sentence; `nameOf` by a person's id. */
export function driveNewsText(news: DriveNews, nameOf: (person: string) => string): string {
  if (news.kind === 'mine') return say(driveWords.newsMine)
  if (news.kind === 'free') return say(driveWords.newsFree)
  return say(driveWords.newsOther, { name: nameOf(news.to) || say(driveWords.somebody) })
}
