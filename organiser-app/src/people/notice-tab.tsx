import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { language, say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { words } from '../shell/words.ts'
import { BLANK, isComplete, type NoticeFacts, proposedNotice } from './notice.ts'
import { noticeWords as our } from './words.ts'

/** Twelve months after the last meeting: field research §7.2. */
const MONTHS = 12

/** The privacy notice: as confirmed, or as proposed with what only the organiser knows. */
export function NoticeTab(): JSX.Element {
  const lab = useLab()
  const notice = lab.lab.value?.notice ?? null
  const changing = useSignal(false)
  if (notice === null || changing.value) return <NoticeForm notice={notice} onDone={() => (changing.value = false)} />
  return (
    <>
      <p class="callout">
        <Icon name="check" />
        <span>{say(our.confirmedState)}</span>
      </p>
      <div class="two-texts">
        {(['it', 'en'] as const).map((one) => (
          <section key={one} lang={one} class="card prose" aria-labelledby={`notice-${one}`}>
            <h2 id={`notice-${one}`} lang={language.value}>
              {say(one === 'it' ? our.italian : our.english)}
            </h2>
            {notice[one].split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
      {lab.may('setNotice') && (
        <div class="buttons">
          <Button onClick={() => (changing.value = true)}>{say(our.changeNow)}</Button>
        </div>
      )}
      <OrganisersOnly />
    </>
  )
}

function NoticeForm({ notice, onDone }: { readonly notice: Bilingual | null; readonly onDone: () => void }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const facts = useSignal<NoticeFacts>({ controller: '', contact: '', months: MONTHS })
  const texts = useSignal<Bilingual>(notice ?? proposedNotice(facts.value))
  // once somebody writes in a text by hand, what is filled in above no longer rewrites it
  const byHand = useSignal(notice !== null)
  const read = useSignal(false)
  const tried = useSignal(false)
  if (!lab.may('setNotice'))
    return (
      <>
        <p class="nothing">{say(our.proposedState)}</p>
        <OrganisersOnly />
      </>
    )
  const fill = (patch: Partial<NoticeFacts>) => {
    facts.value = { ...facts.value, ...patch }
    if (!byHand.value) texts.value = proposedNotice(facts.value)
  }
  const write = (patch: Partial<Bilingual>) => {
    byHand.value = true
    texts.value = { ...texts.value, ...patch }
  }
  const confirm = async () => {
    tried.value = true
    if (!read.value || !isComplete(texts.value)) return
    if (!(await command.send({ type: 'setNotice', notice: texts.value }))) return
    tell(say(our.saved))
    onDone()
  }
  const incomplete = (one: 'it' | 'en'): string | null =>
    tried.value && (!/\S/.test(texts.value[one]) || texts.value[one].includes(BLANK[one]))
      ? say(our.incomplete, { blank: BLANK[one] })
      : null
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <p class="lead">{say(our.lead)}</p>
      {notice === null && <p class="callout">{say(our.proposedState)}</p>}
      {!byHand.value && (
        <section class="card">
          <h2>{say(our.factsTitle)}</h2>
          <div class="row">
            <Field
              name="controller"
              label={say(our.controller)}
              hint={say(our.controllerHint)}
              wrong={tried.value && !/\S/.test(facts.value.controller) ? say(words.required) : null}
            >
              {(props) => (
                <input
                  {...props}
                  autocomplete="organization"
                  value={facts.value.controller}
                  onInput={(event) => fill({ controller: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field
              name="contact"
              label={say(our.contact)}
              hint={say(our.contactHint)}
              wrong={tried.value && !/\S/.test(facts.value.contact) ? say(words.required) : null}
            >
              {(props) => (
                <input
                  {...props}
                  type="email"
                  autocomplete="off"
                  value={facts.value.contact}
                  onInput={(event) => fill({ contact: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field name="months" label={say(our.months)} hint={say(our.monthsHint)}>
              {(props) => (
                <input
                  {...props}
                  type="number"
                  min={1}
                  max={120}
                  value={facts.value.months}
                  onInput={(event) => fill({ months: Math.max(1, event.currentTarget.valueAsNumber || MONTHS) })}
                />
              )}
            </Field>
          </div>
        </section>
      )}
      <section class="card">
        <h2>{say(our.textsTitle)}</h2>
        <p class="hint">{say(our.textsHint)}</p>
        <div class="two-texts">
          {(['it', 'en'] as const).map((one) => (
            <Field
              key={one}
              name={one}
              label={say(one === 'it' ? our.italian : our.english)}
              wrong={incomplete(one)}
              trouble={command.trouble}
            >
              {(props) => (
                <textarea
                  {...props}
                  lang={one}
                  rows={18}
                  value={texts.value[one]}
                  onInput={(event) => write({ [one]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
        </div>
        {byHand.value && (
          <div class="buttons">
            <Button
              kind="quiet"
              onClick={() => {
                byHand.value = false
                texts.value = proposedNotice(facts.value)
              }}
            >
              {say(our.again)}
            </Button>
          </div>
        )}
      </section>
      <section class="card">
        <h2>{say(our.confirmTitle)}</h2>
        <label class="tick-line">
          <input
            type="checkbox"
            checked={read.value}
            onChange={() => (read.value = !read.value)}
            aria-describedby={tried.value && !read.value ? 'tick-wrong' : undefined}
          />
          {say(our.confirm)}
        </label>
        {tried.value && !read.value && (
          <p class="wrong" id="tick-wrong" role="alert">
            <Icon name="alert" /> {say(our.tick)}
          </p>
        )}
        <TroubleNote trouble={command.trouble} fields={['it', 'en']} />
        <FormEnd
          submit={say(notice === null ? our.save : our.saveChange)}
          busy={command.busy}
          onCancel={notice === null ? undefined : onDone}
        />
      </section>
    </form>
  )
}
