import { say } from '@telaio/shared/ui'
import type { Step } from './jobs.ts'
import { planWords as our } from './words.ts'

/** How far a plan may be from the best there is, in words. */
export const boundText = ({ proven, sector, repeats, bounds }: Step['progress']): string => {
  if (proven) return say(our.proven)
  return sector > bounds.sector
    ? say(our.fromBestSector, { n: sector - bounds.sector })
    : say(our.fromBest, { n: Math.max(0, repeats - bounds.repeats) })
}
