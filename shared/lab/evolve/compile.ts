import type { Answer } from '../answer.ts'
import type { EventBody } from '../events.ts'
import type { Contribution, Lab } from '../lab.ts'
import { remembers, restored, withCompleted } from '../steps.ts'
import type { Table } from '../table.ts'
import type { Evolvers } from './evolvers.ts'

/** Parts that an organiser had written in a triple and that still read so. */
export function stillTheirs(note: Contribution, answer: Answer): Contribution['completed'] {
  const { answer: before } = note
  if (answer.type !== 'triple' || before.type !== 'triple') return {}
  return Object.fromEntries(
    Object.entries(note.completed).filter(([part]) => {
      const key = part as keyof Contribution['completed']
      return answer[key] === before[key]
    }),
  )
}

/** Links that end at an entry go with it. */
function withoutLinks(lab: Lab, entry: string): Lab {
  let { links } = lab
  for (const { id, from, to } of links.values()) if (from === entry || to === entry) links = links.delete(id)
  return { ...lab, links }
}

const holding = (lab: Lab, theme: string, notes: readonly string[]): Lab['quoted'] =>
  notes.length === 0 ? lab.quoted : lab.quoted.set(theme, [...new Set([...(lab.quoted.get(theme) ?? []), ...notes])])

const without = (list: readonly string[], gone: readonly string[]): readonly string[] =>
  gone.length === 0 ? list : list.filter((one) => !gone.includes(one))

const each = <T>(table: Table<T>, change: (one: T) => T): Table<T> => {
  let next = table
  for (const [id, one] of table.entries()) {
    const changed = change(one)
    if (changed !== one) next = next.set(id, changed)
  }
  return next
}

/** Redacted notes leave their themes, and what was said about redacted words goes with them. */
export function withoutCompiled(lab: Lab, { contributions, entries, themes = [], comments = [] }: EventBody<'textRedacted'>): Lab {
  const gone = new Set(contributions)
  const things = new Set([...entries, ...themes])
  let { asides, steps } = lab
  for (const id of contributions) if (asides.has(id)) asides = asides.delete(id)
  for (const [id, step] of steps.entries()) if (remembers(step, gone, things)) steps = steps.delete(id)
  return {
    ...lab,
    asides,
    steps,
    themes: each(lab.themes, (theme) => {
      const held = [...theme.notes, ...theme.refused].some((id) => gone.has(id))
      if (!held && !themes.includes(theme.id)) return theme
      return {
        ...theme,
        title: themes.includes(theme.id) ? '' : theme.title,
        notes: without(theme.notes, contributions),
        refused: without(theme.refused, contributions),
        rev: lab.seq + 1,
      }
    }),
    comments: each(lab.comments, (comment) => (comments.includes(comment.id) ? { ...comment, text: '', redacted: true } : comment)),
  }
}

export const compilation = {
  entryRemoved: (lab, { body }) => withoutLinks({ ...lab, entries: lab.entries.delete(body.entry) }, body.entry),
  entriesOrdered: (lab, { body }) => {
    const places = new Map(body.entries.map((id, position) => [id, position]))
    return {
      ...lab,
      entries: each(lab.entries, (entry) => {
        const position = places.get(entry.id)
        return position === undefined || position === entry.position ? entry : { ...entry, position }
      }),
    }
  },
  entriesAccepted: (lab, { body: { entries: ids, accepted } }) => ({
    ...lab,
    entries: ids.reduce((entries, id) => entries.update(id, (entry) => ({ ...entry, accepted })), lab.entries),
  }),
  entriesLinked: (lab, { body: { link, ...rest }, seq }) => ({ ...lab, links: lab.links.set(link, { id: link, ...rest, rev: seq }) }),
  entriesUnlinked: (lab, { body }) => ({ ...lab, links: lab.links.delete(body.link) }),
  noteSetAside: (lab, { body, seq, at, actor }) => ({
    ...lab,
    asides: lab.asides.set(body.contribution, { ...body, by: actor, at, rev: seq }),
  }),
  noteTakenUp: (lab, { body }) => ({ ...lab, asides: lab.asides.delete(body.contribution) }),
  stepUndone: (lab, { body, seq, at }) => {
    const step = lab.steps.get(String(body.step))
    if (!step) return lab
    const back = restored(lab, step, { seq, at })
    return step.changes.reduce(
      (next, change) => (change.of === 'entries' && change.before === null ? withoutLinks(next, change.id) : next),
      back,
    )
  },

  themeAdded: (lab, { body: { theme, title, block, contributions }, seq }) => ({
    ...lab,
    quoted: holding(lab, theme, contributions),
    themes: lab.themes.set(theme, { id: theme, title, block, notes: contributions, refused: [], rev: seq }),
  }),
  themeChanged: (lab, { body, seq }) => ({
    ...lab,
    themes: lab.themes.update(body.theme, (theme) => ({
      ...theme,
      title: body.title ?? theme.title,
      block: body.block === undefined ? theme.block : body.block,
      rev: seq,
    })),
  }),
  themeRemoved: (lab, { body }) => ({ ...lab, themes: lab.themes.delete(body.theme) }),
  themeNotesChanged: (lab, { body: { theme: id, put = [], taken = [], refused = [] }, seq }) => ({
    ...lab,
    quoted: holding(lab, id, put),
    themes: lab.themes.update(id, (theme) => ({
      ...theme,
      notes: [...new Set([...without(theme.notes, [...taken, ...refused]), ...put])],
      refused: [...new Set([...without(theme.refused, put), ...refused])],
      rev: seq,
    })),
  }),

  commentAdded: (lab, { body: { comment, ...rest }, at, actor }) => ({
    ...lab,
    comments: lab.comments.set(comment, { id: comment, ...rest, by: actor, at, resolved: null, redacted: false }),
  }),
  commentResolved: (lab, { body }) => ({
    ...lab,
    comments: lab.comments.update(body.comment, (comment) => ({ ...comment, resolved: body.how })),
  }),

  tripleCompleted: (lab, { body: { contribution, part, text }, actor, at }) => ({
    ...lab,
    contributions: lab.contributions.update(contribution, (note) =>
      withCompleted(note, part, /\S/.test(text) ? { text, by: actor } : null, at),
    ),
  }),
} satisfies Partial<Evolvers>
