import { type Contribution, isBallot, type Lab, type LabEvent, partsOfAnswer, redactEvent } from '@telaio/shared/lab'
import { type EntryItem, entryItem, type Scene, shownAnswer } from '@telaio/shared/view'
import { csvOf } from './csv.ts'

/** Notes that may leave the lab: revealed, not hidden, not taken back, not redacted; ballots are counted, not listed. */
const mayLeave = (note: Contribution): boolean =>
  !note.private && !note.hidden && !note.withdrawn && !note.redacted && !isBallot(note.answer.type)

/** One row a text: `id,meeting,group,zone,part,author,at,text`; a triple has three, a table one a cell. Text raw as written, in the order of writing. */
export const contributionsCsv = (scene: Scene): string => csvOf(contributionRows(scene), 'raw')

export function contributionRows(scene: Scene): string[][] {
  const { lab } = scene
  const notes = [...lab.contributions.values()].filter(mayLeave).sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
  const rows = notes.flatMap((note) => {
    const shown = shownAnswer(scene, note.answer)
    const parts = shown.type === 'person' ? [{ part: 'text', text: shown.text }] : partsOfAnswer(shown)
    return parts.map(({ part, text }) => [note.id, String(note.meeting), note.group, note.zone, part, note.author ?? '', note.at, text])
  })
  return [['id', 'meeting', 'group', 'zone', 'part', 'author', 'at', 'text'], ...rows]
}

/**
 * The lab's events, in order, without the register. What nobody but its author may see stays unseen here too: notes not yet revealed have no text, and
 * ballots name nobody and say no moment.
 */
export function labJson(lab: Lab, events: readonly LabEvent[]): string {
  const unseen = [...lab.contributions.values()].filter((note) => note.private && !note.redacted).map((note) => note.id)
  const redaction = { contributions: unseen, entries: [], helps: [] }
  const shown = events.map((event): LabEvent => {
    const blank = redactEvent(event, redaction)
    if (blank.type === 'contributed' && isBallot(blank.body.answer.type))
      return { ...blank, at: begun(lab, blank.body.contribution), actor: null, body: { ...withoutMoment(blank.body), author: null } }
    if (blank.type === 'contributionEdited' && isBallot(blank.body.answer.type))
      return { ...blank, at: begun(lab, blank.body.contribution), actor: null }
    return blank
  })
  return `[\n${shown.map((event) => JSON.stringify(event)).join(',\n')}\n]\n`
}

/** When a ballot's block began: its own moment would say whose it is. */
function begun(lab: Lab, contribution: string): string {
  const note = lab.contributions.get(contribution)
  return (note?.block && lab.meetings[note.meeting]?.runs[note.block]?.startedAt) || lab.createdAt
}
const withoutMoment = <T extends { readonly writtenAt?: string | undefined }>({
  writtenAt: _writtenAt,
  ...rest
}: T): Omit<T, 'writtenAt'> => rest

export interface FinalCanvas {
  readonly lab: { readonly id: string; readonly title: string; readonly language: string }
  readonly blocks: readonly {
    readonly id: string
    readonly title: { readonly it: string; readonly en: string }
    readonly question: { readonly it: string; readonly en: string }
    readonly entries: readonly { readonly id: string; readonly text: string; readonly sources: EntryItem['sources'] }[]
  }[]
}

/** The final canvas with, for every line, the note, group and meeting it came from. Withheld entries are left out. */
export function finalCanvas(lab: Lab): FinalCanvas {
  const entries = [...lab.entries.values()]
    .filter((entry) => !entry.withheld)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  return {
    lab: { id: lab.id, title: lab.title, language: lab.language },
    blocks: lab.kit.finalCanvas.blocks.map(({ id, title, question }) => ({
      id,
      title,
      question,
      entries: entries
        .filter((entry) => entry.block === id)
        .map((entry) => ({ id: entry.id, text: entry.text, sources: entryItem(lab, entry.id)?.sources ?? [] })),
    })),
  }
}
