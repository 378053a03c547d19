import type { Entry } from '../compiled.ts'
import type { NewEvent } from '../events.ts'
import type { Lab } from '../lab.ts'
import { isUsable } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import { hasRole } from '../roles.ts'
import { overtaken } from '../steps.ts'
import { badSource } from './canvas.ts'
import type { Deciders } from './context.ts'

/** Entries of a block in their order. */
const inOrder = (lab: Lab, block: string): Entry[] =>
  [...lab.entries.values()].filter((entry) => entry.block === block).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

const stale = (entry: Entry, field = 'rev') => reject('entry_changed', field, { rev: entry.rev })

/** Compilation: entries merged, split, ordered, linked, notes set aside, steps taken back, comments. */
export const compilationDeciders = {
  mergeEntries: (lab, { entries, text }) => {
    const found: Entry[] = []
    for (const [i, { entry: id, rev }] of entries.entries()) {
      const entry = lab.entries.get(id)
      if (!entry || found.includes(entry)) return reject('unknown_entry', `entries.${i}.entry`)
      if (entry.rev !== rev) return stale(entry, `entries.${i}.rev`)
      found.push(entry)
    }
    const [first, ...others] = found
    if (!first) return reject('unknown_entry', 'entries')
    const sources = [...new Set(found.flatMap((entry) => entry.sources))]
    // lines of the map that ended at one of them end at the one that stays
    const kept = new Set([...lab.links.values()].map(({ from, to, kind }) => `${from} ${to} ${kind}`))
    const gone = new Set(others.map(({ id }) => id))
    const events: NewEvent[] = [
      { type: 'entryEdited', body: { entry: first.id, text, sources } },
      ...others.map((entry): NewEvent => ({ type: 'entryRemoved', body: { entry: entry.id } })),
    ]
    for (const link of lab.links.values()) {
      if (!gone.has(link.from) && !gone.has(link.to)) continue
      const from = gone.has(link.from) ? first.id : link.from
      const to = gone.has(link.to) ? first.id : link.to
      const key = `${from} ${to} ${link.kind}`
      if (from === to || kept.has(key)) continue
      kept.add(key)
      events.push({ type: 'entriesLinked', body: { link: link.id, from, to, kind: link.kind } })
    }
    return accept({ events })
  },
  splitEntry: (lab, { entry: id, rev, parts }, { newId }) => {
    const entry = lab.entries.get(id)
    if (!entry) return reject('unknown_entry', 'entry')
    if (entry.rev !== rev) return stale(entry)
    const taken = new Set(parts.flatMap(({ sources }) => sources))
    const left = entry.sources.filter((source) => !taken.has(source))
    if (left.length > 0) return reject('source_left_over', 'parts', { count: left.length })
    const foreign = parts.findIndex(({ sources }) => sources.some((source) => !entry.sources.includes(source)))
    if (foreign >= 0) return reject('source_unusable', `parts.${foreign}.sources`)
    const [first, ...others] = parts
    if (!first) return reject('nothing_to_do')
    const made = others.map(({ text, sources }) => ({
      entry: newId('ent'),
      block: entry.block,
      text,
      sources: [...new Set(sources)],
      compiled: false,
    }))
    const order = inOrder(lab, entry.block).flatMap((one) => (one.id === id ? [id, ...made.map((fresh) => fresh.entry)] : [one.id]))
    return accept({
      events: [
        { type: 'entryEdited', body: { entry: id, text: first.text, sources: [...new Set(first.sources)] } },
        ...made.map((body): NewEvent => ({ type: 'entryAdded', body })),
        { type: 'entriesOrdered', body: { block: entry.block, entries: order } },
      ],
      answer: { entries: made.map((one) => one.entry) },
    })
  },
  orderEntry: (lab, { entry: id, before }) => {
    const entry = lab.entries.get(id)
    if (!entry) return reject('unknown_entry', 'entry')
    const next = before === null ? null : lab.entries.get(before)
    if (next === undefined || next?.id === id || (next && next.block !== entry.block)) return reject('entries_elsewhere', 'before')
    const now = inOrder(lab, entry.block).map((one) => one.id)
    const others = now.filter((one) => one !== id)
    const at = next ? others.indexOf(next.id) : others.length
    const entries = [...others.slice(0, at), id, ...others.slice(at)]
    if (entries.every((one, i) => one === now[i])) return reject('nothing_to_do')
    return accept({ events: [{ type: 'entriesOrdered', body: { block: entry.block, entries } }] })
  },
  acceptEntries: (lab, { entries, accepted }) => {
    const ids = new Set<string>()
    for (const [i, { entry: id, rev }] of entries.entries()) {
      const entry = lab.entries.get(id)
      if (!entry) return reject('unknown_entry', `entries.${i}.entry`)
      // what was accepted must be what was read
      if (entry.rev !== rev) return stale(entry, `entries.${i}.rev`)
      if (entry.accepted !== accepted && !entry.withheld) ids.add(id)
    }
    return ids.size === 0
      ? reject('nothing_to_do')
      : accept({ events: [{ type: 'entriesAccepted', body: { entries: [...ids], accepted } }] })
  },
  linkEntries: (lab, { from, to, kind }, { newId }) => {
    if (!lab.entries.has(from)) return reject('unknown_entry', 'from')
    if (!lab.entries.has(to) || from === to) return reject('unknown_entry', 'to')
    if ([...lab.links.values()].some((one) => one.from === from && one.to === to && one.kind === kind)) return reject('link_there', 'to')
    const link = newId('lnk')
    return accept({ events: [{ type: 'entriesLinked', body: { link, from, to, kind } }], answer: { link } })
  },
  unlinkEntries: (lab, { link }) =>
    lab.links.has(link) ? accept({ events: [{ type: 'entriesUnlinked', body: { link } }] }) : reject('unknown_link', 'link'),
  setAside: (lab, { contributions, entry: single, entries = [], reason }) => {
    const ids = new Set(contributions)
    const events: NewEvent[] = []
    const going = new Map<string, Entry>()
    const named = [...(single ? [{ ...single, at: 'entry' }] : []), ...entries.map((one, i) => ({ ...one, at: `entries.${i}` }))]
    for (const { entry: id, rev, at } of named) {
      const entry = lab.entries.get(id)
      if (!entry) return reject('unknown_entry', `${at}.entry`)
      if (entry.rev !== rev) return stale(entry, `${at}.rev`)
      going.set(id, entry)
    }
    const elsewhere = new Set([...lab.entries.values()].flatMap((one) => (going.has(one.id) ? [] : one.sources)))
    for (const entry of going.values()) {
      events.push({ type: 'entryRemoved', body: { entry: entry.id } })
      for (const id of entry.sources) {
        const note = lab.contributions.get(id)
        if (!elsewhere.has(id) && !lab.asides.has(id) && note && isUsable(note)) ids.add(id)
      }
    }
    const bad = badSource(lab, contributions)
    if (bad >= 0) return reject('source_unusable', `contributions.${bad}`)
    if (contributions.some((id) => lab.asides.has(id))) return reject('already_aside', 'contributions')
    // one event a note, so that the reason given for one can go without the others'
    for (const contribution of ids) events.push({ type: 'noteSetAside', body: { contribution, reason } })
    return events.length === 0 ? reject('nothing_to_do') : accept({ events })
  },
  takeUp: (lab, { contribution }) =>
    lab.asides.has(contribution)
      ? accept({ events: [{ type: 'noteTakenUp', body: { contribution } }] })
      : reject('not_aside', 'contribution'),
  undoStep: (lab, { step: seq }) => {
    const step = lab.steps.get(String(seq))
    if (!step) return reject('unknown_step', 'step')
    const why = overtaken(lab, step)
    if (why) return reject('step_overtaken', 'step', 'gone' in why ? { step: 0 } : { step: why.by ?? 0 })
    return accept({ events: [{ type: 'stepUndone', body: { step: seq } }] })
  },

  addComment: (lab, { entry, kind, text }, { newId }) => {
    const found = lab.entries.get(entry)
    if (!found || found.withheld) return reject('unknown_entry', 'entry')
    const comment = newId('cmt')
    return accept({ events: [{ type: 'commentAdded', body: { comment, entry, kind, text } }], answer: { comment } })
  },
  resolveComment: (lab, { comment: id, how, rev }, { actor }) => {
    const comment = lab.comments.get(id)
    if (!comment) return reject('unknown_comment', 'comment')
    if (comment.resolved !== null || comment.redacted) return reject('already_resolved', 'comment')
    if (how === 'withdrawn' ? comment.by !== actor.person : !hasRole(actor, 'organiser')) return reject('not_yours', 'comment')
    const events: NewEvent[] = [{ type: 'commentResolved', body: { comment: id, how } }]
    if (how === 'taken') {
      if (comment.kind !== 'rewording') return reject('no_rewording', 'how')
      const entry = lab.entries.get(comment.entry)
      if (!entry) return reject('unknown_entry', 'comment')
      if (entry.rev !== rev) return stale(entry)
      events.push({ type: 'entryEdited', body: { entry: entry.id, text: comment.text } })
    }
    return accept({ events })
  },

  completeTriple: (lab, { contribution, part, text }) => {
    const note = lab.contributions.get(contribution)
    if (!note || !isUsable(note)) return reject('unknown_contribution', 'contribution')
    if (note.answer.type !== 'triple') return reject('no_triple', 'contribution')
    // what people wrote is theirs: only what is missing is filled in
    if (/\S/.test(note.answer[part]) && !(part in note.completed)) return reject('part_written', 'part')
    if (note.answer[part] === text || (!/\S/.test(text) && !(part in note.completed))) return reject('nothing_to_do', 'text')
    return accept({ events: [{ type: 'tripleCompleted', body: { contribution, part, text: /\S/.test(text) ? text : '' } }] })
  },
} satisfies Partial<Deciders>
