import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { InvitesAnswer } from '@telaio/shared/api'
import { count, say } from '@telaio/shared/ui'
import { useAction, useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { downloadFile } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { CommonLink } from './common-link.tsx'
import { InviteRow } from './invite-row.tsx'
import { activePeople } from './people-facts.ts'
import { useInvites } from './use-invites.ts'
import { inviteWords as our } from './words.ts'

/** Invites: all of them handed out at once, one by one, as a file, by e-mail; and the lab's common link. */
export function InvitesTab(): JSX.Element {
  const lab = useLab()
  const { session, tell } = useConsole()
  const { invites, action, load } = useInvites()
  const issuing = useCommand()
  const file = useAction()
  const sending = useSignal<readonly string[] | null>(null)
  // whoever comes in by the console's own account needs no invite; an organiser's is a facilitator's neither to give nor to see
  const me = lab.me.value
  const people = activePeople(lab.items.people.value).filter(
    (one) => !one.roles.includes('organiser') || (me?.roles.includes('organiser') && (one.invited || one.id !== me.person)),
  )
  const without = people.filter((one) => !one.invited)
  const links = new Map(invites.value?.invites.map((one) => [one.person, one]) ?? [])
  const byMail = people.filter((one) => one.invited && one.email !== null).map((one) => one.id)
  return (
    <>
      <p class="lead">{say(our.lead)}</p>
      <TroubleNote trouble={action.trouble} onAgain={load} />
      <CommonLink link={invites.value?.common ?? null} />
      <section aria-labelledby="personal-invites">
        <div class="section-head">
          <h2 id="personal-invites">{say(our.title)}</h2>
          <div class="buttons">
            {without.length > 0 ? (
              <Button
                kind="primary"
                busy={issuing.busy}
                onClick={() =>
                  void issuing
                    .send({ type: 'issueInvites', people: without.map((one) => one.id) })
                    .then((done) => done && tell(say(our.handedOut)))
                }
              >
                {count(without.length, our.handOutOne, our.handOutMany)}
              </Button>
            ) : (
              people.length > 0 && <span class="muted">{say(our.allHave)}</span>
            )}
            <Button
              icon="download"
              busy={file.busy}
              disabled={links.size === 0}
              onClick={() => void file.run(() => downloadFile(session.api, lab.id, '/invites.csv'))}
            >
              {say(our.csv)}
            </Button>
            {invites.value?.mail && lab.may('addPeople') && byMail.length > 0 && (
              <Button icon="mail" onClick={() => (sending.value = byMail)}>
                {count(byMail.length, our.sendOne, our.sendMany)}
              </Button>
            )}
          </div>
        </div>
        <TroubleNote trouble={issuing.trouble} />
        <TroubleNote trouble={file.trouble} />
        {invites.value && !invites.value.mail && <p class="hint">{say(our.noMail)}</p>}
        <ul class="invites">
          {people.map((one) => (
            <InviteRow
              key={one.id}
              person={one}
              link={links.get(one.id)?.link ?? null}
              mail={invites.value?.mail ?? false}
              onSend={() => (sending.value = [one.id])}
            />
          ))}
        </ul>
      </section>
      {sending.value && <SendDialog people={sending.value} invites={invites.value} onClose={() => (sending.value = null)} />}
    </>
  )
}

/** Sending is asked about first: a letter cannot be taken back. */
function SendDialog({
  people,
  invites,
  onClose,
}: {
  readonly people: readonly string[]
  readonly invites: InvitesAnswer | null
  readonly onClose: () => void
}): JSX.Element {
  const lab = useLab()
  const { session, tell } = useConsole()
  const action = useAction()
  const failed = useSignal<readonly { name: string; problem: { it: string; en: string } }[]>([])
  const nameOf = (id: string): string => invites?.invites.find((one) => one.person === id)?.name ?? ''
  const send = async () => {
    const answer = await action.run(() => session.api.sendInvites(lab.id, people))
    if (!answer) return
    if (answer.sent.length > 0) tell(count(answer.sent.length, our.sentOne, our.sentMany))
    failed.value = answer.failed.map((one) => ({ name: nameOf(one.person), problem: one.problem }))
    if (answer.failed.length === 0) onClose()
  }
  return (
    <Dialog title={say(our.sendConfirmTitle)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{say(our.sendConfirm)}</p>
        <p>
          <strong>{people.length === 1 ? nameOf(people[0] ?? '') : say(our.toPeople, { n: people.length })}</strong>
        </p>
        <TroubleNote trouble={action.trouble} />
        {failed.value.length > 0 && (
          <div class="callout danger" role="alert">
            <div>
              <strong>{say(our.notSent)}</strong>
              <ul>
                {failed.value.map((one) => (
                  <li key={one.name}>
                    {one.name}: {say(one.problem)}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {failed.value.length === 0 ? (
          <FormEnd submit={count(people.length, our.sendOne, our.sendMany)} busy={action.busy} onCancel={onClose} />
        ) : (
          <div class="form-end">
            <Button onClick={onClose}>{say(words.close)}</Button>
          </div>
        )}
      </form>
    </Dialog>
  )
}
