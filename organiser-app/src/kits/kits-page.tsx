import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { KitList } from '@telaio/shared/api'
import { count, say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { kitHref, LABS, newLabFrom } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { kitKey, kitShelf } from './kept-kit.ts'
import { kitFacts } from './kit-facts.ts'
import { UploadDialog } from './upload-dialog.tsx'
import { kitsWords as our } from './words.ts'

type Row = KitList['kits'][number]

/** All kits: those that come with Telaio, and those that organisers made. */
export function KitsPage(): JSX.Element {
  const { session } = useConsole()
  const action = useAction()
  const kits = useSignal<readonly Row[] | null>(null)
  const copying = useSignal<Row | null>(null)
  const uploading = useSignal(false)
  const load = async () => {
    const found = await action.run(() => session.api.kits())
    if (found) kits.value = found.kits
  }
  const may = session.account.value
  useEffect(() => {
    if (may) void load()
  }, [])
  if (!may)
    return (
      <Page title={say(our.title)} lead={say(our.byAccount)}>
        <a class="button primary" href={LABS}>
          {say(words.toLabs)}
        </a>
      </Page>
    )
  const list = (rows: readonly Row[]) => (
    <ul class="kit-list">
      {rows.map((row) => (
        <KitRow key={row.name} row={row} onCopy={() => (copying.value = row)} />
      ))}
    </ul>
  )
  const builtIn = kits.value?.filter((one) => one.builtIn) ?? []
  const own = kits.value?.filter((one) => !one.builtIn) ?? []
  return (
    <Page
      title={say(our.title)}
      lead={say(our.lead)}
      actions={
        <Button icon="upload" onClick={() => (uploading.value = true)}>
          {say(our.upload)}
        </Button>
      }
    >
      <TroubleNote trouble={action.trouble} onAgain={() => void load()} />
      {kits.value === null && action.busy.value && (
        <p class="loading" role="status">
          {say(words.loading)}
        </p>
      )}
      {kits.value !== null && (
        <>
          <section aria-labelledby="own-kits">
            <h2 id="own-kits">{say(our.own)}</h2>
            {own.length === 0 ? <p class="muted">{say(our.ownNone)}</p> : list(own)}
          </section>
          <section aria-labelledby="built-in">
            <h2 id="built-in">{say(our.builtIn)}</h2>
            {list(builtIn)}
          </section>
        </>
      )}
      {copying.value && (
        <CopyDialog
          from={copying.value.name}
          title={copying.value.title}
          taken={kits.value?.map(({ name }) => name) ?? []}
          onClose={() => (copying.value = null)}
        />
      )}
      {uploading.value && <UploadDialog onClose={() => (uploading.value = false)} />}
    </Page>
  )
}

function KitRow({ row, onCopy }: { readonly row: Row; readonly onCopy: () => void }): JSX.Element {
  const kept = row.mine && kitShelf.kept(kitKey(row.name)) !== null
  return (
    <li class="kit-row">
      <div>
        <h3>
          <a href={kitHref(row.name, { part: 'read' })}>{say(row.title)}</a>
        </h3>
        <p>{say(row.summary)}</p>
        <p class="muted small">{kitFacts(row)}</p>
        {!row.builtIn && !row.mine && <p class="muted small">{say(our.notMine)}</p>}
        {row.faults > 0 && (
          <p class="over-time small">
            <Icon name="alert" /> {count(row.faults, our.faultsOne, our.faultsMany)}. {say(our.cannotMake)}
          </p>
        )}
      </div>
      <div class="buttons">
        {row.mine && (
          <a class={kept ? 'button small primary' : 'button small'} href={kitHref(row.name, { part: 'edit' })}>
            {say(kept ? our.resume : our.change)}
          </a>
        )}
        <Button small icon="copy" onClick={onCopy}>
          {say(our.copy)}
          <span class="visually-hidden">«{say(row.title)}»</span>
        </Button>
        {row.faults === 0 && (
          <a class="button small" href={newLabFrom(row.name)}>
            {say(our.makeLab)}
          </a>
        )}
      </div>
    </li>
  )
}
