import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useDrop } from '../groups/drag.ts'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Menu } from '../shell/menu.tsx'
import { Comments } from './comments.tsx'
import { type Choice, refOf } from './choice.ts'
import { compileWords } from './compile-words.ts'
import { curateWords } from './curate-words.ts'
import { draftsOf, keepDraft } from './drafts.ts'
import { beforeWhich } from './entries.ts'
import { AsideDialog, LinkDialog, SplitDialog } from './entry-dialogs.tsx'
import { EntryEditor } from './entry-editor.tsx'
import { EntrySources } from './entry-sources.tsx'
import { LinkList } from './map-page.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveEntryDialog } from './move-entry-dialog.tsx'
import { whoIs } from './who.ts'
import { canvasWords as our } from './words.ts'

const DRAGGED_ENTRY = 'application/x-telaio-entry'

/** A line of the final canvas: its text, where it comes from, and what can be done with it. */
export function EntryCard({
  entry,
  inOrder,
  choice,
}: {
  readonly entry: EntryItem
  readonly inOrder: readonly EntryItem[]
  readonly choice: Choice
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const dialog = useSignal<'move' | 'merge' | 'split' | 'link' | 'aside' | null>(null)
  const close = () => (dialog.value = null)
  const drafts = draftsOf(lab)
  const draft = drafts.value[entry.id]
  const at = inOrder.findIndex((one) => one.id === entry.id)
  const shift = async (by: -1 | 1) => {
    const before = beforeWhich(inOrder, entry.id, by)
    if (before !== undefined) await command.send({ type: 'orderEntry', entry: entry.id, before })
  }
  const remove = async () => {
    const done = await command.send({ type: 'removeEntry', entry: entry.id, rev: entry.rev })
    // a step's number is that of its last event
    if (done) tell(say(our.removed), entry.withheld ? undefined : () => void command.send({ type: 'undoStep', step: done.seq }))
  }
  const accept = async (accepted: boolean) => {
    if (!(await command.send({ type: 'acceptEntries', entries: [refOf(entry)], accepted }))) return
    tell(say(accepted ? curateWords.draftAccepted : curateWords.backToSee))
  }
  const chosen = choice.ids.value.has(entry.id)
  const drop = useDrop(
    lab.may('orderEntry') ? (id) => void command.send({ type: 'orderEntry', entry: id, before: entry.id }) : null,
    DRAGGED_ENTRY,
  )
  const writers = (lab.editing.value[entry.id] ?? []).filter((person) => person !== lab.me.value?.person)
  const links = Object.values(lab.items.links.value).filter(({ from }) => from === entry.id)
  const edit = () => keepDraft(drafts, { entry: entry.id, block: entry.block, text: entry.text, rev: entry.rev })
  return (
    <li
      class={['entry', entry.withheld ? 'withheld' : '', entry.draft ? 'draft' : '', chosen ? 'chosen' : '', drop.over.value ? 'drop' : '']
        .filter(Boolean)
        .join(' ')}
      {...drop.handlers}
    >
      {writers.length > 0 && (
        <p class="writing" role="status">
          <Icon name="pencil" /> {say(compileWords.writing, { name: writers.map((person) => whoIs(lab, person)).join(', ') })}
        </p>
      )}
      {draft ? (
        <EntryEditor entry={entry} draft={draft} />
      ) : (
        <>
          {entry.withheld ? (
            <div class="entry-withheld">
              <Icon name="alert" />
              <div>
                <strong>{say(our.withheld)}</strong>
                <p>{say(our.withheldText)}</p>
              </div>
            </div>
          ) : (
            <p class="entry-text">{entry.text}</p>
          )}
          <TroubleNote trouble={command.trouble} />
          {lab.may('editEntry') && (
            <div class="entry-hands">
              <span
                class="grip"
                draggable
                aria-hidden="true"
                title={say(compileWords.dragHint)}
                onDragStart={(event) => {
                  event.dataTransfer?.setData(DRAGGED_ENTRY, entry.id)
                  if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
                }}
              >
                <Icon name="grip" />
              </span>
              {!entry.withheld && (
                <label class="choose">
                  <input type="checkbox" checked={chosen} onChange={() => choice.toggle(entry.id)} />
                  <span class="visually-hidden">{say(curateWords.chooseThis)}</span>
                </label>
              )}
              {entry.draft && !entry.withheld && (
                <Button
                  small
                  kind="quiet"
                  icon="check"
                  label={say(curateWords.acceptDraft)}
                  busy={command.busy}
                  onClick={() => void accept(true)}
                />
              )}
              <Button small kind="quiet" icon="pencil" label={say(our.edit)} onClick={edit} />
              <Button
                small
                kind="quiet"
                icon="up"
                label={say(our.up)}
                disabled={at === 0}
                busy={command.busy}
                onClick={() => void shift(-1)}
              />
              <Button
                small
                kind="quiet"
                icon="down"
                label={say(our.down)}
                disabled={at === inOrder.length - 1}
                busy={command.busy}
                onClick={() => void shift(1)}
              />
              <Menu label={say(our.actions)}>
                {!entry.withheld && (
                  <>
                    <button type="button" onClick={() => (dialog.value = 'merge')}>
                      {say(compileWords.merge)}
                    </button>
                    <button type="button" onClick={() => (dialog.value = 'split')}>
                      {say(compileWords.split)}
                    </button>
                    <button type="button" onClick={() => (dialog.value = 'link')}>
                      {say(compileWords.link)}
                    </button>
                  </>
                )}
                {!entry.draft && !entry.withheld && entry.compiled && (
                  <button type="button" onClick={() => void accept(false)}>
                    {say(curateWords.seeAgain)}
                  </button>
                )}
                <button type="button" onClick={() => (dialog.value = 'move')}>
                  {say(our.moveTo)}
                </button>
                <button type="button" onClick={() => (dialog.value = 'aside')}>
                  {say(compileWords.aside)}
                </button>
                <button type="button" class="danger" onClick={() => void remove()}>
                  {say(our.remove)}
                </button>
              </Menu>
            </div>
          )}
        </>
      )}
      <EntrySources entry={entry} />
      {links.length > 0 && <LinkList links={links} from={entry.id} />}
      <Comments entry={entry} />
      {dialog.value === 'move' && <MoveEntryDialog entry={entry} onClose={close} />}
      {dialog.value === 'merge' && <MergeDialog entry={entry} onClose={close} />}
      {dialog.value === 'split' && <SplitDialog entry={entry} onClose={close} />}
      {dialog.value === 'link' && <LinkDialog entry={entry} onClose={close} />}
      {dialog.value === 'aside' && <AsideDialog entries={[entry]} onClose={close} />}
    </li>
  )
}
