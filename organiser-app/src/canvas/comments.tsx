import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CommentKind } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { CommentItem, EntryItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { FormEnd } from '../shell/dialog.tsx'
import { TroubleNote } from '../shell/field.tsx'
import { TextField } from '../shell/text-field.tsx'
import { compileWords as our } from './compile-words.ts'

/** What was said of an entry, and a place to say more. */
export function Comments({ entry, open = false }: { readonly entry: EntryItem; readonly open?: boolean }): JSX.Element | null {
  const lab = useLab()
  const mine = Object.values(lab.items.comments.value)
    .filter((one) => one.entry === entry.id)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  if (mine.length === 0 && !open) return null
  const waiting = mine.filter((one) => one.resolved === null).length
  return (
    <details class="comments" open={open || waiting > 0}>
      <summary>
        {say(our.comments)} {waiting > 0 && <span class="badge">{waiting}</span>}
      </summary>
      <ul>
        {mine.map((comment) => (
          <OneComment key={comment.id} comment={comment} entry={entry} />
        ))}
      </ul>
      {lab.may('addComment') && <NewComment entry={entry} />}
    </details>
  )
}

export function OneComment({ comment, entry }: { readonly comment: CommentItem; readonly entry: EntryItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const isOrganiser = lab.me.value?.roles.includes('organiser') ?? false
  const resolve = async (how: 'taken' | 'done' | 'withdrawn') => {
    const done = await command.send({ type: 'resolveComment', comment: comment.id, how, ...(how === 'taken' ? { rev: entry.rev } : {}) })
    if (done) tell(say({ taken: our.wordingTaken, done: our.settled, withdrawn: our.withdrawn }[how]))
  }
  return (
    <li class={comment.resolved === null ? 'comment' : 'comment settled'}>
      <p class="note-foot">
        <strong>{say(comment.kind === 'remark' ? our.remark : our.rewording)}</strong>
        <span>{comment.name || say(our.noName)}</span>
        {comment.resolved !== null && <span class="flag">{say(comment.resolved === 'taken' ? our.taken : our.seen)}</span>}
      </p>
      <blockquote>{comment.text}</blockquote>
      <TroubleNote trouble={command.trouble} />
      {comment.resolved === null && lab.may('resolveComment') && (
        <div class="buttons">
          {isOrganiser && comment.kind === 'rewording' && (
            <Button small busy={command.busy} onClick={() => void resolve('taken')}>
              {say(our.takeWording)}
            </Button>
          )}
          {isOrganiser && (
            <Button small kind="quiet" busy={command.busy} onClick={() => void resolve('done')}>
              {say(our.settle)}
            </Button>
          )}
          {comment.by === lab.me.value?.person && (
            <Button small kind="quiet" busy={command.busy} onClick={() => void resolve('withdrawn')}>
              {say(our.withdraw)}
            </Button>
          )}
          {lab.may('redact') && (
            <Button
              small
              kind="quiet"
              busy={command.busy}
              onClick={() => void command.send({ type: 'redact', comment: comment.id }).then((done) => done && tell(say(our.redacted)))}
            >
              {say(our.redactComment)}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function NewComment({ entry }: { readonly entry: EntryItem }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const kind = useSignal<CommentKind | null>(null)
  const text = useSignal('')
  const begin = (what: CommentKind) => {
    kind.value = what
    text.value = what === 'rewording' ? entry.text : ''
  }
  const send = async () => {
    if (kind.value === null || !(await command.send({ type: 'addComment', entry: entry.id, kind: kind.value, text: text.value.trim() })))
      return
    tell(say(our.commentSent))
    kind.value = null
  }
  if (kind.value === null)
    return (
      <div class="buttons">
        <Button small onClick={() => begin('remark')}>
          {say(our.comment)}
        </Button>
        <Button small kind="quiet" onClick={() => begin('rewording')}>
          {say(our.propose)}
        </Button>
      </div>
    )
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        name="text"
        label={say(kind.value === 'remark' ? our.commentText : our.proposeText)}
        trouble={command.trouble}
        mend={our.badComment}
        text={text}
        rows={3}
      />
      <TroubleNote trouble={command.trouble} fields={['text']} />
      <FormEnd submit={say(our.sendComment)} busy={command.busy} onCancel={() => (kind.value = null)} />
    </form>
  )
}
