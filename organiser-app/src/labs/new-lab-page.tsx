import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { KitList } from '@telaio/shared/api'
import { count, language, say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import { kitFacts } from '../kits/kit-facts.ts'
import { kitsWords } from '../kits/words.ts'
import { useAction, useSender } from '../lab/use-action.ts'
import { useConsole } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { hrefOf, LABS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { TimeZoneField } from './time-zone-field.tsx'
import { labsWords as our } from './words.ts'

/** The meetings are where their people are, and not where this browser is; but a guess saves typing. Nobody lives in UTC. */
const guessedZone = (): string => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone.includes('/') && !zone.startsWith('Etc/') ? zone : 'Europe/Rome'
}

/** The kit that most labs are made from. */
const USUAL = 'cross-sector-lab'

/** A new lab, of the kit `begin` where one came from there. */
export function NewLabPage({ begin }: { readonly begin: string | null }): JSX.Element {
  const { session, go, tell } = useConsole()
  const loading = useAction()
  const action = useAction()
  const send = useSender()
  const kits = useSignal<KitList['kits'] | null>(null)
  const kit = useSignal(begin ?? USUAL)
  const title = useSignal('')
  const labLanguage = useSignal<Language>(language.value)
  const timeZone = useSignal(guessedZone())
  const load = async () => {
    const found = await loading.run(() => session.api.kits())
    if (!found) return
    kits.value = found.kits
    const sound = found.kits.filter(({ faults }) => faults === 0)
    if (!sound.some(({ name }) => name === kit.value)) kit.value = (sound.find(({ name }) => name === USUAL) ?? sound[0])?.name ?? ''
  }
  useEffect(() => void load(), [])
  const make = async () => {
    const wish = { title: title.value.trim(), kit: kit.value, language: labLanguage.value, timeZone: timeZone.value.trim() }
    const made = await action.run(() => send(JSON.stringify(wish), (id) => session.api.makeLab({ id, ...wish })))
    if (!made) return
    tell(say(our.created))
    go(hrefOf(made.id, { room: 'overview' }))
  }
  if (!session.account.value)
    return (
      <Page title={say(our.newTitle)} lead={say(our.notByInvite)}>
        <a class="button primary" href={LABS}>
          {say(words.toLabs)}
        </a>
      </Page>
    )
  return (
    <Page title={say(our.newTitle)} lead={say(our.newLead)}>
      <TroubleNote trouble={loading.trouble} onAgain={() => void load()} />
      <form
        class="card form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <fieldset class="kits">
          <legend>{say(our.kit)}</legend>
          {kits.value === null && <p class="muted">{say(words.loading)}</p>}
          {kits.value?.map((one) => (
            <label key={one.name} class="choice">
              <input
                type="radio"
                name="kit"
                value={one.name}
                checked={kit.value === one.name}
                disabled={one.faults > 0}
                onChange={() => (kit.value = one.name)}
              />
              <span>
                <strong>{say(one.title)}</strong>
                <span>{say(one.summary)}</span>
                <span class="muted">{kitFacts(one)}</span>
                {one.faults > 0 && (
                  <span class="over-time">
                    <Icon name="alert" /> {count(one.faults, kitsWords.faultsOne, kitsWords.faultsMany)}. {say(kitsWords.cannotMake)}
                  </span>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <Field name="title" label={say(our.labTitle)} hint={say(our.labTitleHint)} trouble={action.trouble}>
          {(props) => (
            <input
              {...props}
              required
              maxLength={300}
              autocomplete="off"
              value={title.value}
              onInput={(event) => (title.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Field name="language" label={say(our.labLanguage)} hint={say(our.labLanguageHint)} trouble={action.trouble}>
            {(props) => (
              <select
                {...props}
                value={labLanguage.value}
                onChange={(event) => (labLanguage.value = event.currentTarget.value as Language)}
              >
                <option value="it">Italiano</option>
                <option value="en">English</option>
              </select>
            )}
          </Field>
          <TimeZoneField value={timeZone.value} onChange={(zone) => (timeZone.value = zone)} trouble={action.trouble} />
        </div>
        <TroubleNote trouble={action.trouble} fields={['title', 'language', 'timeZone']} />
        <FormEnd submit={say(our.create)} busy={action.busy} disabled={kits.value === null} onCancel={() => go(LABS)} />
      </form>
    </Page>
  )
}
