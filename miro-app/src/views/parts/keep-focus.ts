const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/**
 * Where a button goes away with what it did, the focus would fall to the top of the page. It goes to what is left nearest to it instead: the first
 * thing to press in the smallest part of the page that still stands.
 */
export function keepFocus(root: HTMLElement): () => void {
  let around: HTMLElement[] = []
  const remember = ({ target }: FocusEvent): void => {
    around = []
    for (let one = target instanceof HTMLElement ? target : null; one && one !== root; one = one.parentElement) around.push(one)
  }
  const watching = new MutationObserver(() => {
    const [last, ...outer] = around
    if (!last || last.isConnected || document.activeElement !== document.body) return
    around = []
    outer
      .find((one) => one.isConnected)
      ?.querySelector<HTMLElement>(FOCUSABLE)
      ?.focus({ preventScroll: true })
  })
  root.addEventListener('focusin', remember)
  watching.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', remember)
    watching.disconnect()
  }
}
