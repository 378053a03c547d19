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
import { cardOf, type LabCard, type LabRow } from './lab-cards.ts'
import { labsWords as our } from './words.ts'

/** Labs in which I have a role: those in work with their next meeting, the archived ones apart. */
export function LabsPage(): JSX.Element {
  const { session, go } = useConsole()
  const action = useAction()
  const labs = useSignal<readonly LabRow[] | null>(null)
  const load = async (signal: AbortSignal) => {
    const found = await action.run(() => session.api.labs())
    if (found && !signal.aborted) labs.value = found.labs
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
        active.length > 0 &&
        session.account.value && (
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
            session.account.value && (
              <Button kind="primary" icon="plus" onClick={() => go(NEW_LAB)}>
                {say(our.make)}
              </Button>
            )
          }
        >
          <p>{say(session.account.value ? our.noneText : our.noneInvited)}</p>
        </Empty>
      )}
      {active.length > 0 && (
        <ul class="lab-list">
          {active.map((lab) => (
            <Row key={lab.id} lab={lab} card={lab.damaged ? null : cardOf(lab)} />
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
  const { next, open } = card
  if (open !== null) return say(our.now, { n: open })
  if (next === null) return say(our.over)
  return next.date === null
    ? say(our.undated, { n: next.meeting })
    : say(our.next, { n: next.meeting, date: `${shortDate(next.date)}${next.time === null ? '' : `, ${next.time}`}` })
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
              <span key={i} class={i < card.done ? 'past' : card.open === i + 1 ? 'now' : ''} />
            ))}
          </span>
          <span class="muted">{say(our.meetingsDone, { done: card.done, of: card.of })}</span>
        </p>
      )}
      {state && <p class={`state ${lab.archived ? 'archived' : (card?.state ?? '')}`}>{say(state)}</p>}
    </li>
  )
}
