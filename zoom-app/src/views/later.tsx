import { signal } from '@preact/signals'
import { backoff, pause } from '@telaio/shared/client'
import type { ComponentType, JSX } from 'preact'

/** A part of the page that the first minute does not need. It is fetched soon after, so that a line that breaks later takes nothing away. */
export interface Later<P> {
  (props: P): JSX.Element | null
  readonly fetch: () => void
}

/** `onSight`: fetched as soon as it should be seen; else only with the others, after the first paint. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, onSight = true): Later<P> {
  const found = signal<ComponentType<P> | null>(null)
  let asked = false
  const fetch = (): void => {
    if (asked) return
    asked = true
    void (async () => {
      for (let attempt = 0; found.value === null; attempt++)
        try {
          found.value = await load()
        } catch {
          await pause(backoff(attempt))
        }
    })()
  }
  const Part = (props: P): JSX.Element | null => {
    const Found = found.value
    if (Found === null && onSight) fetch()
    return Found === null ? null : <Found {...props} />
  }
  return Object.assign(Part, { fetch })
}
