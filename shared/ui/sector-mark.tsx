import type { JSX } from 'preact'
import type { Sector } from '../kit/index.ts'
import { threads } from '../look/tokens.ts'
import { noSector } from '../words/sectors.ts'
import { say } from './language.ts'

/** A sector as colour, shape and name: never colour alone; null for who has none. `short` leaves the name to assistive technology and the tooltip. */
export function SectorMark({ sector, short = false }: { readonly sector: Sector | null; readonly short?: boolean }): JSX.Element {
  const glyph = sector ? threads[sector.thread].glyph : '○'
  const name = say(sector?.title ?? noSector)
  return (
    <span class={sector ? `sector thread-${sector.thread}` : 'sector none'} title={short ? name : undefined}>
      <span aria-hidden="true" class="sector-shape">
        {glyph}
      </span>
      <span class={short ? 'visually-hidden' : 'sector-name'}>{name}</span>
    </span>
  )
}
