import type { ArmGave } from '@telaio/shared/api'
import type { BoardItem } from '@telaio/shared/ports'

/** An answer that is whole: of items in parts, all of them. */
export type WholeAnswer = Exclude<ArmGave, { gave: 'error' | 'items' }> | { readonly gave: 'items'; readonly items: readonly BoardItem[] }
