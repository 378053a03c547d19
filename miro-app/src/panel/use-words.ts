import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ItemWords } from '../board/board-host.ts'
import { usePanel } from './context.ts'

/** What items of the board say now, read through Miro: the log keeps no text of what is not a contribution. Empty until read, and where Miro does not answer. */
export function useWords(items: readonly string[]): ReadonlyMap<string, ItemWords> {
  const { host } = usePanel()
  const words = useSignal<ReadonlyMap<string, ItemWords>>(new Map())
  const key = items.join(' ')
  useEffect(() => {
    let isHere = true
    if (items.length > 0)
      host.words(items).then(
        (read) => {
          if (isHere) words.value = read
        },
        () => undefined,
      )
    return () => {
      isHere = false
    }
  }, [host, key])
  return words.value
}
