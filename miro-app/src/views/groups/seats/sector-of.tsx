import { SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../../panel/context.ts'

/** A sector's shape and colour; its name to whoever cannot see them. */
export function SectorOf({ sector }: { readonly sector: string | null }): JSX.Element {
  const { lab } = usePanel()
  return <SectorMark short sector={lab.lab.value?.sectors.find((one) => one.id === sector) ?? null} />
}
