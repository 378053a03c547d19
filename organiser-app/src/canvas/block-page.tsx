import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { Collections } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { TextField } from '../shell/text-field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { usePaged } from '../shell/paged.tsx'
import { hrefOf } from '../shell/route.ts'
import { BlockThemes } from './block-themes.tsx'
import { useChoice } from './choice.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { curateWords } from './curate-words.ts'
import { draftsOf, dropDraft } from './drafts.ts'
import { entriesOf } from './entries.ts'
import { EntryCard } from './entry-card.tsx'
import { StepsList } from './steps-list.tsx'
import { UnusedNotes } from './unused-notes.tsx'
import { canvasWords as our } from './words.ts'

type Block = Collections['canvasBlocks']

/** Entries drawn at a time. */
const STEP = 80

/** One block of the final canvas: its entries with their sources, and the notes that no entry cites yet. */
export function BlockPage({ block }: { readonly block: Block }): JSX.Element {
  const lab = useLab()
  const entries = useComputed(() => entriesOf(lab.items.entries.value, block.id))
  const choice = useChoice()
  const onlyDrafts = useSignal(false)
  const toSee = entries.value.filter(({ draft }) => draft).length
  const { shown, more } = usePaged(onlyDrafts.value ? entries.value.filter(({ draft }) => draft) : entries.value, STEP)
  return (
    <Page wide title={say(block.title)} over={block.id} lead={say(block.question)}>
      <BlockNav block={block} />
      <div class="columns canvas-block">
        <section aria-labelledby="entries">
          <div class="entries-head">
            <h2 id="entries">
              {say(our.entries)} <span class="badge plain">{entries.value.length}</span>
            </h2>
            {(toSee > 0 || onlyDrafts.value) && lab.may('acceptEntries') && (
              <Button small pressed={onlyDrafts.value} onClick={() => (onlyDrafts.value = !onlyDrafts.value)}>
                {say(curateWords.onlyToSee)} ({toSee})
              </Button>
            )}
          </div>
          <LostDrafts block={block.id} />
          {entries.value.length === 0 && <p class="muted">{say(our.noEntries)}</p>}
          {onlyDrafts.value && toSee === 0 && <p class="standing">{say(curateWords.allSeen)}</p>}
          <ol class="entries">
            {shown.map((entry) => (
              <EntryCard key={entry.id} entry={entry} inOrder={entries.value} choice={choice} />
            ))}
          </ol>
          {more((n) => say(our.moreEntriesHere, { n }))}
          {lab.may('editEntry') && <ChosenBar choice={choice} entries={entries.value} shown={shown} />}
          {lab.may('addEntry') && <AddEntry block={block.id} />}
        </section>
        <div class="beside">
          <BlockThemes block={block.id} />
          <UnusedNotes block={block.id} entries={entries.value} />
        </div>
      </div>
      <StepsList />
    </Page>
  )
}

function BlockNav({ block }: { readonly block: Block }): JSX.Element {
  const lab = useLab()
  const blocks = Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position)
  const at = blocks.findIndex((one) => one.id === block.id)
  const before = blocks[at - 1]
  const after = blocks[at + 1]
  return (
    <nav class="block-nav" aria-label={say(our.blocks)}>
      <a href={hrefOf(lab.id, { room: 'canvas', block: null })}>{say(our.allBlocks)}</a>
      <span class="steps">
        {before && (
          <a href={hrefOf(lab.id, { room: 'canvas', block: before.id })} rel="prev">
            <span class="visually-hidden">{say(our.previous)}: </span>← {before.id} {say(before.title)}
          </a>
        )}
        {after && (
          <a href={hrefOf(lab.id, { room: 'canvas', block: after.id })} rel="next">
            <span class="visually-hidden">{say(our.following)}: </span>
            {after.id} {say(after.title)} →
          </a>
        )}
      </span>
    </nav>
  )
}

function AddEntry({ block }: { readonly block: string }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const open = useSignal(false)
  const text = useSignal('')
  const field = useRef<HTMLTextAreaElement>(null)
  const isOpen = open.value
  useLayoutEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  const add = async () => {
    if (!(await command.send({ type: 'addEntry', block, text: text.value.trim() }))) return
    tell(say(our.added))
    text.value = ''
    open.value = false
  }
  if (!open.value)
    return (
      <Button icon="plus" onClick={() => (open.value = true)}>
        {say(our.add)}
      </Button>
    )
  return (
    <form
      class="card form"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        name="text"
        label={say(our.newText)}
        hint={say(our.ownWords)}
        trouble={command.trouble}
        mend={our.badText}
        text={text}
        rows={3}
        field={field}
      />
      <TroubleNote trouble={command.trouble} fields={['text']} />
      <FormEnd submit={say(our.add)} busy={command.busy} onCancel={() => (open.value = false)} />
    </form>
  )
}

/** Texts that were being written over an entry which somebody else has meanwhile removed or moved: never lost without a word. */
function LostDrafts({ block }: { readonly block: string }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const drafts = draftsOf(lab)
  const lost = Object.values(drafts.value).filter((draft) => draft.block === block && lab.items.entries.value[draft.entry]?.block !== block)
  return (
    <>
      {lost.map((draft) => (
        <div class="conflict" role="alert" key={draft.entry}>
          <h3>
            <Icon name="alert" /> {say(our.goneTitle)}
          </h3>
          <p class="muted">{say(our.mine)}</p>
          <blockquote>{draft.text}</blockquote>
          <TroubleNote trouble={command.trouble} />
          <div class="buttons">
            <Button
              kind="primary"
              busy={command.busy}
              onClick={() =>
                void command.send({ type: 'addEntry', block, text: draft.text }).then((done) => {
                  if (!done) return
                  dropDraft(drafts, draft.entry)
                  tell(say(our.added))
                })
              }
            >
              {say(our.addBack)}
            </Button>
            <Button kind="quiet" onClick={() => dropDraft(drafts, draft.entry)}>
              {say(our.letGo)}
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}
