import { plainText } from '@telaio/shared/board'
import type { NewBoardItem } from '@telaio/shared/ports'
import { contentOf, type RawItem } from './rest-items.ts'
import { TYPES } from './rest-requests.ts'

interface Wish {
  readonly type: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly parent: string | null
}

/** Miro may give positions back rounded. */
const NEAR = 1

const isSameText = (wish: Wish, made: RawItem): boolean => wish.text === plainText(contentOf(made))
const isSamePlace = ({ x, y }: Wish, { position }: RawItem): boolean =>
  !!position && Math.abs(position.x - x) <= NEAR && Math.abs(position.y - y) <= NEAR
const isSameKind = ({ type, parent }: Wish, made: RawItem): boolean => made.type === type && (made.parent?.id ?? null) === parent

/**
 * Which answer belongs to which item asked for: sources disagree on whether a bulk keeps their order (facts: §3). By kind, frame, text and place; then by
 * text or place alone, where only one is left that fits. Null where any is left over: a wrong pairing would be worse than none.
 */
export function matchMade(
  items: readonly NewBoardItem[],
  positions: readonly { readonly x: number; readonly y: number }[],
  made: readonly RawItem[],
): RawItem[] | null {
  if (made.length !== items.length || new Set(made.map(({ id }) => id)).size !== made.length) return null
  const wishes = items.map(
    (item, at): Wish => ({
      type: TYPES[item.kind],
      text: plainText(item.content),
      x: positions[at]?.x ?? 0,
      y: positions[at]?.y ?? 0,
      parent: item.parent?.id ?? null,
    }),
  )
  const found: (RawItem | undefined)[] = items.map(() => undefined)
  const left = new Set(made)
  const take = (at: number, one: RawItem): void => {
    found[at] = one
    left.delete(one)
  }

  // items alike in all of this may stand for one another
  for (const [at, wish] of wishes.entries()) {
    const fitting = [...left].find((one) => isSameKind(wish, one) && isSameText(wish, one) && isSamePlace(wish, one))
    if (fitting) take(at, fitting)
  }
  for (const alike of [isSameText, isSamePlace]) {
    const open = wishes.flatMap((wish, at) => (found[at] ? [] : [{ wish, at }]))
    const pairs = open.map(({ wish, at }) => ({ at, fitting: [...left].filter((one) => isSameKind(wish, one) && alike(wish, one)) }))
    for (const { at, fitting } of pairs) {
      const [one, ...others] = fitting
      const isAlone = pairs.filter((pair) => one && pair.fitting.includes(one)).length === 1
      if (one && others.length === 0 && isAlone) take(at, one)
    }
  }
  return left.size === 0 ? found.flatMap((one) => one ?? []) : null
}
