import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const FOCUSABLE = 'button, textarea, input, select, summary, a[href]'

/** The nearest thing to hold the focus, where what had it is gone: its own row, the row that took its place, the last one, the field. */
function heir(box: HTMLElement, row: Element | null, at: number): HTMLElement | null {
  const rows = [...box.querySelectorAll('li')]
  const next = row?.isConnected ? row : (rows[Math.min(at, rows.length - 1)] ?? box)
  return next.querySelector<HTMLElement>(FOCUSABLE) ?? box.querySelector<HTMLElement>(FOCUSABLE)
}

/**
 * Keeps the focus in a box whose controls come and go under the keyboard: a button that was pressed and is no more would leave whoever uses
 * it at the top of the page.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    let last: Element | null = null
    let row: Element | null = null
    let at = 0
    const enter = ({ target }: FocusEvent): void => {
      last = target as Element
      row = last.closest('li')
      at = row ? [...element.querySelectorAll('li')].indexOf(row as HTMLLIElement) : 0
    }
    const leave = ({ target, relatedTarget }: FocusEvent): void => {
      // gone to another control, or nowhere by its own will: not ours. Whether it was taken away shows a moment later
      if (relatedTarget !== null) last = null
      else setTimeout(() => last === target && (target as Element).isConnected && (last = null))
    }
    const keep = (): void => {
      if (last && !last.isConnected && (document.activeElement === null || document.activeElement === document.body))
        heir(element, row, at)?.focus({ preventScroll: true })
    }
    // some browsers tell of a focus that was taken away, some do not: the removal itself always shows
    const watching = new MutationObserver(keep)
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    watching.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
      watching.disconnect()
    }
  }, [])
}
