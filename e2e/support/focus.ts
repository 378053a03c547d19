import { expect, type Locator, type Page } from '@playwright/test'

/** Enough for the longest page of the console; who has not arrived by then never will. */
const MOST_STOPS = 120

interface Stop {
  readonly what: string
  readonly ring: boolean
  readonly inSight: boolean
}

/** How the element that has the focus shows it: an outline (its own, or of the label that stands for it), in sight and under nothing. */
const stopHere = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
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

/** Goes on with Tab until the focus is there, and sees it at every stop on the way. */
export async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible()
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press('Tab')
    // out of the page, in the browser's own bars: round once more
    if (await page.evaluate(() => document.activeElement === null || document.activeElement === document.body)) continue
    // what is still being laid out has a moment to settle
    await expect.poll(() => stopHere(page), { timeout: 2000 }).toMatchObject({ ring: true, inSight: true })
    if (await to.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not come to ${String(to)}`)
}

/** Comes there with Tab, and presses the key that a button or link takes. */
export async function press(page: Page, what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, what)
  await page.keyboard.press(key)
}
