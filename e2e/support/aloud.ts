import type { BrowserContext, Frame, Page } from '@playwright/test'

/** What one live region of a page has come to say. */
export interface Said {
  readonly text: string
  /** The region came into the page together with these words: some screen readers say them, others do not. */
  readonly isBornWithWords: boolean
  /** Stands inside another region, which says it too. */
  readonly isNested: boolean
}

/** In every page of the context, from its very first element on: writes down what live regions say, as a screen reader would hear it. */
export async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const REGIONS = '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]'
    const heard: { text: string; isBornWithWords: boolean; isNested: boolean }[] = []
    const last = new WeakMap<Element, string>()
    const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)
    const regionsIn = (node: Node): Element[] =>
      node instanceof Element ? [...(node.matches(REGIONS) ? [node] : []), ...node.querySelectorAll(REGIONS)] : []
    const watcher = new MutationObserver((changes) => {
      const born = new Set(changes.flatMap(({ addedNodes }) => [...addedNodes].flatMap(regionsIn)))
      const touched = new Set([...born, ...changes.flatMap(({ target }) => elementOf(target)?.closest(REGIONS) ?? [])])
      for (const region of touched) {
        if (!region.isConnected) continue
        const text = ((region as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim()
        if (text === (last.get(region) ?? '')) continue
        last.set(region, text)
        if (text === '') continue
        // an alert is read by all of them when it comes
        const isBornWithWords = born.has(region) && region.getAttribute('role') !== 'alert'
        heard.push({ text, isBornWithWords, isNested: region.parentElement?.closest(REGIONS) != null })
      }
    })
    watcher.observe(document, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { telaioHeard: heard })
  })
}

/** What was said in this document since it was loaded. */
export const heardIn = (where: Page | Frame): Promise<readonly Said[]> =>
  where.evaluate(() => (window as unknown as { telaioHeard: Said[] }).telaioHeard)
