import { expect, type Frame, type Locator, type Page } from '@playwright/test'

/** Enough for the longest page of the console; who has not arrived by then never will. */
const MOST_STOPS = 120

interface Stop {
  readonly what: string
  readonly ring: boolean
  readonly inSight: boolean
}

/** How the element that has the focus shows it: an outline (its own, or of the label that stands for it), in sight and under nothing. */
const stopHere = (where: Page | Frame): Promise<Stop> =>
  where.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const shown = element.closest('label') ?? element
    const outlined = [element, shown].some((one) => {
      const style = getComputedStyle(one)
      return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && !/(, 0\)|transparent)$/.test(style.outlineColor)
    })
    const box = shown.getBoundingClientRect()
    const [x, y] = [box.left + Math.min(box.width / 2, 12), box.top + Math.min(box.height / 2, 12)]
    const top = document.elementFromPoint(x, y)
    return {
      what: `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`,
      ring: outlined,
      inSight: top !== null && (shown.contains(top) || top.contains(shown)),
    }
  })

/** The document in which the focus is looked for: a page, or a panel in a frame of it. */
type Where = Page | Frame
const pageOf = (where: Where): Page => ('page' in where ? where.page() : where)

/** Nothing of this document has the focus; of a frame, neither has the frame. */
async function isLost(where: Where): Promise<boolean> {
  const frame = await ('page' in where ? where.frameElement() : null)
  if (frame && !(await frame.evaluate((element) => element === document.activeElement))) return true
  return where.evaluate(() => document.activeElement === null || document.activeElement === document.body)
}

/** Goes on with Tab – or back with Shift and Tab, where that is the way – until the focus is there, and sees it at every stop on the way. */
export async function tabTo(where: Where, to: Locator): Promise<void> {
  await expect(to).toBeVisible()
  const { keyboard } = pageOf(where)
  const here = () => to.evaluate((element) => element === document.activeElement)
  if (await here()) return
  let isBack = await to.evaluate(
    (element) => (document.activeElement?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_PRECEDING,
  )
  let isInside = !(await isLost(where))
  if (!isInside) isBack = 0
  for (let i = 0; i < MOST_STOPS; i++) {
    await keyboard.press(isBack ? 'Shift+Tab' : 'Tab')
    // out of the page, in the browser's own bars: round once more. Out of a frame: back into it
    if (await isLost(where)) {
      if (isInside && where !== pageOf(where)) isBack = isBack ? 0 : 1
      isInside = false
      continue
    }
    isInside = true
    // what is still being laid out has a moment to settle
    await expect.poll(() => stopHere(where), { timeout: 2000 }).toMatchObject({ ring: true, inSight: true })
    if (await here()) return
  }
  throw new Error(`Tab does not come to ${String(to)}`)
}

/** Comes there with Tab, and presses the key that a button or link takes. */
export async function press(where: Where, what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(where, what)
  await pageOf(where).keyboard.press(key)
}

/** Nobody who works with the keyboard was put back to the top of the page by what they did. */
export const expectHeld = (where: Where, after: string): Promise<void> =>
  expect.poll(() => isLost(where), { message: `the focus after: ${after}` }).toBe(false)
