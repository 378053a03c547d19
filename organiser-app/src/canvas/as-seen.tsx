import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { curateWords as our } from './curate-words.ts'
import { canvasWords } from './words.ts'

/** Others who run the lab see that somebody writes over this entry; said again while it lasts, since it is forgotten after a minute. */
export function useWritingOver(entry: string): void {
  const lab = useLab()
  useEffect(() => {
    const quietly = (what: string | null) => void lab.sayDoing(what).catch(() => undefined)
    quietly(entry)
    const again = setInterval(() => quietly(entry), 25_000)
    return () => {
      clearInterval(again)
      quietly(null)
    }
  }, [entry])
}

/** Entries as they stood when a dialog about them opened: what is sent must be what was read. */
export interface AsSeen {
  readonly entries: readonly EntryItem[]
  /** Those that read otherwise by now, as they are now; null where one is gone. */
  readonly changed: readonly (EntryItem | null)[]
  /** Takes them as they are now. */
  readonly again: () => readonly EntryItem[]
}

export function useAsSeen(entries: readonly EntryItem[]): AsSeen {
  const lab = useLab()
  const seen: Signal<readonly EntryItem[]> = useSignal(entries)
  const nowOf = ({ id }: EntryItem) => lab.items.entries.value[id] ?? null
  return {
    entries: seen.value,
    changed: seen.value.flatMap((entry) => {
      const now = nowOf(entry)
      return now?.rev === entry.rev ? [] : [now]
    }),
    again: () => (seen.value = seen.value.flatMap((entry) => nowOf(entry) ?? [])),
  }
}

/** Says that somebody else changed what a dialog speaks of, and how it reads now. Nothing is overwritten in silence. */
export function ChangedMeanwhile({ seen, onAgain }: { readonly seen: AsSeen; readonly onAgain: () => void }): JSX.Element | null {
  if (seen.changed.length === 0) return null
  return (
    <div class="conflict" role="alert">
      <h3>
        <Icon name="alert" /> {say(our.changedTitle)}
      </h3>
      {seen.changed.map((now, i) => (
        <blockquote key={now?.id ?? `gone${i}`}>
          {now ? (now.withheld ? say(canvasWords.withheldText) : now.text) : say(our.changedGone)}
        </blockquote>
      ))}
      <div class="buttons">
        <Button onClick={onAgain}>{say(our.changedAgain)}</Button>
      </div>
    </div>
  )
}
