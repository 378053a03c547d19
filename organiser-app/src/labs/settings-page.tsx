import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import { useAction, useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Dialog, FormEnd } from '../shell/dialog.tsx'
import { downloadFile } from '../shell/download.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { LABS } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { TimeZoneField } from './time-zone-field.tsx'
import { labsWords as our } from './words.ts'

export function SettingsPage(): JSX.Element {
  const lab = useLab()
  const facts = lab.lab.value
  if (!facts) return <></>
  return (
    <Page title={say(our.settings)} over={say(our.madeFrom, { kit: say(facts.kit.title) })}>
      <About key={`${facts.title}|${facts.language}|${facts.timeZone}`} />
      <Data />
      {(lab.may('archiveLab') || lab.may('reopenLab')) && <Archive />}
      {lab.may('deleteLab') && <Delete />}
    </Page>
  )
}

function About(): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const facts = lab.lab.value
  const command = useCommand()
  const title = useSignal(facts?.title ?? '')
  const language = useSignal<Language>(facts?.language ?? 'it')
  const timeZone = useSignal(facts?.timeZone ?? '')
  const frozen = !lab.may('changeLab')
  const save = async () => {
    const wish = {
      ...(title.value.trim() === facts?.title ? {} : { title: title.value.trim() }),
      ...(language.value === facts?.language ? {} : { language: language.value }),
      ...(timeZone.value.trim() === facts?.timeZone ? {} : { timeZone: timeZone.value.trim() }),
    }
    if (await command.send({ type: 'changeLab', ...wish })) tell(say(words.saved))
  }
  return (
    <section class="card" aria-labelledby="about-lab">
      <h2 id="about-lab">{say(our.about)}</h2>
      <OrganisersOnly />
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field name="title" label={say(our.labTitle)} hint={say(our.labTitleHint)} trouble={command.trouble}>
          {(props) => (
            <input
              {...props}
              required
              maxLength={300}
              disabled={frozen}
              value={title.value}
              onInput={(event) => (title.value = event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Field name="language" label={say(our.labLanguage)} hint={say(our.labLanguageHint)} trouble={command.trouble}>
            {(props) => (
              <select
                {...props}
                disabled={frozen}
                value={language.value}
                onChange={(event) => (language.value = event.currentTarget.value as Language)}
              >
                <option value="it">Italiano</option>
                <option value="en">English</option>
              </select>
            )}
          </Field>
          <TimeZoneField value={timeZone.value} onChange={(zone) => (timeZone.value = zone)} trouble={command.trouble} disabled={frozen} />
        </div>
        <TroubleNote trouble={command.trouble} fields={['title', 'language', 'timeZone']} />
        {!frozen && <FormEnd submit={say(words.save)} busy={command.busy} />}
      </form>
    </section>
  )
}

function Data(): JSX.Element {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  const documents = [
    ['contributions.csv', our.contributionsCsv],
    ['lab.json', our.labJson],
    ['final-canvas.json', our.canvasJson],
  ] as const
  return (
    <section class="card" aria-labelledby="lab-data">
      <h2 id="lab-data">{say(our.data)}</h2>
      <p>{say(our.dataText)}</p>
      <div class="buttons">
        {documents.map(([name, label]) => (
          <Button
            key={name}
            icon="download"
            busy={action.busy}
            onClick={() => void action.run(() => downloadFile(session.api, lab.id, `/documents/${name}`))}
          >
            {say(label)}
          </Button>
        ))}
      </div>
      <TroubleNote trouble={action.trouble} />
    </section>
  )
}

function Archive(): JSX.Element {
  const { tell } = useConsole()
  const lab = useLab()
  const command = useCommand()
  const archived = lab.lab.value?.archived ?? false
  const act = async () => {
    if (await command.send({ type: archived ? 'reopenLab' : 'archiveLab' })) tell(say(archived ? our.reopened : our.archivedDone))
  }
  return (
    <section class="card" aria-labelledby="archive-lab">
      <h2 id="archive-lab">{say(archived ? our.reopenTitle : our.archiveTitle)}</h2>
      <p>{say(archived ? our.reopenText : our.archiveText)}</p>
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        <Button busy={command.busy} onClick={() => void act()}>
          {say(archived ? our.reopen : our.archive)}
        </Button>
      </div>
    </section>
  )
}

function Delete(): JSX.Element {
  const { tell, go } = useConsole()
  const lab = useLab()
  const command = useCommand()
  const asking = useSignal(false)
  const typed = useSignal('')
  const title = lab.lab.value?.title ?? ''
  const remove = async () => {
    if (!(await command.send({ type: 'deleteLab', title: typed.value }))) return
    // the feed of a lab that is gone would only tell us so
    lab.stop()
    tell(say(our.deleted))
    go(LABS)
  }
  return (
    <section class="card danger-zone" aria-labelledby="delete-lab">
      <h2 id="delete-lab">{say(our.deleteTitle)}</h2>
      <p>{say(our.deleteText)}</p>
      <div class="buttons">
        <Button kind="danger" onClick={() => (asking.value = true)}>
          {say(our.deleteIt)}
        </Button>
      </div>
      {asking.value && (
        <Dialog title={say(our.deleteFor, { title })} onClose={() => (asking.value = false)}>
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault()
              void remove()
            }}
          >
            <p>{say(our.deleteText)}</p>
            <Field name="title" label={say(our.typeTitle)} hint={say(our.typeTitleHint, { title })} trouble={command.trouble}>
              {(props) => (
                <input
                  {...props}
                  autocomplete="off"
                  required
                  value={typed.value}
                  onInput={(event) => (typed.value = event.currentTarget.value)}
                />
              )}
            </Field>
            <TroubleNote trouble={command.trouble} fields={['title']} />
            <FormEnd submit={say(our.deleteForGood)} kind="danger" busy={command.busy} onCancel={() => (asking.value = false)} />
          </form>
        </Dialog>
      )}
    </section>
  )
}
