import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Missing } from '@telaio/shared/documents'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { hrefOf } from '../shell/route.ts'
import { documentWords as our } from './words.ts'

const REST_MS = 900

/** What is to be mended or looked at before the documents go out; followed as the canvas changes. */
export function MissingList(): JSX.Element {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  const missing = useSignal<readonly Missing[] | null>(null)
  const { entries, documents, people, results } = lab.items
  const [entriesNow, documentsNow, peopleNow, resultsNow] = [entries.value, documents.value, people.value, results.value]
  useEffect(() => {
    let here = true
    const ask = async (): Promise<void> => {
      // the one before is still under way: what came since must not be lost
      if (action.busy.value) {
        waiting = setTimeout(() => void ask(), REST_MS)
        return
      }
      const found = await action.run(
        async () => (await (await session.api.file(lab.id, '/missing')).json()) as { missing: readonly Missing[] },
      )
      if (found && here) missing.value = found.missing
    }
    let waiting = setTimeout(() => void ask(), missing.value === null ? 0 : REST_MS)
    return () => {
      here = false
      clearTimeout(waiting)
    }
  }, [entriesNow, documentsNow, peopleNow, resultsNow])
  const list = missing.value
  return (
    <section class="card" aria-labelledby="documents-missing">
      <h2 id="documents-missing">{say(our.missing)}</h2>
      <TroubleNote trouble={action.trouble} />
      {list?.length === 0 && <p>{say(our.nothingMissing)}</p>}
      {list && list.length > 0 && (
        <ul class="missing-list">
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
