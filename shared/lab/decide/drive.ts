import type { AnyCommandType, DecidableOf } from '../commands.ts'
import type { Lab } from '../lab.ts'
import { isDriving } from '../permissions.ts'
import { accept, reject, type Result } from '../rejection.ts'
import { type Actor, CONDUCTORS } from '../roles.ts'
import { activePerson, type Deciders, type Decision } from './context.ts'

/** The meeting that a command drives; undefined for commands that drive none, and for meetings that are not open. */
function drivenBy(lab: Lab, command: DecidableOf<AnyCommandType>) {
  if (!isDriving(command.type) || !('meeting' in command) || typeof command.meeting !== 'number') return undefined
  const meeting = lab.meetings[command.meeting]
  return meeting?.status === 'open' ? meeting : undefined
}

/** One person drives a meeting: commands that drive are refused to everybody else, whatever they see (rule LD1). */
export function refusedToDrive(lab: Lab, command: DecidableOf<AnyCommandType>, actor: Actor): ReturnType<typeof reject> | null {
  const meeting = drivenBy(lab, command)
  if (!meeting || meeting.driver === null || meeting.driver === actor.person) return null
  return reject('driven_by_other', 'meeting', { meeting: meeting.number, person: meeting.driver })
}

/** Where nobody drives, the first who does is the driver from then on (rule LD2). */
export function withDriver(lab: Lab, command: DecidableOf<AnyCommandType>, { person }: Actor, decided: Result<Decision>): Result<Decision> {
  const meeting = drivenBy(lab, command)
  // a meeting that closes is driven by nobody, and the wheel that is handed on goes to somebody else
  if (!meeting || meeting.driver !== null || person === null || !decided.ok) return decided
  if (command.type === 'closeMeeting' || command.type === 'handDrive') return decided
  const { events } = decided.value
  if (events.length === 0) return decided
  return accept({ ...decided.value, events: [{ type: 'driverChanged', body: { meeting: meeting.number, person } }, ...events] })
}

/** Who drives a meeting: taken, or handed on. */
export const driveDeciders = {
  takeDrive: (lab, { meeting, from }, { actor }) => {
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    if (found.driver === actor.person || actor.person === null) return reject('nothing_to_do', 'meeting')
    // where nobody drives any more there is nobody to be told of
    if (found.driver !== null && found.driver !== from) return reject('driver_changed', 'from', { meeting, person: found.driver })
    return accept({ events: [{ type: 'driverChanged', body: { meeting, person: actor.person } }] })
  },
  handDrive: (lab, { meeting, to }) => {
    const found = lab.meetings[meeting]
    if (!found) return reject('unknown_meeting', 'meeting', { meeting })
    if (found.status !== 'open') return reject('meeting_not_open', 'meeting', { meeting })
    if (found.driver === to) return reject('nothing_to_do', 'to')
    if (to !== null) {
      const person = activePerson(lab, to)
      if (!person) return reject('unknown_person', 'to')
      if (!person.roles.some((role) => CONDUCTORS.includes(role))) return reject('cannot_drive', 'to')
    }
    return accept({ events: [{ type: 'driverChanged', body: { meeting, person: to } }] })
  },
} satisfies Partial<Deciders>
