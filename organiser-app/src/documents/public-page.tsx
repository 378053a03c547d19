import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { PublicPaper } from '@telaio/shared/lab'
import { count, say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Icon } from '../shell/icon.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OFFERED } from './names.ts'
import type { Review } from './review.ts'
import { documentWords as our } from './words.ts'

/** Addresses after `#` are the console's own: the page is moved, and the focus with it. */
function toEntries(event: Event): void {
  event.preventDefault()
  const heading = document.getElementById('documents-entries')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

/** What is public, and the form to make it so. */
export function PublicPage({
  chosen,
  review,
}: {
  readonly chosen: ReadonlySignal<ReadonlySet<string>>
  readonly review: ReadonlySignal<Review | null>
}): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const published = lab.items.documents.value['documents']?.published ?? null
  const command = useCommand()
  const papers = useSignal<readonly PublicPaper[]>(published?.papers ?? ['poster', 'map', 'manifesto', 'vademecum'])
  const indexable = useSignal(published?.indexable ?? false)
  const contact = useSignal(published?.contact ?? '')
  const declaration = useSignal(published?.declaration ?? '')
  // what was removed or withheld since it was chosen cannot be published
  const entries = [...chosen.value].filter((id) => lab.items.entries.value[id]?.withheld === false)
  const stops = review.value?.missing.filter(({ weight }) => weight === 'stops').length ?? 0
  const publish = async () => {
    const said = await command.send({
      type: 'publish',
      entries,
      papers: [...papers.value],
      indexable: indexable.value,
      contact: contact.value.trim(),
      ...(declaration.value.trim() === '' ? {} : { declaration: declaration.value.trim() }),
      language: lab.lab.value?.language ?? 'it',
    })
    if (said) tell(say(our.published))
  }
  const unpublish = async () => {
    if (await command.send({ type: 'unpublish' })) tell(say(our.unpublished))
  }
  return (
    <section class="card" aria-labelledby="documents-public">
      <h2 id="documents-public">{say(our.publicPage)}</h2>
      <p>{say(our.publicText)}</p>
      {published && (
        <p class="callout">
          {count(published.entries.length, our.publicNow, our.publicNow)} <a href={`/p/${lab.id}`}>{say(our.open)}</a>
        </p>
      )}
      <TroubleNote trouble={command.trouble} fields={['contact', 'declaration']} />
      {lab.may('publish') && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault()
            void publish()
          }}
        >
          <p>
            {count(entries.length, our.toPublishOne, our.toPublish)}{' '}
            <a href="#documents-entries" onClick={toEntries}>
              {say(our.chooseWhich)}
            </a>
          </p>
          <fieldset class="document-checks">
            <legend>{say(our.offered)}</legend>
            {OFFERED.map(([name, label]) => (
              <label key={name} class="tick-line">
                <input
                  type="checkbox"
                  checked={papers.value.includes(name)}
                  onChange={(event) => {
                    const on = event.currentTarget.checked
                    papers.value = OFFERED.map(([one]) => one).filter((one) => (one === name ? on : papers.value.includes(one)))
                  }}
                />
                {say(label)}
              </label>
            ))}
          </fieldset>
          <label class="tick-line">
            <input type="checkbox" checked={indexable.value} onChange={(event) => (indexable.value = event.currentTarget.checked)} />
            {say(our.indexable)}
          </label>
          <Field name="contact" label={say(our.contact)} hint={say(our.contactHint)} trouble={command.trouble} optional>
            {(props) => (
              <input {...props} maxLength={300} value={contact.value} onInput={(event) => (contact.value = event.currentTarget.value)} />
            )}
          </Field>
          <Field
            name="declaration"
            label={say(our.declaration)}
            hint={say(our.declarationHint)}
            trouble={command.trouble}
            mend={our.badLink}
            optional
          >
            {(props) => (
              <input
                {...props}
                type="url"
                maxLength={500}
                value={declaration.value}
                onInput={(event) => (declaration.value = event.currentTarget.value)}
              />
            )}
          </Field>
          {stops > 0 && (
            <p class="over-time">
              <Icon name="alert" /> {count(stops, our.stopsOne, our.stopsMany)}
            </p>
          )}
          {entries.length === 0 ? (
            <p class="hint">{say(our.noEntries)}</p>
          ) : (
            <FormEnd submit={say(published ? our.publishAgain : our.publish)} busy={command.busy} />
          )}
        </form>
      )}
      {published && lab.may('unpublish') && (
        <Button kind="danger" busy={command.busy} onClick={() => void unpublish()}>
          {say(our.unpublish)}
        </Button>
      )}
    </section>
  )
}
