/** What is said aloud about the time left, once each: five minutes, one minute, time up. */
export type TimeNotice = 'five' | 'one' | 'up'

const MINUTE = 60_000
const NOTICES: readonly (readonly [TimeNotice, number])[] = [
  ['five', 5 * MINUTE],
  ['one', MINUTE],
  ['up', 0],
]
/** A clock that is measured anew may step back by so much; more is time that somebody added. */
const STEP_MS = 3000

/**
 * Says which notice is due, from one reading of the time left to the next: `block` names the running block, `left` is in ms. What was past when a block was
 * first seen is not said; a jump over several (a laptop that slept) says the last only; where somebody added time, its notices come again when they are due.
 */
export function createTimeNotices(): (block: string | null, left: number | null) => TimeNotice | null {
  let at: string | null = null
  let least = Number.POSITIVE_INFINITY
  return (block, left) => {
    if (block === null || left === null) {
      at = null
      return null
    }
    if (block !== at || left > least + STEP_MS) {
      at = block
      least = left
      return null
    }
    const crossed = NOTICES.filter(([, when]) => least > when && left <= when)
    least = Math.min(least, left)
    return crossed.at(-1)?.[0] ?? null
  }
}
