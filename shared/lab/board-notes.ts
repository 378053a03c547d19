import type { AnswerType } from '../kit/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Answer } from './answer.ts'
import { isBallot, partsOfAnswer } from './answer.ts'
import { type BoardNote, boardOf } from './board.ts'
import { type Contribution, isUsable, kitZone, type Lab } from './lab.ts'
import { meetingArea, noteKey, zoneKey } from './places.ts'
import { fold } from './text.ts'

/** A note that should stand on a board. */
export interface WantedNote {
  readonly contribution: string
  readonly part: string
  readonly board: string
  /** `m2/g3/C2.1` */
  readonly zone: string
  readonly text: string
}

/** True where answers of this type stand on boards: never what says something about a person, never a ballot. */
export const goesOnBoard = (type: AnswerType['type']): boolean => type !== 'person' && !isBallot(type)

/** Names of the parts of an answer, in the order of their columns on the board; one for an answer of one text. */
export function partsOnBoard(asked: AnswerType): readonly string[] {
  switch (asked.type) {
    case 'table':
      return asked.columns.map(({ id }) => id)
    case 'triple':
      return ['difficulty', 'approach', 'pointer']
    case 'term':
      return ['term', 'meaning']
    case 'commitments':
      return ['what', 'who', 'by']
    default:
      return ['text']
  }
}

/** What a part says to a reader: an option of a table by its title. */
function shownPart(text: string, part: string, asked: AnswerType, language: Language): string {
  if (asked.type !== 'table') return text
  return asked.columns.find(({ id }) => id === part)?.options?.find(({ id }) => id === text)?.title[language] ?? text
}

/** The parts of an answer as a reader on the board sees them. */
export function shownParts(lab: Lab, { meeting, zone, answer }: Contribution): { readonly part: string; readonly text: string }[] {
  const asked = kitZone(lab, meeting, zone)?.answer
  return asked ? partsOfAnswer(answer).map(({ part, text }) => ({ part, text: shownPart(text, part, asked, lab.language) })) : []
}

/** The same answer with one part as it was changed on the board; null where the part cannot say that (an option that is none, nothing at all). */
export function withPart(answer: Answer, part: string, text: string, asked: AnswerType, language: Language): Answer | null {
  switch (answer.type) {
    case 'cards':
    case 'sentence':
      return { ...answer, text }
    case 'table': {
      if (asked.type !== 'table') return null
      const options = asked.columns.find(({ id }) => id === part)?.options
      const option = options?.find(
        ({ title }) => fold(title[language]) === fold(text) || fold(title.it) === fold(text) || fold(title.en) === fold(text),
      )
      if (options && !option) return null
      return { ...answer, cells: { ...answer.cells, [part]: option?.id ?? text } }
    }
    case 'term':
      return part === 'term' ? { ...answer, term: text } : { ...answer, meaning: text }
    case 'triple':
      return { ...answer, [part]: text }
    case 'commitments':
      return { ...answer, [part]: text }
    default:
      return null
  }
}

/** The notes that a contribution should have: none where it does not count, its zone stands on no board, or its answer is not for boards. */
export function notesOf(lab: Lab, one: Contribution): WantedNote[] {
  if (!isUsable(one)) return []
  const asked = kitZone(lab, one.meeting, one.zone)?.answer
  const board = boardOf(lab, meetingArea(one.meeting))
  const zone = zoneKey(one.meeting, one.group, one.zone)
  if (!asked || !board || !goesOnBoard(asked.type)) return []
  const placed = lab.placed.get(zone)
  if (placed?.item == null || placed.board !== board.id) return []
  return shownParts(lab, one).flatMap(({ part, text }) =>
    /\S/.test(text) ? [{ contribution: one.id, part, board: board.id, zone, text }] : [],
  )
}

export interface NoteWork {
  /** Not there yet. */
  readonly write: readonly WantedNote[]
  /** Left without an answer: there or not, the board must be read. */
  readonly unsure: readonly BoardNote[]
  /** There, with words that are no longer the contribution's. */
  readonly update: readonly { readonly note: BoardNote; readonly wanted: WantedNote }[]
  /** There, and should not be: redacted, hidden, withdrawn. */
  readonly remove: readonly BoardNote[]
  /** Clashes for which a facilitator has chosen the board's words. */
  readonly take: readonly BoardNote[]
}

export const workSize = ({ write, unsure, update, remove, take }: NoteWork): number =>
  write.length + unsure.length + update.length + remove.length + take.length

/** True until the board has surely been given these words after all others. */
const isBehind = ({ wrote, passing }: BoardNote, { text }: WantedNote): boolean => wrote !== fold(text) || passing.length > 0

/** What is still to be done so that the notes on the lab's boards say what the lab says. */
export function noteWork(lab: Lab): NoteWork {
  const write: WantedNote[] = []
  const unsure: BoardNote[] = []
  const update: { note: BoardNote; wanted: WantedNote }[] = []
  const remove: BoardNote[] = []
  const take: BoardNote[] = []
  if (lab.boards.size === 0) return { write, unsure, update, remove, take }
  const wantedKeys = new Set<string>()
  for (const one of lab.contributions.values())
    for (const wanted of notesOf(lab, one)) {
      const key = noteKey(wanted.contribution, wanted.part)
      const note = lab.boardNotes.get(key)
      // it stands on another board of the lab: taken off there first
      if (note && note.board !== wanted.board && note.state !== 'removed' && lab.boards.has(note.board)) continue
      wantedKeys.add(key)
      if (!note || note.state === 'removed' || note.board !== wanted.board) write.push(wanted)
      else if (note.state === 'clash' && note.take === 'board') take.push(note)
      else if ((note.state === 'clash' && note.take === 'lab') || (note.state === 'written' && isBehind(note, wanted)))
        update.push({ note, wanted })
    }
  for (const [key, note] of lab.boardNotes.entries()) {
    if (!lab.boards.has(note.board)) continue
    if (note.state === 'writing') unsure.push(note)
    else if (!wantedKeys.has(key) && (note.state === 'written' || note.state === 'clash') && note.item !== null) remove.push(note)
  }
  return { write, unsure, update, remove, take }
}
