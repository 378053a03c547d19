import type { EventType, LabEvent } from './events.ts'
import type { Compiled, CompiledName, CompletedPart, Step, StepChange, StepKind } from './compiled.ts'
import type { TriplePart } from './canvas-events.ts'
import { type Contribution, isUsable, type Lab } from './lab.ts'
import { Table } from './table.ts'
import type { Instant } from './time.ts'

/** Steps that are remembered: an evening's work of two people. */
const REMEMBERED = 200

const STEP_EVENTS: ReadonlySet<EventType> = new Set<EventType>([
  'entryAdded',
  'entryEdited',
  'entryRemoved',
  'entriesOrdered',
  'entriesAccepted',
  'entriesLinked',
  'entriesUnlinked',
  'noteSetAside',
  'noteTakenUp',
  'stepUndone',
  'themeAdded',
  'themeChanged',
  'themeRemoved',
  'themeNotesChanged',
  'commentResolved',
  'tripleCompleted',
])

function kindOf(events: readonly LabEvent[]): StepKind {
  const has = (type: EventType) => events.some((event) => event.type === type)
  const first = events.find((event) => event.type !== 'commentResolved')
  if (has('stepUndone')) return 'undone'
  if (has('noteSetAside')) return 'set-aside'
  if (has('entryEdited') && has('entryRemoved')) return 'merged'
  if (has('entryEdited') && has('entryAdded')) return 'split'
  if (has('themeNotesChanged') && has('themeRemoved')) return 'theme-merged'
  if (has('themeNotesChanged') && has('themeAdded')) return 'theme-split'
  switch (first?.type) {
    case 'entryAdded':
      return first.body.compiled ? 'compiled' : 'added'
    case 'entryEdited':
      if (first.body.block !== undefined) return 'moved'
      return first.body.text === undefined ? (first.body.sources === undefined ? 'ordered' : 'sources') : 'reworded'
    case 'entryRemoved':
      return 'removed'
    case 'noteTakenUp':
      return 'taken-up'
    case 'entriesAccepted':
      return 'accepted'
    case 'entriesLinked':
      return 'linked'
    case 'entriesUnlinked':
      return 'unlinked'
    case 'themeAdded':
      return 'theme-added'
    case 'themeChanged':
      return 'theme-changed'
    case 'themeRemoved':
      return 'theme-removed'
    case 'themeNotesChanged':
      return 'theme-notes'
    case 'tripleCompleted':
      return 'completed'
    default:
      return 'ordered'
  }
}

function changesIn<N extends CompiledName>(of: N, before: Table<Compiled[N]>, after: Table<Compiled[N]>): StepChange[] {
  if (before === after) return []
  return [...Table.changed<Compiled[N]>(before, after)].toSorted().flatMap((id): StepChange[] => {
    const [was, is] = [before.get(id), after.get(id)]
    if (was && is && was.rev === is.rev) {
      if (!('position' in was) || !('position' in is)) return []
      return [
        ...(was.position === is.position ? [] : [{ of: 'order' as const, id, from: was.position, to: is.position }]),
        ...(was.accepted === is.accepted ? [] : [{ of: 'accepted' as const, id, to: is.accepted }]),
      ]
    }
    return [{ of, id, before: was ?? null, rev: is?.rev ?? null } as StepChange]
  })
}

/** What an organiser wrote in a part of a triple; null where the part is missing, or somebody else's. */
function completedIn(note: Contribution | undefined, part: TriplePart): CompletedPart | null {
  const by = note?.completed[part]
  return by === undefined || note?.answer.type !== 'triple' ? null : { text: note.answer[part], by }
}

/** Told by the events, so that a step stays one where its words were redacted in the log. */
function triplesIn(before: Lab, after: Lab, events: readonly LabEvent[]): StepChange[] {
  const parts = events.flatMap((event): { readonly id: string; readonly part: TriplePart }[] => {
    if (event.type === 'tripleCompleted') return [{ id: event.body.contribution, part: event.body.part }]
    const undone = event.type === 'stepUndone' ? before.steps.get(String(event.body.step))?.changes : undefined
    return undone?.flatMap((change) => (change.of === 'triple' ? [change] : [])) ?? []
  })
  return parts.map(({ id, part }) => ({
    of: 'triple',
    id,
    part,
    before: completedIn(before.contributions.get(id), part),
    after: completedIn(after.contributions.get(id), part),
  }))
}

/** The lab after a commit, with what it takes to take that commit back, where it was a step of the compilation. */
export function remember(before: Lab, after: Lab, events: readonly LabEvent[]): Lab {
  const last = events.at(-1)
  if (!last || !events.every(({ type }) => STEP_EVENTS.has(type))) return after
  const changes = [
    ...changesIn('entries', before.entries, after.entries),
    ...changesIn('themes', before.themes, after.themes),
    ...changesIn('asides', before.asides, after.asides),
    ...changesIn('links', before.links, after.links),
    ...triplesIn(before, after, events),
  ]
  if (changes.length === 0) return after
  const undone = events.find((event) => event.type === 'stepUndone')?.body.step ?? null
  const step: Step = { seq: last.seq, at: last.at, by: last.actor, kind: kindOf(events), undoes: undone, changes }
  let steps = after.steps.set(String(step.seq), step)
  for (const old of stepsOf(after).slice(REMEMBERED - 1)) steps = steps.delete(String(old.seq))
  return { ...after, steps }
}

/** Steps that are remembered, the newest first. */
export const stepsOf = ({ steps }: Pick<Lab, 'steps'>): Step[] => [...steps.values()].sort((a, b) => b.seq - a.seq)

/** A triple with a part as an organiser had completed it, or missing again. */
export function withCompleted(note: Contribution, part: TriplePart, completed: CompletedPart | null, at: Instant): Contribution {
  if (note.redacted || note.answer.type !== 'triple') return note
  const { [part]: _, ...others } = note.completed
  return {
    ...note,
    answer: { ...note.answer, [part]: completed?.text ?? '' },
    editedAt: at,
    completed: completed ? { ...others, [part]: completed.by } : others,
  }
}

/** The lab with everything that a step changed as it stood before it; `seq` and `at` are those of the change that does so. */
export function restored(lab: Lab, step: Step, { seq, at }: { readonly seq: number; readonly at: Instant }): Lab {
  let next = lab
  for (const change of step.changes) {
    if (change.of === 'triple') {
      const { id, part, before } = change
      next = { ...next, contributions: next.contributions.update(id, (note) => withCompleted(note, part, before, at)) }
      continue
    }
    if (change.of === 'order') {
      next = { ...next, entries: next.entries.update(change.id, (entry) => ({ ...entry, position: change.from })) }
      continue
    }
    if (change.of === 'accepted') {
      next = { ...next, entries: next.entries.update(change.id, (entry) => ({ ...entry, accepted: !change.to })) }
      continue
    }
    const table = next[change.of] as Table<Compiled[CompiledName]>
    const put = change.before === null ? table.delete(change.id) : table.set(change.id, { ...change.before, rev: seq })
    next = { ...next, [change.of]: put }
  }
  return next
}

/** Why a step cannot be taken back: something that it changed was changed since, by the step of that number (null: forgotten by now); `gone`: what it would need is gone. */
export type Overtaken = { readonly by: number | null } | { readonly gone: 'block' | 'entry' | 'note' }

const isAsLeft = (lab: Lab, change: StepChange): boolean => {
  if (change.of === 'order') return lab.entries.get(change.id)?.position === change.to
  if (change.of === 'accepted') return lab.entries.get(change.id)?.accepted === change.to
  if (change.of === 'triple') {
    const note = lab.contributions.get(change.id)
    const now = completedIn(note, change.part)
    // missing again, or written by whoever wrote the note
    const isBlank = note?.answer.type === 'triple' && !/\S/.test(note.answer[change.part])
    return change.after === null ? now === null && isBlank : now?.text === change.after.text && now.by === change.after.by
  }
  return (lab[change.of].get(change.id)?.rev ?? null) === change.rev
}

const usable = (lab: Lab, id: string): boolean => {
  const note = lab.contributions.get(id)
  return note !== undefined && isUsable(note)
}

/** What a change is of: an entry's place is the entry's, and so is whether it is accepted. */
const thingOf = (change: StepChange): string =>
  change.of === 'triple'
    ? `triple ${change.id} ${change.part}`
    : `${change.of === 'order' || change.of === 'accepted' ? 'entries' : change.of} ${change.id}`

/** Null where a step can be taken back. */
export function overtaken(lab: Lab, step: Step): Overtaken | null {
  const other = step.changes.find((change) => !isAsLeft(lab, change))
  if (other) {
    const since = stepsOf(lab).find(({ seq, changes }) => seq > step.seq && changes.some((change) => thingOf(change) === thingOf(other)))
    // a part of a triple is changed by whoever wrote it, too, which is no step
    return since || other.of !== 'triple' ? { by: since?.seq ?? null } : { gone: 'note' }
  }
  const blocks = new Set(lab.kit.finalCanvas.blocks.map(({ id }) => id))
  const back = new Set(step.changes.flatMap((change) => (change.of === 'entries' && change.before !== null ? [change.id] : [])))
  for (const change of step.changes) {
    if (change.of === 'triple' && !usable(lab, change.id)) return { gone: 'note' }
    if (change.of === 'order' || change.of === 'accepted' || change.of === 'triple' || change.before === null) continue
    if (change.of === 'entries' && !blocks.has(change.before.block)) return { gone: 'block' }
    if (change.of === 'themes' && change.before.block !== null && !blocks.has(change.before.block)) return { gone: 'block' }
    if (change.of === 'links' && [change.before.from, change.before.to].some((id) => !lab.entries.has(id) && !back.has(id)))
      return { gone: 'entry' }
  }
  return null
}

/** True where taking the step back would bring back, or name, something that is redacted. */
export function remembers(step: Step, contributions: ReadonlySet<string>, things: ReadonlySet<string>): boolean {
  return step.changes.some((change) => {
    if (things.has(change.id) || contributions.has(change.id)) return true
    if (change.of === 'entries') return change.before?.sources.some((id) => contributions.has(id)) ?? false
    if (change.of === 'themes')
      return [...(change.before?.notes ?? []), ...(change.before?.refused ?? [])].some((id) => contributions.has(id))
    return false
  })
}
