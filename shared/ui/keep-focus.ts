const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

const firstIn = (place: HTMLElement): HTMLElement | undefined =>
  [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.getClientRects().length > 0)

/**
 * Where a button goes away with what it did (a call answered, a form saved), the focus would fall back to the top of the page. It goes to what is left
 * nearest to it instead: the first thing to press in the smallest part of the page that still stands and has one. Whoever knows better goes first.
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: HTMLElement[] = []
  const remember = ({ target }: FocusEvent): void => {
    around = []
    for (let one = target instanceof HTMLElement ? target : null; one; one = one === root ? null : one.parentElement) around.push(one)
  }
  const move = (): void => {
    const [last, ...outer] = around
    if (!last || last.isConnected || document.activeElement !== document.body) return
    around = []
    for (const place of outer) {
      const next = place.isConnected ? firstIn(place) : undefined
      if (next) return next.focus({ preventScroll: true })
    }
  }
  const watch = new MutationObserver(() => queueMicrotask(move))
  root.addEventListener('focusin', remember)
  watch.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', remember)
    watch.disconnect()
  }
}
