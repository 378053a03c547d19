import { isDeepStrictEqual } from 'node:util'
import { plainText } from '@telaio/shared/board'
import { fold, isUsable, type Lab, type LabEvent, noteKey, partsOfAnswer } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'
import { COLLECTIONS, type Items } from '@telaio/shared/view'
import { notesIn, type Place } from '../../zoom-app/src/lab/notes.ts'
import type { Tab } from './tab.ts'

/** A note as its author remembers it. */
export interface Remembered {
  /** Text as first written; no other note has it. */
  readonly text: string
  readonly tab: Tab
  readonly place: Place
  readonly block: string
  readonly anonymous: boolean
  /** Kept on the device, or typed into a page that went before it said so. */
  kept: boolean
  /** What its author last made of it. */
  says: string
  withdrawn: boolean
}

export interface End {
  readonly lab: Lab
  readonly events: readonly LabEvent[]
  readonly items: readonly BoardItem[]
  /** What was asked about an item at the board, one line each. */
  readonly asked: (item: string) => readonly string[]
  /** Each tab with a view made anew for its person. */
  readonly views: readonly (readonly [tab: Tab, fresh: Items])[]
  /** Creations may have arrived twice at the board: second copies must then be listed. */
  readonly mayDouble: boolean
}

const textOf = (answer: Parameters<typeof partsOfAnswer>[0]): string => partsOfAnswer(answer)[0]?.text ?? ''

/** What does not hold, once all lines are calm and everything has come to rest. */
export function faultsOf(notes: readonly Remembered[], end: End): string[] {
  const { lab, events, views } = end
  return [
    ...notes.flatMap((note) => noteFaults(note, end)),
    ...strangers(notes, lab),
    ...boardFaults(end),
    ...lateFaults(lab, events),
    ...views.flatMap(([tab, fresh]) => viewFaults(tab, fresh, notes)),
  ]
}

/** Once in the log, as its author last had it; whoever's page went before the note was kept may have lost it, never doubled it. */
function noteFaults({ text, kept, says, withdrawn, place, block, anonymous, tab }: Remembered, { events, lab }: End): string[] {
  const stored = events.flatMap((event) => (event.type === 'contributed' && textOf(event.body.answer) === text ? [event.body] : []))
  if (stored.length === 0) return kept ? [`“${text}” is not in the log`] : []
  if (stored.length > 1) return [`“${text}” is ${stored.length} times in the log`]
  const one = lab.contributions.get(stored[0]?.contribution ?? '')
  if (!one) return [`“${text}” was folded away`]
  return [
    ...(textOf(one.answer) === says ? [] : [`“${text}” says “${textOf(one.answer)}”, its author said “${says}”`]),
    ...(one.withdrawn === withdrawn ? [] : [`“${text}” is ${one.withdrawn ? '' : 'not '}withdrawn`]),
    ...(one.zone === place.zone && one.group === place.group && one.block === block ? [] : [`“${text}” is in ${one.group} ${one.block}`]),
    ...(one.author === (anonymous ? null : tab.person) ? [] : [`“${text}” is ${one.author}’s`]),
  ]
}

/** Contributions that nobody remembers. */
function strangers(notes: readonly Remembered[], lab: Lab): string[] {
  const known = new Set(notes.flatMap(({ text, says }) => [text, says]))
  return [...lab.contributions.values()].flatMap(({ answer, id }) =>
    known.has(textOf(answer)) ? [] : [`nobody wrote ${id} “${textOf(answer)}”`],
  )
}

/** Each note that all may see stands once on the board; no other does. */
function boardFaults({ lab, items, events, asked, mayDouble }: End): string[] {
  const faults: string[] = []
  const notes = items.filter(({ kind }) => kind === 'note')
  const paired = new Set<string>()
  for (const one of lab.contributions.values()) {
    const known = lab.boardNotes.get(noteKey(one.id, 'text'))
    const item = known?.item == null ? undefined : notes.find(({ id }) => id === known.item)
    const wanted = isUsable(one)
    if (wanted !== (item !== undefined))
      faults.push(`“${textOf(one.answer)}” ${wanted ? `has no note (${known?.state})` : 'stands on the board'}`)
    if (!item) continue
    if (paired.has(item.id)) faults.push(`the note ${item.id} stands for two`)
    paired.add(item.id)
    if (plainText(item.content) !== fold(textOf(one.answer)))
      faults.push(
        [
          `the note of “${textOf(one.answer)}” says “${plainText(item.content)}” (${known?.state})`,
          ...[...logOf(events, one.id, item.id), ...asked(item.id)].sort().map((line) => `    ${line}`),
        ].join('\n'),
      )
  }
  for (const { id, content } of notes)
    if (!paired.has(id) && !(mayDouble && (lab.doubles.has(id) || lab.strays.has(id))))
      faults.push(`the note “${plainText(content)}” (${id}) is one too many`)
  return faults
}

/** What the log says of a note, one line an event. */
const logOf = (events: readonly LabEvent[], contribution: string, item: string): string[] =>
  events.flatMap(({ at, type, body }) => {
    const said = JSON.stringify(body)
    return said.includes(contribution) || said.includes(item) ? [`${at} log ${type} ${said.slice(0, 300)}`] : []
  })

/** Late is what came after its moment had ended, and nothing else. */
function lateFaults(lab: Lab, events: readonly LabEvent[]): string[] {
  const faults: string[] = []
  const over = new Set<string>()
  let isClosed = false
  for (const event of events) {
    if (event.type === 'blockEnded') over.add(event.body.block)
    if (event.type === 'meetingClosed') isClosed = true
    if (event.type === 'blockStarted') over.delete(event.body.block)
    if (event.type !== 'contributed') continue
    const late = lab.contributions.get(event.body.contribution)?.late
    const isOver = isClosed || (event.body.block !== undefined && over.has(event.body.block))
    if (late !== isOver) faults.push(`“${textOf(event.body.answer)}” is ${late ? '' : 'not '}late`)
  }
  return faults
}

/** The feed has brought what a fresh view shows; a panel shows each of its author's notes once, and nothing waits. */
function viewFaults(tab: Tab, fresh: Items, notes: readonly Remembered[]): string[] {
  const items = tab.items()
  const differing = COLLECTIONS.filter((name) => !isDeepStrictEqual(items[name], fresh[name]))
  const pending = tab.writing()?.pending.value ?? { waiting: [], settling: [] }
  const own = notes.filter((note) => note.tab === tab && !note.withdrawn)
  const shown = [...new Map(own.map(({ place }) => [`${place.group}/${place.zone}`, place])).values()].flatMap((place) =>
    notesIn(items, pending, place).filter(({ mine }) => mine),
  )
  const texts = shown.map(({ answer }) => ('text' in answer ? answer.text : ''))
  return [
    ...differing.map((name) => `${tab.person}: ${name} differs from a fresh view`),
    ...pending.waiting.map(({ command, refused }) => `${tab.person}: ${command.type} still waits (${refused?.code})`),
    ...own.flatMap(({ says, kept }) => {
      const times = texts.filter((text) => text === says).length
      return times === 1 || (times === 0 && !kept) ? [] : [`${tab.person} sees “${says}” ${times} times`]
    }),
  ]
}
