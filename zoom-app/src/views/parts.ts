import { later } from './later.tsx'

/** Voting, the way through the lab, and "me": not in sight when the panel opens. */
export const Ballot = later(async () => (await import('./ballots/ballot.tsx')).Ballot)
export const PathView = later(async () => (await import('./path/path-view.tsx')).PathView)
export const PickingUp = later(async () => (await import('./path/picking-up.tsx')).PickingUp)
export const Messages = later(async () => (await import('./voices/index.ts')).Messages)
export const Summaries = later(async () => (await import('./voices/index.ts')).Summaries)
export const SortBy = later(async () => (await import('./voices/index.ts')).SortBy)
export const MoveButtons = later(async () => (await import('./voices/index.ts')).MoveButtons)
export const Me = later(async () => (await import('./me.tsx')).Me)

/** Fetches them once the panel stands. */
export const fetchParts = (): void => {
  for (const part of [Ballot, PathView, PickingUp, Me, Messages, Summaries, SortBy, MoveButtons]) part.fetch()
}
