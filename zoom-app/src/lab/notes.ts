import type { Answered, CommandInput } from '@telaio/shared/lab'
import type { Waiting } from '@telaio/shared/client'
import type { Items, NoteItem, ShownAnswer, ZoneItem } from '@telaio/shared/view'

/** Where notes stand: a zone of a group, in a meeting. */
export interface Place {
  readonly meeting: number
  /** `g3`, `x2-3` or `all`. */
  readonly group: string
  readonly zone: string
}

/** A note as a panel shows it: what the server has, with what still waits here laid over it. */
export interface ShownNote {
  /** Of the contribution; of the command, while it waits. */
  readonly id: string
  readonly answer: ShownAnswer
  readonly lane: string | null
  readonly at: string
  readonly mine: boolean
  readonly private: boolean
  readonly anonymous: boolean
  readonly shared: boolean
  readonly late: boolean
  readonly edited: boolean
  readonly hidden: boolean
  readonly group: string
  readonly author: { readonly name: string; readonly sector: string | null } | null
  /** `waiting`: written here, not yet with the server · `changing`: there, with a change of mine under way. */
  readonly state: 'there' | 'waiting' | 'changing'
}

/** A command that was answered, until the view shows what it did. */
export interface Settling {
  readonly waiting: Waiting
  readonly answer: Answered
}

/** Commands of mine that the view does not show yet, oldest first. */
export interface Pending {
  readonly waiting: readonly Waiting[]
  readonly settling: readonly Settling[]
}

const commandsOf = ({ waiting, settling }: Pending): CommandInput[] => [
  ...settling.map((one) => one.waiting.command),
  ...waiting.filter((one) => !one.refused).map((one) => one.command),
]

const isIn = (note: { meeting: number; zone: string; group?: string | undefined }, place: Place): boolean =>
  note.meeting === place.meeting && note.zone === place.zone && note.group === place.group

/** The notes of a place, mine among them, in the order in which they were written. Ballots are not notes. */
export function notesIn(items: Items, pending: Pending, place: Place): ShownNote[] {
  const commands = commandsOf(pending)
  const edits = new Map<string, ShownAnswer>()
  const revealed = new Set<string>()
  const gone = new Set<string>()
  for (const command of commands) {
    if (command.type === 'editContribution') edits.set(command.contribution, command.answer)
    if (command.type === 'withdrawContribution') gone.add(command.contribution)
    if (command.type === 'revealNotes') for (const id of command.contributions ?? []) revealed.add(id)
  }
  const there = new Map<string, NoteItem>()
  for (const note of Object.values(items.notes)) if (isIn(note, place)) there.set(note.id, note)
  for (const note of Object.values(items.mine))
    if (isIn(note, place) && !('dots' in note.answer) && !('scores' in note.answer) && !('choice' in note.answer)) there.set(note.id, note)
  const shown = [...there.values()]
    .filter((note) => !gone.has(note.id))
    .map((note): ShownNote => {
      const own = items.mine[note.id]
      const edit = edits.get(note.id)
      return {
        id: note.id,
        answer: edit ?? note.answer,
        lane: note.lane,
        at: note.at,
        mine: own !== undefined,
        private: (own?.private ?? false) && !revealed.has(note.id),
        anonymous: note.anonymous,
        shared: note.shared,
        late: note.late,
        edited: note.editedAt !== null || edit !== undefined,
        hidden: note.hidden ?? false,
        group: note.group,
        author: own ? null : authorOf(items, note.id),
        state: edit || revealed.has(note.id) ? 'changing' : 'there',
      }
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  return [...shown, ...pendingNotes(items, pending, place)]
}

function pendingNotes(items: Items, { waiting, settling }: Pending, place: Place): ShownNote[] {
  // the feed may be quicker than the answer, and an answer than the outbox's own list
  const arrived = new Set([...Object.values(items.mine).map((note) => note.command), ...settling.map((one) => one.waiting.id)])
  const written = [
    ...settling.flatMap(({ waiting: one, answer }) =>
      typeof answer['contribution'] === 'string' && items.mine[answer['contribution']]
        ? []
        : [{ command: one.command, state: 'there' as const }],
    ),
    ...waiting.filter((one) => !one.refused && !arrived.has(one.id)).map(({ command }) => ({ command, state: 'waiting' as const })),
  ]
  return written.flatMap(({ command, state }) => {
    if (command.type !== 'contribute' || !isIn({ ...command, group: command.group ?? 'all' }, place)) return []
    const { id, answer, lane, writtenAt, anonymous, private: unseen } = command
    if (answer.type === 'votes' || answer.type === 'rating' || answer.type === 'consent') return []
    return [
      {
        id,
        answer,
        lane: lane ?? null,
        at: writtenAt ?? '',
        mine: true,
        private: unseen ?? false,
        anonymous: anonymous !== undefined,
        shared: false,
        late: false,
        edited: false,
        hidden: false,
        group: place.group,
        author: null,
        state,
      },
    ]
  })
}

/** A name by one's own group or by consent; the sector where only that may be known. */
export function authorOf(items: Items, id: string): ShownNote['author'] {
  const author = items.authors[id]
  if (author) return { name: author.name ?? '', sector: author.sector }
  const person = items.groupAuthors[id]?.person
  if (!person) return null
  const companion = Object.values(items.companions).find((one) => one.person === person)
  return companion ? { name: companion.name, sector: companion.sector } : null
}

/** Notes of other groups in a zone that were shown to everybody. */
export const sharedElsewhere = (items: Items, place: Place): NoteItem[] =>
  Object.values(items.notes).filter(
    (note) => note.meeting === place.meeting && note.zone === place.zone && note.group !== place.group && note.shared,
  )

/** Every note of a zone that I can read, whatever its group: what votes and ratings are about, what a later zone starts from. */
export const readableIn = (items: Items, zone: string): NoteItem[] => readable(items, (note) => note.zone === zone)

function readable(items: Items, isAsked: (note: NoteItem) => boolean): NoteItem[] {
  const found = new Map<string, NoteItem>()
  for (const note of Object.values(items.notes)) if (isAsked(note)) found.set(note.id, note)
  for (const note of Object.values(items.mine)) if (isAsked(note) && !note.private) found.set(note.id, note)
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** What a ballot is about: every note that I can read of its zone, or of those chosen for it; where one group votes alone, that group's. */
export const votedOn = (items: Items, { voters, voteNotes }: Pick<ZoneItem, 'voters' | 'voteNotes'>, on: string): NoteItem[] =>
  (voteNotes ? readable(items, ({ id }) => voteNotes.includes(id)) : readableIn(items, on)).filter(
    (note) => voters === undefined || voters === (note.group.startsWith('g') ? note.group : `m${note.meeting}/${note.group}`),
  )

/** How many notes of others nobody sees yet: mine are left out of the count. */
export function stillPrivate(items: Items, place: Place): number {
  const count = items.unrevealed[`m${place.meeting}/${place.group}/${place.zone}`]?.count ?? 0
  const mine = Object.values(items.mine).filter((note) => isIn(note, place) && note.private).length
  return Math.max(0, count - mine)
}
