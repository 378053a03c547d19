import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { KitReview } from '@telaio/shared/api'
import { say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { documentWords as our } from './words.ts'

type Doubt = KitReview['doubtful'][number]

/** Letters of a text that are shown on either side of a word. */
const AROUND = 60

/** A text around the first place where a word stands alone in it: before, the word, after. */
export function around(text: string, word: string): readonly [string, string, string] {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u'))
  if (at < 0) return [text.slice(0, 2 * AROUND), '', '']
  const before = text.slice(0, at)
  const after = text.slice(at + word.length)
  return [before.length > AROUND ? `…${before.slice(-AROUND)}` : before, word, after.length > AROUND ? `${after.slice(0, AROUND)}…` : after]
}

/** Words that may be names, each in every place where it stands: to be taken out one by one, or everywhere at one touch. */
export function DoubtfulWords({
  doubtful,
  chosen,
}: {
  readonly doubtful: readonly Doubt[]
  readonly chosen: Signal<ReadonlySet<string>>
}): JSX.Element {
  const words = new Map<string, Doubt[]>()
  for (const one of doubtful) words.set(one.word, [...(words.get(one.word) ?? []), one])
  const set = (ids: readonly string[], out: boolean): void => {
    const next = new Set(chosen.value)
    for (const id of ids)
      if (out) next.add(id)
      else next.delete(id)
    chosen.value = next
  }
  return (
    <fieldset class="doubtful-words">
      <legend>{say(our.wordsToLookAt)}</legend>
      <p class="hint">{say(our.wordsToLookAtHint)}</p>
      {[...words].map(([word, places]) => {
        const all = places.every(({ id }) => chosen.value.has(id))
        return (
          <section key={word} aria-label={say(our.wordAlso, { word })}>
            <Button
              small
              onClick={() =>
                set(
                  places.map(({ id }) => id),
                  !all,
                )
              }
            >
              {say(all ? our.nowhere : our.everywhere, { word })}
            </Button>
            <ul>
              {places.map(({ id, place, text }) => {
                const [before, found, after] = around(text, word)
                return (
                  <li key={id}>
                    <label>
                      <input type="checkbox" checked={chosen.value.has(id)} onChange={(event) => set([id], event.currentTarget.checked)} />
                      <span>
                        {before}
                        <mark>{found}</mark>
                        {after} <small>{say(place)}</small>
                      </span>
                    </label>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </fieldset>
  )
}
