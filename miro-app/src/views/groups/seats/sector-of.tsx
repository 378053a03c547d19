import { groupingWords } from '@telaio/shared/grouping'
import { say, SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../../panel/context.ts'

/** A sector's shape and colour; its name to whoever cannot see them. */
export function SectorOf({ sector }: { readonly sector: string | null }): JSX.Element {
  const { lab } = usePanel()
  const found = lab.lab.value?.sectors.find((one) => one.id === sector)
  if (found) return <SectorMark sector={found} short />
  return (
    <span class="sector" title={say(groupingWords.noSector)}>
      <span aria-hidden="true" class="sector-shape">
        ○
      </span>
      <span class="visually-hidden">{say(groupingWords.noSector)}</span>
    </span>
  )
}
