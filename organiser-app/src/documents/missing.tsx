import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Action } from '../lab/use-action.ts'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { hrefOf } from '../shell/route.ts'
import type { Review } from './review.ts'
import { documentWords as our } from './words.ts'

/** What is to be mended or looked at before the documents go out. */
export function MissingList({
  review,
  trouble,
}: {
  readonly review: ReadonlySignal<Review | null>
  readonly trouble: Action['trouble']
}): JSX.Element {
  const lab = useLab()
  const list = review.value?.missing
  return (
    <section class="card" aria-labelledby="documents-missing">
      <h2 id="documents-missing">{say(our.missing)}</h2>
      <TroubleNote trouble={trouble} />
      {list?.length === 0 && <p>{say(our.nothingMissing)}</p>}
      {list && list.length > 0 && (
        // a long list is moved along by itself, with the keyboard too
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        <ul class="missing-list" tabIndex={0} aria-labelledby="documents-missing">
          {list.map(({ code, weight, words, entry, block }, i) => (
            <li key={`${code} ${entry ?? block ?? i}`}>
              <span class={weight === 'stops' ? 'flag bad' : 'flag'}>{say(weight === 'stops' ? our.stops : our.asks)}</span> {say(words)}
              {block !== undefined && (
                <>
                  {' '}
                  <a href={hrefOf(lab.id, { room: 'canvas', block })}>{say(our.toBlock, { block })}</a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
