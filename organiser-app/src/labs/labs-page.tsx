import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { shortDate } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Empty, Page } from '../shell/page.tsx'
import { hrefOf, NEW_LAB } from '../shell/route.ts'
import { roleWords, words } from '../shell/words.ts'
import { type LabCard, type LabRow, loadCards } from './lab-cards.ts'
import { labsWords as our } from './words.ts'

/** Labs in which I have a role: those in work with their next meeting, the archived ones apart. */
export function LabsPage(): JSX.Element {
  const { session, go } = useConsole()
  const action = useAction()
  const labs = useSignal<readonly LabRow[] | null>(null)
  const cards = useSignal<Readonly<Record<string, LabCard>>>({})
  const load = async (signal: AbortSignal) => {
    const found = await action.run(() => session.api.labs())
    if (!found || signal.aborted) return
    labs.value = found.labs
    await loadCards(
      session.api,
      found.labs,
      (id, card) => {
        cards.value = { ...cards.value, [id]: card }
      },
      signal,
    )
  }
  useEffect(() => {
    const leaving = new AbortController()
    void load(leaving.signal)
    return () => leaving.abort()
  }, [])
  const active = labs.value?.filter((one) => !one.archived) ?? []
  const archived = labs.value?.filter((one) => one.archived) ?? []
  return (
    <Page
      title={say(our.title)}
      actions={
        active.length > 0 && (
          <a class="button primary" href={NEW_LAB}>
            <Icon name="plus" />
            {say(our.make)}
          </a>
        )
      }
    >
      <TroubleNote trouble={action.trouble} onAgain={() => void load(new AbortController().signal)} />
      {labs.value === null && action.busy.value && (
        <p class="loading" role="status">
          {say(words.loading)}
        </p>
      )}
      {labs.value !== null && active.length === 0 && (
        <Empty
          title={say(our.none)}
          action={
            <Button kind="primary" icon="plus" onClick={() => go(NEW_LAB)}>
              {say(our.make)}
            </Button>
          }
        >
          <p>{say(our.noneText)}</p>
        </Empty>
      )}
      {active.length > 0 && (
        <ul class="lab-list">
          {active.map((lab) => (
            <Row key={lab.id} lab={lab} card={cards.value[lab.id] ?? null} />
          ))}
        </ul>
      )}
      {archived.length > 0 && (
        <details class="archived">
          <summary>{say(our.archivedOnes, { n: archived.length })}</summary>
          <ul class="lab-list">
            {archived.map((lab) => (
              <Row key={lab.id} lab={lab} card={null} />
            ))}
          </ul>
        </details>
      )}
    </Page>
  )
}

function nextText(card: LabCard): string {
  const { next } = card
  if (next === null) return say(our.over)
  if (next.status === 'open') return say(our.now, { n: next.number })
  return next.date === null
    ? say(our.undated, { n: next.number })
    : say(our.next, { n: next.number, date: `${shortDate(next.date)}${next.time === null ? '' : `, ${next.time}`}` })
}

function Row({ lab, card }: { readonly lab: LabRow; readonly card: LabCard | null }): JSX.Element {
  const state = lab.archived ? our.archivedState : card ? our[card.state] : null
  return (
    <li class="lab-row">
      <div>
        <h2>{lab.damaged ? say(our.damagedTitle) : <a href={hrefOf(lab.id, { room: 'overview' })}>{lab.title}</a>}</h2>
        <p class="muted">
          {lab.damaged ? say(our.damaged) : card ? nextText(card) : lab.roles.map((role) => say(roleWords[role])).join(', ')}
        </p>
      </div>
      {card && (
        <p class="lab-progress">
          <span class="stops" aria-hidden="true">
            {Array.from({ length: card.of }, (_, i) => (
              <span key={i} class={i < card.done ? 'past' : card.next?.status === 'open' && i === card.next.number - 1 ? 'now' : ''} />
            ))}
          </span>
          <span class="muted">{say(our.meetingsDone, { done: card.done, of: card.of })}</span>
        </p>
      )}
      {state && <p class={`state ${lab.archived ? 'archived' : (card?.state ?? '')}`}>{say(state)}</p>}
    </li>
  )
}
