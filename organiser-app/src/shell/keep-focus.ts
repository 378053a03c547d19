const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/**
 * Where a button goes away with what it did (a call answered, a form saved, a note moved on), the focus would fall back to the top of the page.
 * It goes to what is left nearest to it instead: the first thing to press in the smallest part of the page that still stands.
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: HTMLElement[] = []
  const remember = (event: FocusEvent) => {
    around = []
    for (let one = event.target instanceof HTMLElement ? event.target : null; one && one !== root; one = one.parentElement) around.push(one)
  }
  const watch = new MutationObserver(() => {
    const [last, ...outer] = around
    if (!last || last.isConnected || document.activeElement !== document.body) return
    const place = outer.find((one) => one.isConnected)
    around = []
    const next = place?.querySelector<HTMLElement>(FOCUSABLE)
    if (next && next.getClientRects().length > 0) next.focus({ preventScroll: true })
  })
  root.addEventListener('focusin', remember)
  watch.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', remember)
    watch.disconnect()
  }
}
