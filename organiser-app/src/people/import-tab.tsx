import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { ImportPreview } from '@telaio/shared/api'
import { count, say } from '@telaio/shared/ui'
import { type Action, useAction, useSender } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { hrefOf } from '../shell/route.ts'
import { BadRows, GoodRows, HowItWasRead } from './import-preview.tsx'
import { importWords as our } from './words.ts'

/** The server takes no more; a spreadsheet of 2,000 people is under 500 kB. */
const MOST_BYTES = 2 * 1024 * 1024

interface Loaded {
  readonly name: string
  readonly bytes: Uint8Array
  readonly preview: ImportPreview
}
interface Done {
  readonly people: number
  readonly left: ImportPreview['bad']
}

/** A file of people: chosen or dropped, read by the server and shown row by row, and only then brought in. */
export function ImportTab(): JSX.Element {
  const lab = useLab()
  const { session } = useConsole()
  const reading = useAction()
  const importing = useAction()
  const send = useSender()
  const loaded = useSignal<Loaded | null>(null)
  const done = useSignal<Done | null>(null)
  const tooBig = useSignal(false)
  const keep = useSignal<'all' | 'good'>('all')
  const load = async (file: File) => {
    done.value = null
    keep.value = 'all'
    importing.trouble.value = null
    tooBig.value = file.size > MOST_BYTES
    if (tooBig.value) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const preview = await reading.run(() => session.api.checkPeople(lab.id, bytes))
    loaded.value = preview ? { name: file.name, bytes, preview } : null
  }
  const bring = async () => {
    const now = loaded.value
    if (!now) return
    const what = `${now.name}|${now.bytes.length}|${keep.value}`
    const answer = await importing.run(() => send(what, (id) => session.api.importPeople(lab.id, now.bytes, id, keep.value)))
    if (!answer) return
    done.value = { people: answer.people.length, left: answer.left }
    loaded.value = null
  }
  if (!lab.may('addPeople')) return <OrganisersOnly />
  if (done.value) return <Finished done={done.value} onAnother={() => (done.value = null)} />
  return (
    <>
      <p class="lead">{say(our.lead)}</p>
      <DropPlace action={reading} onFile={(file) => void load(file)} again={loaded.value !== null} />
      {tooBig.value && (
        <p class="wrong" role="alert">
          <Icon name="alert" /> {say(our.tooBig)}
        </p>
      )}
      <TroubleNote trouble={reading.trouble} />
      {loaded.value ? (
        <Preview
          loaded={loaded.value}
          keep={keep.value}
          onKeep={(next) => (keep.value = next)}
          action={importing}
          onImport={() => void bring()}
        />
      ) : (
        <HowToWrite />
      )}
    </>
  )
}

/** A file is chosen with the button, or dropped on the place around it. */
function DropPlace({
  action,
  onFile,
  again,
}: {
  readonly action: Action
  readonly onFile: (file: File) => void
  readonly again: boolean
}): JSX.Element {
  const over = useSignal(false)
  return (
    <div
      class={over.value ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        over.value = true
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault()
        over.value = false
        const [file] = event.dataTransfer?.files ?? []
        if (file) onFile(file)
      }}
    >
      <label class={again ? 'button' : 'button primary'}>
        <Icon name="upload" />
        {say(again ? our.another : our.choose)}
        <input
          type="file"
          class="visually-hidden"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) onFile(file)
            // the same file, mended, can be chosen again
            event.currentTarget.value = ''
          }}
        />
      </label>
      <span class="muted">{action.busy.value ? say(our.reading) : say(our.orDrop)}</span>
    </div>
  )
}

function HowToWrite(): JSX.Element {
  const lab = useLab()
  const sectors = (lab.lab.value?.sectors ?? []).map((sector) => say(sector.title))
  const example = () => {
    const rows = [
      'nome;e-mail;organizzazione;professione;settore;territorio',
      `Anna Bianchi;anna.bianchi@example.org;Parco Adda Sud;educatrice ambientale;${sectors[0] ?? ''};Lodi`,
      `Omar Haddad;;Biblioteca comunale;bibliotecario;${sectors[1] ?? ''};Cremona`,
    ]
    const url = URL.createObjectURL(new Blob([`\uFEFF${rows.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'esempio-persone.csv'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 30_000)
  }
  return (
    <section class="card" aria-labelledby="how-to-write">
      <h2 id="how-to-write">{say(our.how)}</h2>
      <ul class="plain-list">
        <li>{say(our.how1)}</li>
        <li>{say(our.how2)}</li>
        <li>{say(our.how4)}</li>
        <li>{say(our.how3, { sectors: sectors.join(', ') })}</li>
      </ul>
      <div class="buttons">
        <Button icon="download" onClick={example}>
          {say(our.example)}
        </Button>
      </div>
    </section>
  )
}

interface PreviewProps {
  readonly loaded: Loaded
  readonly keep: 'all' | 'good'
  readonly onKeep: (keep: 'all' | 'good') => void
  readonly action: Action
  readonly onImport: () => void
}

function Preview({ loaded, keep, onKeep, action, onImport }: PreviewProps): JSX.Element {
  const { preview, name } = loaded
  const good = preview.good.length
  const bad = preview.bad.length
  return (
    <section class="import-preview" aria-labelledby="preview">
      <h2 id="preview">{name}</h2>
      <HowItWasRead preview={preview} />
      {bad > 0 && <BadRows rows={preview.bad} columns={preview.columns} title={count(bad, our.badOne, our.badMany)} />}
      {preview.skipped.length > 0 && (
        <BadRows rows={preview.skipped} columns={preview.columns} title={count(preview.skipped.length, our.skippedOne, our.skippedMany)} />
      )}
      {good > 0 && <GoodRows rows={preview.good} title={count(good, our.goodOne, our.goodMany)} />}
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault()
          onImport()
        }}
      >
        {bad > 0 && good > 0 && (
          <fieldset class="ticks column">
            <legend>{say(our.whatNow)}</legend>
            <label>
              <input type="radio" name="keep" checked={keep === 'all'} onChange={() => onKeep('all')} />
              {say(our.mendFile)}
            </label>
            <label>
              <input type="radio" name="keep" checked={keep === 'good'} onChange={() => onKeep('good')} />
              {count(good, our.keepGoodOne, our.keepGood)}
            </label>
          </fieldset>
        )}
        {good === 0 && <p class="wrong">{say(our.noGood)}</p>}
        <TroubleNote trouble={action.trouble} onAgain={action.trouble.value?.unanswered ? onImport : undefined} />
        {good > 0 && (
          <div class="form-end">
            <Button type="submit" kind="primary" busy={action.busy} disabled={bad > 0 && keep === 'all'}>
              {count(good, our.importOne, our.importMany)}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}

function Finished({ done, onAnother }: { readonly done: Done; readonly onAnother: () => void }): JSX.Element {
  const lab = useLab()
  return (
    <section class="card" role="status">
      <h2>{count(done.people, our.doneOne, our.doneMany)}</h2>
      {done.left.length > 0 && <BadRows rows={done.left} columns={{}} title={say(our.leftOut)} />}
      <div class="buttons">
        <a class="button primary" href={hrefOf(lab.id, { room: 'people', tab: 'invites' })}>
          {say(our.toInvites)}
        </a>
        <a class="button" href={hrefOf(lab.id, { room: 'people', tab: 'list' })}>
          {say(our.toList)}
        </a>
        <Button kind="quiet" onClick={onAnother}>
          {say(our.another)}
        </Button>
      </div>
    </section>
  )
}
