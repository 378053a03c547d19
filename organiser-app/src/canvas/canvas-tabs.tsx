import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useLab } from '../shell/context.ts'
import { Tabs } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { compileWords as our } from './compile-words.ts'
import { openComments } from './entries.ts'

/** Pages of the canvas room that are no block; blocks are called B1, B2… */
export const CANVAS_PAGES = ['themes', 'triples', 'map', 'numbers', 'editors'] as const
export type CanvasPage = (typeof CANVAS_PAGES)[number]

const LABELS = { themes: our.tabThemes, triples: our.tabTriples, map: our.tabMap, numbers: our.tabNumbers, editors: our.tabEditors }

export function CanvasTabs({ here }: { readonly here: CanvasPage | null }): JSX.Element {
  const lab = useLab()
  const at = (block: string | null) => hrefOf(lab.id, { room: 'canvas', block })
  return (
    <Tabs
      label={say(our.tabs)}
      tabs={[
        { href: at(null), label: say(our.tabCanvas), here: here === null },
        ...CANVAS_PAGES.map((page) => ({
          href: at(page),
          label: say(LABELS[page]),
          here: here === page,
          ...(page === 'editors' ? { count: openComments(lab.items.comments.value).length } : {}),
        })),
      ]}
    />
  )
}
