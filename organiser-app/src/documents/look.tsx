import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type DocumentLicence, LOGO_MAX } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { documentWords as our } from './words.ts'

const LICENCES: readonly DocumentLicence[] = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC0-1.0',
  'all-rights-reserved',
]
/** What organisations do for the lab, in the order in which documents name them. */
const ROLES = ['promoters', 'partners', 'coPromoters', 'supporters'] as const
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Theme, colour, licence, who promotes it: what all documents carry. */
export function Look(): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const now = lab.items.documents.value['documents']
  const command = useCommand()
  const theme = useSignal(now?.theme ?? 'house')
  const colour = useSignal(now?.colour ?? '')
  const licence = useSignal<DocumentLicence>(now?.licence ?? 'CC-BY-SA-4.0')
  const organisations = {
    promoters: useSignal((now?.promoters ?? []).join('\n')),
    partners: useSignal((now?.partners ?? []).join('\n')),
    coPromoters: useSignal((now?.coPromoters ?? []).join('\n')),
    supporters: useSignal((now?.supporters ?? []).join('\n')),
  }
  const credits = useSignal(now?.credits ?? '')
  const frozen = !lab.may('setDocuments')
  const typed = colour.value.trim()
  const wrong = typed === '' || /^#[0-9a-f]{6}$/i.test(typed) ? null : say(our.badColour)
  const save = async () => {
    if (wrong !== null) return
    const said = await command.send({
      type: 'setDocuments',
      theme: theme.value,
      colour: typed === '' ? null : typed,
      licence: licence.value,
      promoters: linesOf(organisations.promoters.value),
      partners: linesOf(organisations.partners.value),
      coPromoters: linesOf(organisations.coPromoters.value),
      supporters: linesOf(organisations.supporters.value),
      credits: credits.value.trim(),
    })
    if (said) tell(say(words.saved))
  }
  return (
    <section class="card" aria-labelledby="documents-look">
      <h2 id="documents-look">{say(our.look)}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="row">
          <Field name="theme" label={say(our.theme)} hint={say(our.themeHint)} trouble={command.trouble}>
            {(props) => (
              <select
                {...props}
                disabled={frozen}
                value={theme.value}
                onChange={(event) => (theme.value = event.currentTarget.value === 'public-body' ? 'public-body' : 'house')}
              >
                <option value="house">{say(our.house)}</option>
                <option value="public-body">{say(our.publicBody)}</option>
              </select>
            )}
          </Field>
          <Field name="colour" label={say(our.colour)} hint={say(our.colourHint)} wrong={wrong} trouble={command.trouble} optional>
            {(props) => (
              <input
                {...props}
                disabled={frozen}
                maxLength={7}
                value={colour.value}
                onInput={(event) => (colour.value = event.currentTarget.value)}
              />
            )}
          </Field>
          <Field name="licence" label={say(our.licence)} trouble={command.trouble}>
            {(props) => (
              <select
                {...props}
                disabled={frozen}
                value={licence.value}
                onChange={(event) => (licence.value = event.currentTarget.value as DocumentLicence)}
              >
                {LICENCES.map((one) => (
                  <option key={one} value={one}>
                    {one === 'all-rights-reserved' ? say(our.reserved) : one.replace(/-(\d)/, ' $1')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {ROLES.map((role) => (
          <Field
            key={role}
            name={role}
            label={say(our[role])}
            hint={say(role === 'supporters' ? our.supportersHint : our.organisationsHint)}
            trouble={command.trouble}
            optional
          >
            {(props) => (
              <textarea
                {...props}
                rows={3}
                disabled={frozen}
                value={organisations[role].value}
                onInput={(event) => (organisations[role].value = event.currentTarget.value)}
              />
            )}
          </Field>
        ))}
        <Field name="credits" label={say(our.credits)} hint={say(our.creditsHint)} trouble={command.trouble} optional>
          {(props) => (
            <textarea
              {...props}
              rows={3}
              maxLength={4000}
              disabled={frozen}
              value={credits.value}
              onInput={(event) => (credits.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <TroubleNote trouble={command.trouble} fields={['theme', 'colour', 'licence', ...ROLES, 'credits']} />
        {!frozen && <FormEnd submit={say(words.save)} busy={command.busy} />}
      </form>
      {!frozen && <Logos />}
    </section>
  )
}

/** A file's bytes in base64. */
const base64Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function Logos(): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const command = useCommand()
  const alt = useSignal('')
  const wrong = useSignal<string | null>(null)
  const input = useRef<HTMLInputElement | null>(null)
  const logos = lab.items.documents.value['documents']?.logos ?? []
  const add = async () => {
    const file = input.current?.files?.[0]
    wrong.value = file ? null : say(our.logoNone)
    if (!file) return
    const data = await base64Of(file)
    if (data.length > LOGO_MAX) {
      wrong.value = say(our.logoTooLarge)
      return
    }
    if (!(await command.send({ type: 'addLogo', alt: alt.value.trim(), data }))) return
    tell(say(our.logoAdded))
    alt.value = ''
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <h3>{say(our.logos)}</h3>
      {logos.length > 0 && (
        <ul class="document-lines">
          {logos.map(({ id, alt: name }) => {
            const shown = name === '' ? say(our.noWords) : name
            return (
              <li key={id}>
                <span class="document-name">{shown}</span>
                <Button small busy={command.busy} onClick={() => void command.send({ type: 'removeLogo', logo: id })}>
                  {say(our.removeLogo, { name: shown })}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <div class="row">
          <Field name="data" label={say(our.logoFile)} wrong={wrong.value} trouble={command.trouble}>
            {(props) => <input {...props} ref={input} type="file" accept="image/png,image/jpeg,image/svg+xml" />}
          </Field>
          <Field name="alt" label={say(our.logoAlt)} hint={say(our.logoAltHint)} trouble={command.trouble}>
            {(props) => <input {...props} maxLength={300} value={alt.value} onInput={(event) => (alt.value = event.currentTarget.value)} />}
          </Field>
        </div>
        <TroubleNote trouble={command.trouble} fields={['data', 'alt']} />
        <FormEnd submit={say(our.addLogo)} busy={command.busy} />
      </form>
    </>
  )
}
