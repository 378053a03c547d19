import type { AnswerType } from '../kit/index.ts'
import type { Language } from '../words/bilingual.ts'
import type { Answer } from './answer.ts'
import type { Contribution, Lab } from './lab.ts'
import { isUsable } from './lab.ts'
import { sameText, TEXT_MAX } from './text.ts'

export interface EntryDraft {
  readonly block: string
  readonly text: string
  readonly sources: string[]
}

/**
 * The cells of a row in the order of its columns; an option by its title. One that another column offers too – *abbastanza*, of influence and of interest –
 * says nothing without the name of its column.
 */
function cellsOf(cells: Readonly<Record<string, string>>, asked: AnswerType | undefined, language: Language): string[] {
  if (asked?.type !== 'table') return Object.values(cells)
  const titles = asked.columns.map(({ options = [] }) => options.map(({ title }) => title[language]))
  return asked.columns.map((column, i) => {
    const chosen = column.options?.find((option) => option.id === cells[column.id])?.title[language]
    if (chosen === undefined) return cells[column.id] ?? ''
    const elsewhere = titles.some((others, j) => j !== i && others.some((one) => titles[i]?.includes(one) === true))
    return elsewhere ? `${column.title[language]}: ${chosen.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())}` : chosen
  })
}

/** One line for what somebody answered; null where there is nothing to quote, or where it speaks of a person. */
export function lineOf(answer: Answer, asked?: AnswerType, language: Language = 'it'): string | null {
  const join = (texts: readonly (string | undefined)[], by: string) =>
    texts.filter((text) => text !== undefined && /\S/.test(text)).join(by)
  const line = (() => {
    switch (answer.type) {
      case 'cards':
      case 'sentence':
        return answer.text
      case 'table':
        return join(cellsOf(answer.cells, asked, language), ' · ')
      case 'term':
        return join([answer.term, answer.meaning], ': ')
      case 'triple':
        // the pointer is what others can use; a triple still without one speaks by its other parts
        return /\S/.test(answer.pointer) ? answer.pointer : join([answer.difficulty, answer.approach], ' → ')
      case 'commitments':
        return join([answer.what, answer.who, answer.by], ' · ')
      case 'person':
      case 'votes':
      case 'rating':
      case 'consent':
        return ''
    }
  })()
  if (!/\S/.test(line)) return null
  // never half a surrogate pair at the cut: the event that holds it could not be read again
  return line.length <= TEXT_MAX ? line : `${line.slice(0, TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * Drafts of entries: every usable note that was not set aside, whose zone leads to a block of the final canvas and that no entry of that block cites yet,
 * in the order of blocks, meetings, zones and writing. Notes that say the same (`sameText`) become one entry with several sources.
 */
export function draftEntries(lab: Lab): EntryDraft[] {
  const cited = new Map<string, Set<string>>()
  for (const entry of lab.entries.values()) {
    const known = cited.get(entry.block) ?? new Set()
    for (const id of entry.sources) known.add(id)
    cited.set(entry.block, known)
  }
  const byZone = new Map<string, Contribution[]>()
  for (const note of lab.contributions.values()) {
    if (!isUsable(note) || lab.asides.has(note.id)) continue
    const key = `${note.meeting}/${note.zone}`
    const there = byZone.get(key)
    if (there) there.push(note)
    else byZone.set(key, [note])
  }
  return lab.kit.finalCanvas.blocks.flatMap((block) => {
    const drafts = new Map<string, EntryDraft>()
    for (const meeting of lab.kit.meetings)
      for (const zone of meeting.canvas.zones) {
        if (!zone.leadsTo.some((lead) => lead.to === 'block' && lead.block === block.id)) continue
        const notes = (byZone.get(`${meeting.number}/${zone.id}`) ?? []).toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
        for (const note of notes) {
          if (cited.get(block.id)?.has(note.id)) continue
          const text = lineOf(note.answer, zone.answer, lab.language)
          if (text === null) continue
          const same = drafts.get(sameText(text))
          if (same) same.sources.push(note.id)
          else drafts.set(sameText(text), { block: block.id, text, sources: [note.id] })
        }
      }
    return [...drafts.values()]
  })
}
