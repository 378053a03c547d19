import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { Placement } from './placement.tsx'
import { areaWords as our } from './words.ts'

/** The final canvas on its board, for the page of the canvas. */
export function CanvasOnBoard(): JSX.Element {
  return (
    <section class="canvas-on-board" aria-labelledby="canvas-on-board">
      <h2 id="canvas-on-board">{say(our.inMiro)}</h2>
      <Placement area="canvas" away />
    </section>
  )
}
