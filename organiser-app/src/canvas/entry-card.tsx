import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Menu } from '../shell/menu.tsx'
import { draftsOf, keepDraft } from './drafts.ts'
import { shiftEntry } from './entries.ts'
import { EntryEditor } from './entry-editor.tsx'
import { EntrySources } from './entry-sources.tsx'
import { MoveEntryDialog } from './move-entry-dialog.tsx'
import { canvasWords as our } from './words.ts'

/** A line of the final canvas: its text, where it comes from, and what can be done with it. */
export function EntryCard({ entry, inOrder }: { readonly entry: EntryItem; readonly inOrder: readonly EntryItem[] }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const moving = useSignal(false)
  const drafts = draftsOf(lab)
  const draft = drafts.value[entry.id]
  const at = inOrder.findIndex((one) => one.id === entry.id)
  const shift = async (by: -1 | 1) => {
    const shifts = shiftEntry(inOrder, entry.id, by)
    await command.run(async () => {
      for (const { entry: id, rev, position } of shifts) await lab.perform({ type: 'editEntry', entry: id, rev, position })
    })
  }
  const putBack = async () => {
    await command.run(async () => {
      const answer = await lab.perform({
        type: 'addEntry',
        block: entry.block,
        text: entry.text,
        sources: entry.sources.map((one) => one.contribution),
      })
      // an entry's first change is the event that made it: its number is the answer's
      await lab.perform({ type: 'editEntry', entry: String(answer['entry']), rev: answer.seq, position: entry.position })
    })
  }
  const remove = async () => {
    if (await command.send({ type: 'removeEntry', entry: entry.id, rev: entry.rev }))
      tell(say(our.removed), entry.withheld ? undefined : () => void putBack())
  }
  const edit = () => keepDraft(drafts, { entry: entry.id, block: entry.block, text: entry.text, rev: entry.rev })
  return (
    <li class={entry.withheld ? 'entry withheld' : 'entry'}>
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
                <button type="button" onClick={() => (moving.value = true)}>
                  {say(our.moveTo)}
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
      {moving.value && <MoveEntryDialog entry={entry} onClose={() => (moving.value = false)} />}
    </li>
  )
}
