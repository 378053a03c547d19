import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { PublicPaper } from '@telaio/shared/lab'
import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OFFERED } from './names.ts'
import { documentWords as our } from './words.ts'

/** As many of each block as the map's sheet shows. */
const FIRST = 5

/** Entries to publish, in their order: the first of each block, or all. */
export function entriesToPublish(entries: readonly EntryItem[], which: 'first' | 'all'): string[] {
  const shown = entries
    .filter(({ withheld, text }) => !withheld && /\S/.test(text))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const counts = new Map<string, number>()
  return shown.flatMap(({ id, block }) => {
    const before = counts.get(block) ?? 0
    counts.set(block, before + 1)
    return which === 'all' || before < FIRST ? [id] : []
  })
}

/** What is public, and the form to make it so. */
export function PublicPage(): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const published = lab.items.documents.value['documents']?.published ?? null
  const command = useCommand()
  const which = useSignal<'first' | 'all'>('first')
  const papers = useSignal<readonly PublicPaper[]>(published?.papers ?? ['poster', 'map', 'manifesto', 'vademecum'])
  const indexable = useSignal(published?.indexable ?? false)
  const contact = useSignal(published?.contact ?? '')
  const chosen = entriesToPublish(Object.values(lab.items.entries.value), which.value)
  const publish = async () => {
    const said = await command.send({
      type: 'publish',
      entries: chosen,
      papers: [...papers.value],
      indexable: indexable.value,
      contact: contact.value.trim(),
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
      <TroubleNote trouble={command.trouble} fields={['contact']} />
      {lab.may('publish') && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault()
            void publish()
          }}
        >
          <Field name="which" label={say(our.which)}>
            {(props) => (
              <select
                {...props}
                value={which.value}
                onChange={(event) => (which.value = event.currentTarget.value === 'all' ? 'all' : 'first')}
              >
                <option value="first">{say(our.whichFirst)}</option>
                <option value="all">{say(our.whichAll)}</option>
              </select>
            )}
          </Field>
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
          {chosen.length === 0 ? (
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
