import type { JSX } from 'preact'
import type { BlockKind } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { kindWords } from '../meetings/words.ts'

/** How people sit together, drawn on a grid of 20: one ring, a speaker before rows, one dot, three apart, threads that cross, two bars. */
const SHAPES: Readonly<Record<BlockKind, string>> = {
  plenary: 'M10 3.5a6.5 6.5 0 1 0 .01 0',
  framing: 'M10 2.8a1.6 1.6 0 1 0 .01 0M4 10h12M4 13.5h12M4 17h12',
  individual: 'M10 4a2.6 2.6 0 1 0 .01 0M4.5 16.5c0-3.2 2.4-5 5.5-5s5.5 1.8 5.5 5',
  'project-groups': 'M7.5 3h5v5h-5ZM2.5 11.5h5v5h-5ZM12.5 11.5h5v5h-5Z',
  'mixed-groups': 'M3 4.5c7 0 7 11 14 11M3 15.5c7 0 7-11 14-11',
  break: 'M7 4v12M13 4v12',
}

/** A kind of block by its shape and its name; its colour only repeats them. */
export function KindMark({ kind }: { readonly kind: BlockKind }): JSX.Element {
  return (
    <span class={`kind-mark kind-${kind}`}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
        <path d={SHAPES[kind]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {say(kindWords[kind])}
    </span>
  )
}
