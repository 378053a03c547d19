import { type Drive, driveOf } from '@telaio/shared/conduct'
import type { MeetingItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'

/** Who is in the lead, and whether the driving controls are mine. */
export function useDrive(meeting: MeetingItem): Drive {
  const lab = useLab()
  return driveOf(meeting, lab.me.value, lab.items.people.value, lab.presence.value)
}
