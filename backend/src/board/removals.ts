import { carriedIn, CREDITS, isEdited, takeBackWork, type Taking } from '@telaio/shared/board'
import type { Lab } from '@telaio/shared/lab'
import { BoardError } from '@telaio/shared/ports'
import type { Desk } from './step.ts'
import { affordable, JUDGED_MS, together, unplaced, worstOf } from './wave.ts'

/** When the newest of some items was placed (ms). */
export const newestOf = ({ placed }: Lab, keys: readonly string[]): number =>
  Math.max(0, ...keys.map((key) => Date.parse(placed.get(key)?.at ?? '') || 0))

/** What a wave of removals leaves: keys that stay for people's sake; null while there is more to take. */
export async function removeWave(desk: Desk, keys: readonly string[], isStill: (lab: Lab) => boolean): Promise<readonly string[] | null> {
  const { lab, board, known, settings, credits, record } = desk
  // a reading shows what stood there for as long as lists lag
  const newest = newestOf(lab, keys) + settings.lagMs
  const judge = async (ms: number) => {
    const { items, at } = await known.recent(Math.max(0, Math.min(ms, desk.now() - newest)))
    return takeBackWork(lab, desk.entry.id, keys, items, at - settings.lagMs)
  }
  let work = await judge(JUDGED_MS)
  // a frame takes along what stands in it: looked at once more, now
  if (work.items.length === 0 && work.frames.length > 0) work = await judge(0)
  if (work.gone.length > 0) await record(() => unplaced(work.gone))
  const those: readonly Taking[] = work.items.length > 0 ? work.items : work.frames
  if (those.length === 0) return work.spared
  const wave = those.slice(0, affordable(Math.min(those.length, 2 * settings.abreast), CREDITS.removal, credits()))
  if (wave.length === 0 || !isStill(await record(() => []))) return null
  const taken: string[] = []
  const errors: BoardError[] = []
  await together(wave, settings.abreast, async ({ key, item }) => {
    try {
      await board.remove(item.id, item.kind)
      known.removed(item.id)
      taken.push(key)
    } catch (error) {
      if (!(error instanceof BoardError)) throw error
      errors.push(error)
    }
  })
  await record(() => unplaced(taken))
  const worst = worstOf(errors)
  if (worst) throw worst
  return null
}

/** A carried note whose source no longer counts goes at once; one that somebody rewrote stays for the next harvest, unless its words must go. */
export async function removeCarried(
  { lab, board, entry, known, record }: Desk,
  { key, item, redacted }: { readonly key: string; readonly item: string | null; readonly redacted: boolean },
): Promise<void> {
  if (item === null) return
  const there = redacted ? null : await board.item(item)
  const placed = lab.placed.get(key)
  if (there && placed && isEdited(placed, there)) {
    await record(() => [{ type: 'itemsLeft', body: { board: entry.id, keys: [key], why: 'spared' } }])
    return
  }
  await board.remove(item, 'shape')
  known.removed(item)
  await record((now) => (now.placed.get(key)?.item === item && carriedIn(key) !== null ? unplaced([key]) : []))
}
