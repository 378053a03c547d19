import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { activePeople } from '../people/people-facts.ts'
import { useInvites } from '../people/use-invites.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { CopyButton } from '../shell/copy-button.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { CanvasTabs } from './canvas-tabs.tsx'
import { OneComment } from './comments.tsx'
import { compileWords as our } from './compile-words.ts'
import { openComments } from './entries.ts'

/** The editorial group: who is in it, with their link, and what they say. */
export function EditorsPage(): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { invites, action, load } = useInvites()
  const chosen = useSignal('')
  const people = activePeople(lab.items.people.value)
  const editors = people.filter((one) => one.roles.includes('editor'))
  const others = people.filter((one) => !one.roles.includes('editor') && !one.roles.includes('observer'))
  const links = new Map(invites.value?.invites.map((one) => [one.person, one.link]) ?? [])
  const waiting = openComments(lab.items.comments.value)
  const groups = (person: PersonItem): string =>
    person.groups
      .filter((id) => id.startsWith('g'))
      .map((id) => lab.items.groups.value[id]?.name ?? id)
      .join(', ')
  const add = async () => {
    const person = lab.items.people.value[chosen.value]
    if (!person || !(await command.send({ type: 'setRoles', person: person.id, roles: [...person.roles, 'editor'] }))) return
    if (!person.invited) await command.send({ type: 'issueInvites', people: [person.id] })
    tell(say(our.editorAdded, { name: person.name }))
    chosen.value = ''
  }
  const remove = async (person: PersonItem) => {
    const roles = person.roles.filter((role) => role !== 'editor')
    const done = await command.send({ type: 'setRoles', person: person.id, roles: roles.length > 0 ? roles : ['observer'] })
    if (done) tell(say(our.editorRemoved, { name: person.name }))
  }
  return (
    <Page title={say(our.tabEditors)} lead={say(our.editorsLead)}>
      <CanvasTabs here="editors" />
      <OrganisersOnly />
      <TroubleNote trouble={command.trouble} />
      <TroubleNote trouble={action.trouble} onAgain={load} />
      <section aria-labelledby="editors">
        <h2 id="editors">{say(our.editors)}</h2>
        {editors.length === 0 && <p class="hint">{say(our.noEditors)}</p>}
        <ul class="link-list">
          {editors.map((person) => {
            // the same token opens panel and console: here it opens the drafts
            const link = links.get(person.id)?.replace('/join/#', '/console/#invite=')
            return (
              <li key={person.id}>
                <span>
                  {person.name} <span class="muted">{groups(person)}</span>
                </span>
                <span class="buttons">
                  {link === undefined ? (
                    <span class="muted small">{say(our.linkMissing)}</span>
                  ) : (
                    <CopyButton text={link}>{say(our.copyLink)}</CopyButton>
                  )}
                  {lab.may('setRoles') && (
                    <Button kind="quiet" busy={command.busy} onClick={() => void remove(person)}>
                      {say(our.editorRemove)}
                      <span class="visually-hidden"> {person.name}</span>
                    </Button>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
        {lab.may('setRoles') && others.length > 0 && (
          <form
            class="form row"
            onSubmit={(event) => {
              event.preventDefault()
              void add()
            }}
          >
            <Field name="person" label={say(our.addEditor)}>
              {(props) => (
                <select {...props} required value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
                  <option value="">{say(our.choose)}</option>
                  {others.map((one) => (
                    <option key={one.id} value={one.id}>
                      {[one.name, groups(one)].filter(Boolean).join(' · ')}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Button type="submit" busy={command.busy}>
              {say(our.makeEditor)}
            </Button>
          </form>
        )}
      </section>
      <section aria-labelledby="open-comments">
        <h2 id="open-comments">
          {say(our.openComments)} <span class="badge plain">{waiting.length}</span>
        </h2>
        {waiting.length === 0 && <p class="hint">{say(our.noComments)}</p>}
        <ul class="comments-list">
          {waiting.map((comment) => {
            const entry = lab.items.entries.value[comment.entry]
            return entry ? (
              <li key={comment.id}>
                <p class="entry-text">{entry.text}</p>
                <ul class="comments">
                  <OneComment comment={comment} entry={entry} />
                </ul>
              </li>
            ) : null
          })}
        </ul>
      </section>
    </Page>
  )
}
