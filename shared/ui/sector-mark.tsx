import type { JSX } from 'preact'
import type { Sector } from '../kit/index.ts'
import { threads } from '../look/tokens.ts'
import { say } from './language.ts'

/** A sector as colour, shape and name: never colour alone. `short` leaves the name to assistive technology and the tooltip. */
export function SectorMark({ sector, short = false }: { readonly sector: Sector; readonly short?: boolean }): JSX.Element {
  const { glyph } = threads[sector.thread]
  const name = say(sector.title)
  return (
    <span class={`sector thread-${sector.thread}`} title={short ? name : undefined}>
      <span aria-hidden="true" class="sector-shape">
        {glyph}
      </span>
      <span class={short ? 'visually-hidden' : 'sector-name'}>{name}</span>
    </span>
  )
}
