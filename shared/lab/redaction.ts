import { blankAnswer } from './answer.ts'
import { quotes, wordlessMark } from './board.ts'
import type { EventBody, LabEvent, LabEventOf } from './events.ts'
import { summaryKey } from './voices.ts'

/**
 * The event as it stands in the log after a redaction or an erasure: same `seq`, same shape, without the words. Folding the rewritten log
 * gives the same lab as folding the old one and then the redaction (rule RED2).
 */
export const withoutWords = (event: LabEvent, by: Removal): LabEvent =>
  by.type === 'textRedacted' ? redactEvent(event, by.body) : erasedIn(event, by.body.person)

export type Removal = LabEventOf<'textRedacted'> | LabEventOf<'personErased'>
/** The event of a commit that asks for what stands before it to be rewritten. */
export const removalIn = (events: readonly LabEvent[]): Removal | undefined =>
  events.find((event): event is Removal => event.type === 'textRedacted' || event.type === 'personErased')

/**
 * What the log itself says of a person (profession, territory, when they were there, in whose room they sat) goes with their name; which sector wrote what is
 * the lab's.
 */
function erasedIn(event: LabEvent, person: string): LabEvent {
  if (event.type === 'attendanceSeen')
    return { ...event, body: { ...event.body, seen: event.body.seen.filter((one) => one.person !== person) } }
  if (event.type === 'personSeenIn' && event.body.person === person) return { ...event, body: { ...event.body, group: null } }
  if (event.type === 'roomsReported' && event.body.elsewhere)
    return { ...event, body: { ...event.body, elsewhere: event.body.elsewhere.filter((one) => one.person !== person) } }
  if ((event.type !== 'personAdded' && event.type !== 'personChanged') || event.body.person !== person) return event
  const { profession: _profession, territory: _territory, ...rest } = event.body
  return { ...event, body: rest } as LabEvent
}

export function redactEvent(
  event: LabEvent,
  { contributions, entries, helps, messages = [], summaries = [], themes = [], comments = [] }: EventBody<'textRedacted'>,
): LabEvent {
  switch (event.type) {
    case 'contributed':
    case 'contributionEdited':
      if (!contributions.includes(event.body.contribution)) return event
      return { ...event, body: { ...event.body, answer: blankAnswer(event.body.answer) } } as LabEvent
    case 'notesWritten':
      if (!event.body.notes.some((note) => contributions.includes(note.contribution))) return event
      return {
        ...event,
        body: {
          ...event.body,
          notes: event.body.notes.map((note) =>
            contributions.includes(note.contribution)
              ? { contribution: note.contribution, part: note.part, item: note.item, text: '' }
              : note,
          ),
        },
      }
    case 'itemsPlacing': {
      const { marks } = event.body
      const ids = new Set([...contributions, ...entries])
      if (marks === undefined || !event.body.keys.some((key) => quotes(key, ids))) return event
      return { ...event, body: { ...event.body, marks: event.body.keys.map((key, i) => markIn(key, marks[i] ?? '', ids)) } }
    }
    case 'itemsChanging':
    case 'itemsPlaced': {
      const ids = new Set([...contributions, ...entries])
      if (!event.body.items.some(({ key }) => quotes(key, ids))) return event
      const items = event.body.items.map((one) => ({ ...one, mark: markIn(one.key, one.mark, ids) }))
      return { ...event, body: { ...event.body, items } } as LabEvent
    }
    case 'entryAdded':
      return entries.includes(event.body.entry) ? { ...event, body: { ...event.body, text: '' } } : event
    case 'entryEdited':
      return entries.includes(event.body.entry) && event.body.text !== undefined ? { ...event, body: { ...event.body, text: '' } } : event
    case 'noteSetAside':
      return contributions.includes(event.body.contribution) ? { ...event, body: { ...event.body, reason: '' } } : event
    case 'tripleCompleted':
      return contributions.includes(event.body.contribution) ? { ...event, body: { ...event.body, text: '' } } : event
    case 'themeAdded':
      return themes.includes(event.body.theme) ? { ...event, body: { ...event.body, title: '' } } : event
    case 'themeChanged':
      return themes.includes(event.body.theme) && event.body.title !== undefined ? { ...event, body: { ...event.body, title: '' } } : event
    case 'commentAdded':
      return comments.includes(event.body.comment) ? { ...event, body: { ...event.body, text: '' } } : event
    case 'helpAsked':
      return helps.includes(event.body.help) ? { ...event, body: { ...event.body, reason: '' } } : event
    case 'messageSent':
      return messages.includes(event.body.message) ? { ...event, body: { ...event.body, text: '' } } : event
    case 'summaryWritten': {
      const { meeting, block, group } = event.body
      return summaries.includes(summaryKey(meeting, block, group)) ? { ...event, body: { ...event.body, text: '' } } : event
    }
    default:
      return event
  }
}

const markIn = (key: string, mark: string, redacted: ReadonlySet<string>): string => (quotes(key, redacted) ? wordlessMark(mark) : mark)
