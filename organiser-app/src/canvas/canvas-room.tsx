import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useLab } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { EDIT_BLOCKS, EditBlocksPage } from '../planning/canvas/edit-blocks-page.tsx'
import { BlockPage } from './block-page.tsx'
import { SheetPage } from './sheet-page.tsx'
import { canvasWords as our } from './words.ts'

/** The final canvas: the whole sheet, or one block to work on. */
export function CanvasRoom({ block }: { readonly block: string | null }): JSX.Element {
  const lab = useLab()
  if (block === null) return <SheetPage />
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
