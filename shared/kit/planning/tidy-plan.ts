import type { Bilingual } from '../../words/bilingual.ts'
import type { Block, KitMeeting } from '../kit.ts'

const isBlank = ({ it, en }: Bilingual): boolean => it.trim() === '' && en.trim() === ''
const trimmed = ({ it, en }: Bilingual): Bilingual => ({ it: it.trim(), en: en.trim() })

function tidyBlock({ prompt, example, ...block }: Block): Block {
  return {
    ...block,
    title: trimmed(block.title),
    ...(prompt && !isBlank(prompt) ? { prompt: trimmed(prompt) } : {}),
    steps: block.steps.filter((step) => !isBlank(step)).map(trimmed),
    ...(example && !isBlank(example) ? { example: trimmed(example) } : {}),
  }
}

/** A plan as it is saved: texts that stand empty in both languages are left out, blanks around the others go. What stands in one language only stays, for whoever checks. */
export const tidyPlan = (plan: KitMeeting): KitMeeting => ({
  ...plan,
  title: trimmed(plan.title),
  purpose: trimmed(plan.purpose),
  agenda: plan.agenda.map(tidyBlock),
})

/** True where two JSON values say the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const entries = Object.entries(a).filter(([, value]) => value !== undefined)
  const others = new Map(Object.entries(b).filter(([, value]) => value !== undefined))
  return entries.length === others.size && entries.every(([key, value]) => others.has(key) && sameJson(value, others.get(key)))
}

export interface PlanDifference {
  /** Block or zone it is about; null: the meeting itself (title, purpose, minutes, the order of its blocks). */
  readonly block: string | null
  readonly what: 'added' | 'removed' | 'changed' | 'order'
  /** Fields that differ, where it was changed. */
  readonly fields: readonly string[]
}

/** What `after` does to `before`, block by block. */
export function planDifferences(before: KitMeeting, after: KitMeeting): PlanDifference[] {
  const fieldsOf = (a: object, b: object): string[] =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
      (key) => !sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  const was = new Map(before.agenda.map((block) => [block.id, block]))
  const is = new Map(after.agenda.map((block) => [block.id, block]))
  const { agenda: _a, ...meetingBefore } = before
  const { agenda: _b, ...meetingAfter } = after
  const ofMeeting = fieldsOf(meetingBefore, meetingAfter)
  const stayed = before.agenda.filter(({ id }) => is.has(id)).map(({ id }) => id)
  const stay = after.agenda.filter(({ id }) => was.has(id)).map(({ id }) => id)
  return [
    ...(ofMeeting.length > 0 ? [{ block: null, what: 'changed' as const, fields: ofMeeting }] : []),
    ...(sameJson(stayed, stay) ? [] : [{ block: null, what: 'order' as const, fields: [] }]),
    ...before.agenda.filter(({ id }) => !is.has(id)).map(({ id }) => ({ block: id, what: 'removed' as const, fields: [] })),
    ...after.agenda.flatMap((block): PlanDifference[] => {
      const earlier = was.get(block.id)
      if (!earlier) return [{ block: block.id, what: 'added', fields: [] }]
      const fields = fieldsOf(earlier, block)
      return fields.length > 0 ? [{ block: block.id, what: 'changed', fields }] : []
    }),
  ]
}
