import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useLab } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { EDIT_BLOCKS, EditBlocksPage } from '../planning/canvas/edit-blocks-page.tsx'
import { BlockPage } from './block-page.tsx'
import { EditorsPage } from './editors-page.tsx'
import { MapPage } from './map-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { ThemesPage } from './themes/themes-page.tsx'
import { TriplesPage } from './triples-page.tsx'
import { canvasWords as our } from './words.ts'

/** The final canvas: the whole sheet, one block to work on, or a page of its own. */
export function CanvasRoom({ block }: { readonly block: string | null }): JSX.Element {
  const lab = useLab()
  if (block === null) return <SheetPage />
  if (block === 'themes') return <ThemesPage />
  if (block === 'triples') return <TriplesPage />
  if (block === 'map') return <MapPage />
  if (block === 'numbers') return <NumbersPage />
  if (block === 'editors') return <EditorsPage />
  if (block === EDIT_BLOCKS) return <EditBlocksPage />
  const found = lab.items.canvasBlocks.value[block]
  if (found) return <BlockPage block={found} />
  return (
    <Page title={say(words.lostTitle)} lead={say(words.lostText)}>
      <a class="button primary" href={hrefOf(lab.id, { room: 'canvas', block: null })}>
        {say(our.allBlocks)}
      </a>
    </Page>
  )
}
