import { later } from './later.tsx'
import { NoteEditor } from './later-editor.ts'

/** Voting, the way through the lab, what is said to rooms, "me", what goes wrong: not in sight when the panel opens. */
export const Ballot = later(async () => (await import('./ballots/ballot.tsx')).Ballot)
export const PathView = later(async () => (await import('./path/path-view.tsx')).PathView)
export const PickingUp = later(async () => (await import('./path/picking-up.tsx')).PickingUp)
export const Messages = later(async () => (await import('./voices/index.ts')).Messages)
export const Summaries = later(async () => (await import('./voices/index.ts')).Summaries, false)
export const SortBy = later(async () => (await import('./voices/index.ts')).SortBy, false)
export const MoveButtons = later(async () => (await import('./voices/index.ts')).MoveButtons)
export const Me = later(async () => (await import('./me.tsx')).Me)
export const Refused = later(async () => (await import('./refused.tsx')).Refused)
export const StartFrom = later(async () => (await import('./start-from.tsx')).StartFrom)
export const HelpDialog = later(async () => (await import('./help-dialog.tsx')).HelpDialog)
export const HelpCalls = later(async () => (await import('./help-dialog.tsx')).HelpCalls)
export const BindCard = later(async () => (await import('./rooms/bind-card.tsx')).BindCard)
export const ArrivalsCard = later(async () => (await import('./rooms/arrivals-card.tsx')).ArrivalsCard)
export const RoomCard = later(async () => (await import('./rooms/room-card.tsx')).RoomCard)
export const HostCard = later(async () => (await import('./rooms/host-card.tsx')).HostCard)

/** Fetches them once the panel stands. */
export const fetchParts = (): void => {
  for (const part of [
    Ballot,
    PathView,
    PickingUp,
    Messages,
    Summaries,
    SortBy,
    MoveButtons,
    Me,
    Refused,
    NoteEditor,
    StartFrom,
    HelpDialog,
    RoomCard,
  ])
    part.fetch()
}
