import type { Box } from './geometry.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { contentOf, plainText } from './text.ts'

/** 53 bits of FNV-like mixing (cyrb53, public domain) in base 36: tells two plan items apart, guards nothing. */
function digest(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** Which of the platform's kinds a plan's item is made as. */
export const kindOnBoard = ({ kind }: Pick<PlanItem, 'kind'>): 'frame' | 'text' | 'shape' =>
  kind === 'frame' || kind === 'text' ? kind : 'shape'

/** What a reader sees of an item of a plan. */
export const wordsOf = (item: PlanItem): string => plainText(item.kind === 'frame' ? item.text : contentOf(item))

/** Digest of what a reader sees of an item. */
export const digestOf = (words: string): string => (words === '' ? '-' : digest(words))

const LETTERS = { frame: 'f', text: 't', shape: 's' } as const

/**
 * What an item was written as: a digest of its words, one of its looks, its place in its frame (of a frame: on the board) and, where it has links, a digest of where they lead, so that a later
 * placement knows what changed, whether somebody changed it since, and where to look for it. A frame that moves with all that stands in it changes no mark but its own.
 */
export function markOf(item: PlanItem, frame: Box | null): string {
  const { box } = item
  const place = [
    box.left + box.width / 2 - (frame?.left ?? 0),
    box.top + box.height / 2 - (frame?.top ?? 0),
    box.width,
    box.height,
    box.rotation ?? 0,
  ].map((number) => Math.round(number).toString(36))
  const looks = digest(JSON.stringify([item.kind, item.style]))
  const links = item.links ? `.${digest(JSON.stringify(item.links.map(({ href }) => href)))}` : ''
  return `${digestOf(wordsOf(item))}.${looks}.${LETTERS[kindOnBoard(item)]}${place.join(',')}${item.parent === null ? '' : `@${item.parent}`}${links}`
}

const known = new WeakMap<BoardPlan, ReadonlyMap<string, string>>()

/** The mark of every item of a plan, by key. */
export function marksOf(plan: BoardPlan): ReadonlyMap<string, string> {
  const before = known.get(plan)
  if (before) return before
  const frames = new Map(plan.items.flatMap((item) => (item.kind === 'frame' ? [[item.key, item.box]] : [])))
  const marks = new Map(plan.items.map((item) => [item.key, markOf(item, item.parent === null ? null : (frames.get(item.parent) ?? null))]))
  known.set(plan, marks)
  return marks
}

export interface MarkParts {
  /** Null where nothing is known of its words: they were redacted. */
  readonly words: string | null
  readonly looks: string
  /** Null in a mark that does not say. `box` counts from the frame's top left, a frame's own from the board's middle. */
  readonly place: { readonly kind: 'frame' | 'text' | 'shape'; readonly box: Box } | null
  /** Key of the frame it was put into; null for a frame. */
  readonly parent: string | null
}

/** Reads a mark. */
export function partsOfMark(mark: string): MarkParts {
  const [words = '', looks = '', where = ''] = mark.split('.')
  const [place = '', parent = null] = where.split('@')
  const kind = (['frame', 'text', 'shape'] as const).find((one) => LETTERS[one] === place[0])
  const [x = NaN, y = NaN, width = NaN, height = NaN] = place
    .slice(1)
    .split(',')
    .map((part) => parseInt(part, 36))
  return {
    words: words === '' || place === '' ? null : words,
    looks,
    parent,
    place:
      kind === undefined || Number.isNaN(x + y + width + height)
        ? null
        : { kind, box: { left: x - width / 2, top: y - height / 2, width, height } },
  }
}

/** True where two marks differ in nothing but where links lead: what that is depends on every note on the board. */
export const alikeButForLinks = (before: string, after: string): boolean => before.split('.', 3).join('.') === after.split('.', 3).join('.')

/** Which parts of an item differ between two marks. */
export function changedParts(before: string, after: string): { readonly words: boolean; readonly looks: boolean; readonly place: boolean } {
  const [old, fresh] = [before.split('.'), after.split('.')]
  return { words: old[0] !== fresh[0] || old[3] !== fresh[3], looks: old[1] !== fresh[1], place: old[2] !== fresh[2] }
}
