import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { Place } from '../../lab/notes.ts'

export interface BallotProps {
  readonly zone: ZoneItem
  readonly block: BlockItem
  readonly place: Place
  readonly labelledBy: string
}
