import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { TroubleNote } from '../shell/field.tsx'
import { Page } from '../shell/page.tsx'
import { methodHref, METHODS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { factsOf, MethodCard } from './method-card.tsx'
import { MethodSearch } from './method-search.tsx'
import { useMethods } from './use-methods.ts'
import { methodWords as our } from './words.ts'

/** The repertoire: all methods to search, or one of them. */
export function MethodsPage({ chosen }: { readonly chosen: string | null }): JSX.Element {
  const { repertoire, loading, load } = useMethods()
  const found = repertoire.value
  if (!found)
    return (
      <Page title={say(our.title)} lead={say(our.lead)}>
        <TroubleNote trouble={loading.trouble} onAgain={() => void load()} />
        {loading.busy.value && (
          <p class="loading" role="status">
            {say(words.loading)}
          </p>
        )}
      </Page>
    )
  if (chosen !== null) {
    const method = found.methods.find(({ id }) => id === chosen)
    const back = (
      <a class="button" href={METHODS}>
        {say(our.back)}
      </a>
    )
    return method ? (
      <Page key={chosen} title={say(method.title)} actions={back}>
        <MethodCard method={method} />
      </Page>
    ) : (
      <Page key={chosen} title={say(words.lostTitle)} lead={say(our.unknown)} actions={back}>
        {null}
      </Page>
    )
  }
  return (
    <Page key="all" title={say(our.title)} lead={say(our.lead)}>
      <MethodSearch methods={found.methods}>
        {(method) => (
          <div class="method-row">
            <h2>
              <a href={methodHref(method.id)}>{say(method.title)}</a>
            </h2>
            <p>{say(method.summary)}</p>
            <p class="muted small">{factsOf(method)}</p>
          </div>
        )}
      </MethodSearch>
    </Page>
  )
}
