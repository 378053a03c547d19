import type { Kit } from '../kit.ts'

/** What planning a meeting must know of the kit or lab around it; a `Kit` is one. */
export type PlanKit = Pick<Kit, 'meetings' | 'assumes' | 'methods'> & { readonly finalCanvas: Pick<Kit['finalCanvas'], 'blocks'> }
