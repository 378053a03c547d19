import { useEffect, useRef } from 'preact/hooks'
import type { Suggestion, Theme } from '@telaio/shared/themes'
import type { Ask } from './finder-worker.ts'

export interface Found {
  readonly themes: readonly Theme[]
  readonly suggestions: readonly Suggestion[]
  /** Notes that say nothing ("nessuna", "-"). */
  readonly empty: readonly string[]
}
type Told =
  | { readonly id: number; readonly is: 'found'; readonly found: Found }
  | { readonly id: number; readonly is: 'failed'; readonly message: string }

/** Themes looked for beside the page: it stays quick, and none of the finder is in what it loads first. */
interface Finder {
  readonly find: (what: Omit<Ask, 'id'>) => Promise<Found>
  readonly end: () => void
}

function createFinder(): Finder {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, { take: (found: Found) => void; fail: (error: Error) => void }>()
  const open = (): Worker => {
    if (worker) return worker
    worker = new Worker(new URL('./finder-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      const one = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.is === 'failed') one?.fail(new Error(data.message))
      else one?.take(data.found)
    })
    worker.addEventListener('error', (event) => {
      for (const { fail } of waiting.values()) fail(new Error(event.message))
      waiting.clear()
    })
    return worker
  }
  return {
    find: (what) =>
      new Promise((take, fail) => {
        const id = ++last
        waiting.set(id, { take, fail })
        open().postMessage({ ...what, id }, [])
      }),
    end: () => {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}

/** A finder of this view's own, gone with it. */
export function useFinder(): Finder {
  const ref = useRef<Finder | null>(null)
  const finder = (ref.current ??= createFinder())
  useEffect(() => () => finder.end(), [finder])
  return finder
}
