import { type Signal, useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Choices } from '@telaio/shared/documents'
import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { draftsOf, keepDraft } from '../canvas/drafts.ts'
import { EntryEditor } from '../canvas/entry-editor.tsx'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { usePaged } from '../shell/paged.tsx'
import { entriesToPublish } from './entries-to-publish.ts'
import { documentWords as our } from './words.ts'

/** Entries drawn at a time. */
const STEP = 40
type BlockChoice = Choices['poster'][number]

/** Every entry of the canvas beside the preview: reworded here, published or not, hung on the wall or not. */
export function ChooseEntries({
  choices,
  published,
}: {
  readonly choices: Choices
  readonly published: Signal<ReadonlySet<string>>
}): JSX.Element {
  const lab = useLab()
  const all = useComputed(() => Object.values(lab.items.entries.value))
  const take = (which: 'first' | 'all' | 'none') => (published.value = new Set(which === 'none' ? [] : entriesToPublish(all.value, which)))
  return (
    <section class="card" aria-labelledby="documents-entries">
      <h2 id="documents-entries">{say(our.chooseEntries)}</h2>
      <p class="hint">{say(our.chooseEntriesHint)}</p>
      {lab.may('publish') && (
        <div class="buttons" role="group" aria-label={say(our.whichPublished)}>
          <Button small onClick={() => take('first')}>
            {say(our.whichFirst)}
          </Button>
          <Button small onClick={() => take('all')}>
            {say(our.whichAll)}
          </Button>
          <Button small onClick={() => take('none')}>
            {say(our.whichNone)}
          </Button>
        </div>
      )}
      <div class="choose-blocks">
        {choices.poster.map((block) => (
          <BlockEntries key={block.block} block={block} published={published} />
        ))}
      </div>
    </section>
  )
}

function BlockEntries({ block, published }: { readonly block: BlockChoice; readonly published: Signal<ReadonlySet<string>> }): JSX.Element {
  const open = useSignal(false)
  const shown = block.entries.find(({ id }) => id === block.shown)
  const chosen = block.entries.filter(({ id }) => published.value.has(id)).length
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        <span class="choose-title">
          {block.block} {block.title}
        </span>
        <span class="muted small">
          {say(our.publishedOf, { n: chosen, of: block.entries.length })} ·{' '}
          {shown ? say(our.onPoster, { text: shown.text }) : say(our.notOnPoster)}
        </span>
      </summary>
      {open.value && <Entries block={block} published={published} />}
    </details>
  )
}

function Entries({ block, published }: { readonly block: BlockChoice; readonly published: Signal<ReadonlySet<string>> }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const group = useId()
  const now = lab.items.documents.value['documents']?.poster ?? []
  const own = new Set(block.entries.map(({ id }) => id))
  const mine = now.find((id) => own.has(id)) ?? null
  const frozen = !lab.may('setDocuments')
  const hang = (entry: string | null) =>
    void command.send({ type: 'setDocuments', poster: [...now.filter((id) => !own.has(id)), ...(entry === null ? [] : [entry])] })
  const { shown, more } = usePaged(block.entries, STEP)
  const items = lab.items.entries.value
  if (block.entries.length === 0) return <p class="muted">{say(our.noEntriesHere)}</p>
  return (
    <>
      <TroubleNote trouble={command.trouble} />
      <label class="tick-line">
        <input type="radio" name={group} disabled={frozen} checked={mine === null} onChange={() => hang(null)} />
        {say(our.posterAuto)}
      </label>
      <ul class="choose-list">
        {shown.map(({ id, text, characters, fits }) => (
          <EntryRow
            key={id}
            entry={items[id]}
            text={text}
            characters={characters}
            poster={
              <label class="tick-line">
                <input type="radio" name={group} disabled={frozen || !fits} checked={mine === id} onChange={() => hang(id)} />
                {say(our.toPoster)}
                <span class="visually-hidden">: {text}</span>
              </label>
            }
            fits={fits}
            published={published}
          />
        ))}
      </ul>
      {more((n) => count(n, our.moreEntriesOne, our.moreEntries))}
    </>
  )
}

function EntryRow({
  entry,
  text,
  characters,
  fits,
  poster,
  published,
}: {
  readonly entry: EntryItem | undefined
  readonly text: string
  readonly characters: number
  readonly fits: boolean
  readonly poster: JSX.Element
  readonly published: Signal<ReadonlySet<string>>
}): JSX.Element | null {
  const lab = useLab()
  const drafts = draftsOf(lab)
  if (!entry) return null
  const draft = drafts.value[entry.id]
  const toggle = (on: boolean) => {
    const next = new Set(published.value)
    if (on) next.add(entry.id)
    else next.delete(entry.id)
    published.value = next
  }
  return (
    <li>
      {draft ? <EntryEditor entry={entry} draft={draft} /> : <p class="choose-text">{text}</p>}
      <p class={fits ? 'muted small' : 'over-time small'}>
        {say(fits ? our.length : our.tooLong, { n: characters })}
        {entry.sources.length === 0 && <> · {say(our.noSource)}</>}
      </p>
      <div class="choose-hands">
        <label class="tick-line">
          <input
            type="checkbox"
            disabled={!lab.may('publish')}
            checked={published.value.has(entry.id)}
            onChange={(event) => toggle(event.currentTarget.checked)}
          />
          {say(our.publishThis)}
          <span class="visually-hidden">: {text}</span>
        </label>
        {poster}
        {!draft && lab.may('editEntry') && (
          <Button
            small
            kind="quiet"
            icon="pencil"
            label={say(our.reword, { text })}
            onClick={() => keepDraft(drafts, { entry: entry.id, block: entry.block, text: entry.text, rev: entry.rev })}
          />
        )}
      </div>
    </li>
  )
}
