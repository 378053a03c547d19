import type { LabEvent } from '../events.ts'
import type { Lab } from '../lab.ts'

/** A note counts once its meeting was closed. */
const heldMeeting = (lab: Lab, contribution: string): boolean => {
  const note = lab.contributions.get(contribution)
  return note !== undefined && lab.meetings[note.meeting]?.closedAt != null
}

/** True where the event may have changed what a meeting starts from. `lab` is the lab after it. */
export function touchesCarry(lab: Lab, event: LabEvent): boolean {
  switch (event.type) {
    case 'meetingClosed':
    case 'meetingOpened':
    case 'meetingPlanned':
    case 'groupsFormed':
    case 'personMoved':
    case 'personErased':
      return true
    case 'contributed':
      // a note that begins from an earlier one says that the earlier one was taken up
      return event.body.derivedFrom !== undefined || heldMeeting(lab, event.body.contribution)
    case 'contributionEdited':
    case 'contributionWithdrawn':
    case 'contributionHidden':
    case 'commitmentSettled': {
      const note = lab.contributions.get(event.body.contribution)
      return note?.derivedFrom != null || heldMeeting(lab, event.body.contribution)
    }
    case 'contributionsRevealed':
    case 'textRedacted':
      return event.body.contributions.some((id) => heldMeeting(lab, id) || lab.contributions.get(id)?.derivedFrom != null)
    default:
      return false
  }
}
