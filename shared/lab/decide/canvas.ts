import type { NewEvent } from '../events.ts'
import { draftEntries } from '../compile.ts'
import type { Lab } from '../lab.ts'
import { isUsable } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import { summaryKey } from '../voices.ts'
import type { Deciders } from './context.ts'

export const hasBlock = (lab: Lab, block: string): boolean => lab.kit.finalCanvas.blocks.some((one) => one.id === block)
export const badSource = (lab: Lab, sources: readonly string[]): number =>
  sources.findIndex((id) => {
    const note = lab.contributions.get(id)
    return !note || !isUsable(note)
  })

/** Everything that was made from a note and repeats its words: copies derived from it, and theirs. */
function withCopies(lab: Lab, first: string): string[] {
  const found = new Set([first])
  for (let grew = true; grew; ) {
    grew = false
    for (const note of lab.contributions.values())
      if (note.derivedFrom !== null && found.has(note.derivedFrom) && !found.has(note.id)) {
        found.add(note.id)
        grew = true
      }
  }
  return [...found].sort()
}

/** The final canvas, and the redaction that reaches into it. */
export const canvasDeciders = {
  compileCanvas: (lab, _command, { newId }) => {
    const drafts = draftEntries(lab)
    if (drafts.length === 0) return reject('nothing_to_do')
    const events: NewEvent[] = drafts.map((draft) => ({ type: 'entryAdded', body: { entry: newId('ent'), ...draft, compiled: true } }))
    return accept({ events, answer: { entries: events.length } })
  },
  addEntry: (lab, { block, text, sources }, { newId }) => {
    if (!hasBlock(lab, block)) return reject('unknown_canvas_block', 'block', { block })
    const bad = badSource(lab, sources)
    if (bad >= 0) return reject('source_unusable', `sources.${bad}`)
    const entry = newId('ent')
    return accept({
      events: [{ type: 'entryAdded', body: { entry, block, text, sources: [...new Set(sources)], compiled: false } }],
      answer: { entry },
    })
  },
  editEntry: (lab, { entry, rev, block, text, sources, position }) => {
    const found = lab.entries.get(entry)
    if (!found) return reject('unknown_entry', 'entry')
    if (found.rev !== rev) return reject('entry_changed', 'rev', { rev: found.rev })
    if (block !== undefined && !hasBlock(lab, block)) return reject('unknown_canvas_block', 'block', { block })
    const bad =
      sources === undefined
        ? -1
        : badSource(
            lab,
            sources.filter((id) => !found.sources.includes(id)),
          )
    if (bad >= 0) return reject('source_unusable', 'sources')
    const body = {
      entry,
      ...(block === undefined ? {} : { block }),
      ...(text === undefined ? {} : { text }),
      ...(sources === undefined ? {} : { sources: [...new Set(sources)] }),
      ...(position === undefined ? {} : { position }),
    }
    return Object.keys(body).length === 1 ? reject('nothing_to_do') : accept({ events: [{ type: 'entryEdited', body }] })
  },
  removeEntry: (lab, { entry, rev }) => {
    const found = lab.entries.get(entry)
    if (!found) return reject('unknown_entry', 'entry')
    return found.rev === rev
      ? accept({ events: [{ type: 'entryRemoved', body: { entry } }] })
      : reject('entry_changed', 'rev', { rev: found.rev })
  },
  redact: (lab, { contribution, entry, help, message, summary, theme, comment }) => {
    const contributions: string[] = []
    const entries = new Set<string>()
    const themes = new Set<string>()
    if (contribution !== undefined) {
      const note = lab.contributions.get(contribution)
      if (!note) return reject('unknown_contribution', 'contribution')
      if (note.redacted) return reject('already_redacted', 'contribution')
      contributions.push(...withCopies(lab, contribution))
      // also entries that are gone, or that no longer cite it: their earlier words still stand in the log
      for (const [id, cited] of lab.quoted.entries())
        if (cited.some((one) => contributions.includes(one))) (id.startsWith('thm_') ? themes : entries).add(id)
    }
    if (entry !== undefined) {
      if (!lab.entries.has(entry)) return reject('unknown_entry', 'entry')
      entries.add(entry)
    }
    if (help !== undefined && !lab.helps.has(help)) return reject('unknown_help', 'help')
    if (message !== undefined && !lab.messages.has(message)) return reject('unknown_message', 'message')
    const key = summary && summaryKey(summary.meeting, summary.block, summary.group)
    if (key !== undefined && !lab.summaries.has(key)) return reject('nothing_to_do', 'summary')
    if (theme !== undefined) {
      if (!lab.themes.has(theme)) return reject('unknown_theme', 'theme')
      themes.add(theme)
    }
    if (comment !== undefined) {
      const found = lab.comments.get(comment)
      if (!found) return reject('unknown_comment', 'comment')
      if (found.redacted) return reject('already_redacted', 'comment')
    }
    // what was said of an entry may repeat its words
    const comments = [...lab.comments.values()]
      .filter(({ id, entry: about, redacted }) => id === comment || (entries.has(about) && !redacted))
      .map(({ id }) => id)
      .sort()
    const isNone = contributions.length === 0 && entries.size === 0 && themes.size === 0 && comments.length === 0
    if (isNone && help === undefined && message === undefined && key === undefined) return reject('nothing_to_do')
    const body = {
      contributions,
      entries: [...entries].sort(),
      helps: help === undefined ? [] : [help],
      ...(message === undefined ? {} : { messages: [message] }),
      ...(key === undefined ? {} : { summaries: [key] }),
      ...(themes.size === 0 ? {} : { themes: [...themes].sort() }),
      ...(comments.length === 0 ? {} : { comments }),
    }
    return accept({ events: [{ type: 'textRedacted', body }] })
  },
} satisfies Partial<Deciders>
