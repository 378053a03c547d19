import { type ElementHandle, expect, type Frame, type Page } from '@playwright/test'
import axe from 'axe-core'

/** The document inside an iframe of a page. */
export async function frameOf(page: Page, selector: string): Promise<Frame> {
  const element: ElementHandle = await page
    .locator(selector)
    .elementHandle()
    .then((found) => found ?? Promise.reject(new Error(`no ${selector}`)))
  const frame = await element.contentFrame()
  if (!frame) throw new Error(`${selector} holds no page`)
  return frame
}

/** What axe finds wrong in one document, by rule and element; `rules`: these alone. */
export async function violationsOf(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source)
  return frame.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, {
      resultTypes: ['violations'],
      ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`))
  }, rules)
}

/**
 * What hands cannot use, or eyes should not bear, in one document: controls under 24 × 24 px (a label counts with its box; a link within a sentence need
 * not), controls that Tab does not come to, a page wider than its window, anything that moves although less motion was asked for.
 */
export const unusable = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const CONTROLS = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"]'
    const called = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`
    const faults: string[] = []
    for (const control of document.querySelectorAll<HTMLElement>(CONTROLS)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]')) continue
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
      const boxes = [control, ...labels].map((one) => one.getBoundingClientRect())
      const [width, height] = [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))]
      const inSentence =
        control.tagName === 'A' &&
        getComputedStyle(control).display === 'inline' &&
        control.parentElement?.textContent?.trim() !== control.textContent?.trim()
      if ((width < 23.9 || height < 23.9) && !inSentence) faults.push(`small, ${width} × ${height}: ${called(control)}`)
      const roves = control.getAttribute('role') === 'tab' && control.getAttribute('aria-selected') === 'false'
      if (control.tabIndex < 0 && !roves) faults.push(`out of Tab’s way: ${called(control)}`)
    }
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (over > 0) faults.push(`${over} px wider than the window`)
    for (const moving of document.getAnimations()) {
      const { effect, playState } = moving
      if (playState === 'running' && Number(effect?.getComputedTiming().duration) > 50)
        faults.push(`moves: ${effect instanceof KeyframeEffect && effect.target ? called(effect.target) : 'something'}`)
    }
    return faults
  })

/** Unfolds all that is folded, so that a look takes in what is inside. */
export const unfold = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    for (const fold of document.querySelectorAll('details:not([open])')) fold.setAttribute('open', '')
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-expanded="false"]:not([aria-haspopup])')) button.click()
  })

/** One state of a panel: nothing that axe, a finger, the keyboard or weak eyes would stumble over, in the light and in the dark. */
export async function expectSound(page: Page, frame: Frame, state: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect.soft(await unusable(frame), state).toEqual([])
  expect.soft(await violationsOf(frame), `${state}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect.soft(await violationsOf(frame, ['color-contrast']), `${state}, dark`).toEqual([])
}
