import { blankAnswer } from './answer.ts'
import type { EventBody, LabEvent } from './events.ts'

/**
 * The event as it stands in the log after a redaction: same `seq`, same shape, without the words. Folding the rewritten log
 * gives the same lab as folding the old one and then the redaction (rule RED2).
 */
export function redactEvent(event: LabEvent, { contributions, entries, helps }: EventBody<'textRedacted'>): LabEvent {
  switch (event.type) {
    case 'contributed':
    case 'contributionEdited':
      if (!contributions.includes(event.body.contribution)) return event
      return { ...event, body: { ...event.body, answer: blankAnswer(event.body.answer) } } as LabEvent
    case 'notesWritten':
      if (!event.body.notes.some((note) => contributions.includes(note.contribution))) return event
      return { ...event, body: { ...event.body, notes: event.body.notes.map((note) => (contributions.includes(note.contribution) ? { contribution: note.contribution, part: note.part, item: note.item, text: '' } : note)) } }
    case 'entryAdded':
      return entries.includes(event.body.entry) ? { ...event, body: { ...event.body, text: '' } } : event
    case 'entryEdited':
      return entries.includes(event.body.entry) && event.body.text !== undefined ? { ...event, body: { ...event.body, text: '' } } : event
    case 'helpAsked':
      return helps.includes(event.body.help) ? { ...event, body: { ...event.body, reason: '' } } : event
    default:
      return event
  }
}
