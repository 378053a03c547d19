import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { Field, TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { words } from '../shell/words.ts'
import { useWritingOver } from './as-seen.tsx'
import { type Draft, draftsOf, dropDraft, keepDraft } from './drafts.ts'
import { canvasWords as our } from './words.ts'

/** An entry being reworded. Where somebody else changes it meanwhile, both texts are shown and a hand decides: nothing is overwritten in silence. */
export function EntryEditor({ entry, draft }: { readonly entry: EntryItem; readonly draft: Draft }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const field = useRef<HTMLTextAreaElement>(null)
  const drafts = draftsOf(lab)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(draft.text.length, draft.text.length)
  }, [])
  useWritingOver(entry.id)
  const changed = entry.rev !== draft.rev
  const save = async (rev: number) => {
    if (draft.text.trim() === entry.text && !entry.withheld) return dropDraft(drafts, entry.id)
    if (!(await command.send({ type: 'editEntry', entry: entry.id, rev, text: draft.text.trim() }))) return
    dropDraft(drafts, entry.id)
    tell(say(words.saved))
  }
  return (
    <form
      class={changed ? 'form conflict' : 'form'}
      onSubmit={(event) => {
        event.preventDefault()
        // while the two differ, the button that says so is the one that saves
        void save(changed ? entry.rev : draft.rev)
      }}
    >
      {changed && (
        <div role="alert">
          <h3>
            <Icon name="alert" /> {say(our.conflictTitle)}
          </h3>
          <p class="muted">{say(our.theirs)}</p>
          <blockquote>{entry.withheld ? say(our.withheldText) : entry.text}</blockquote>
        </div>
      )}
      <Field name="text" label={say(changed ? our.mine : our.newText)} trouble={command.trouble} mend={our.badText}>
        {(props) => (
          <textarea
            {...props}
            ref={field}
            rows={Math.min(12, 2 + Math.ceil(draft.text.length / 70))}
            required
            maxLength={4000}
            value={draft.text}
            onInput={(event) => keepDraft(drafts, { ...draft, text: event.currentTarget.value })}
          />
        )}
      </Field>
      {/* a refusal for having been too late is told by the two texts themselves, once the feed brings the other */}
      {!changed && <TroubleNote trouble={command.trouble} fields={['text']} />}
      {changed ? (
        <div class="form-end">
          <Button type="submit" kind="primary" busy={command.busy}>
            {say(our.keepMine)}
          </Button>
          <Button onClick={() => dropDraft(drafts, entry.id)}>{say(our.keepTheirs)}</Button>
        </div>
      ) : (
        <FormEnd submit={say(words.save)} busy={command.busy} onCancel={() => dropDraft(drafts, entry.id)} />
      )}
    </form>
  )
}
