import { expect, it } from 'vitest'
import { keepFocus } from '@telaio/shared/ui'

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

it('moves on to what is left nearest when the focused button goes away', async () => {
  document.body.innerHTML =
    '<main><button id="far">far</button><ul><li id="call"><button id="answer">a</button><button id="close">c</button></li></ul></main>'
  const main = document.querySelector('main')
  if (!main) throw new Error('no main')
  // happy-dom lays nothing out: everything is as good as seen
  HTMLElement.prototype.getClientRects = () => [{}] as unknown as DOMRectList
  const stop = keepFocus(main)
  const answer = document.getElementById('answer')
  answer?.focus()
  answer?.remove()
  await settle()
  expect(document.activeElement?.id).toBe('close')
  // a part of the page that stands and has nothing left to press: the next one around it
  answer?.remove()
  document.getElementById('close')?.remove()
  await settle()
  expect(document.activeElement?.id).toBe('far')
  stop()
})
