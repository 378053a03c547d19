import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { hrefOf } from '../shell/route.ts'
import { words } from '../shell/words.ts'
import { type Key, keyInText } from './link.ts'
import { signInWords as our } from './words.ts'

/** How one gets in, and how to get a new link. `link` holds the key that the page was opened with, until it is used. */
export function SignInForm({ link }: { readonly link: Signal<Key | null> }): JSX.Element {
  const { session, route, tell, go } = useConsole()
  const action = useAction()
  const pasted = useSignal('')
  const wrong = useSignal(false)
  const key = link.value
  // the account's link is spent: who has come by it must not lose it by looking at somebody's invite
  const doubt = useSignal(key?.kind === 'invite' && session.state.value === 'in' && session.account.value)
  const enter = async (one: Key) => {
    doubt.value = false
    const entered = await action.run(() => session.signIn(one))
    const trouble = action.trouble.value
    if (trouble?.unanswered) return
    if (entered && 'elsewhere' in entered) return location.replace(entered.elsewhere)
    if (entered && entered.lab !== null && !(route.value.page === 'lab' && route.value.lab === entered.lab))
      go(hrefOf(entered.lab, { room: 'overview' }))
    link.value = null
    // somebody signed in already loses nothing by opening a spent link
    if (trouble && session.state.value === 'in') tell(trouble.detail)
  }
  useEffect(() => {
    if (key !== null && !doubt.value) void enter(key)
  }, [key])
  if (key !== null && doubt.value) return <Doubt onYes={() => void enter(key)} onNo={() => (link.value = null)} />
  if (key !== null && !action.trouble.value) return <p role="status">{say(our.entering)}</p>
  return (
    <>
      <TroubleNote
        trouble={action.trouble}
        onAgain={action.trouble.value?.unanswered && key !== null ? () => void enter(key) : undefined}
      />
      <section class="sign-in">
        <h2>{say(our.how)}</h2>
        <ol>
          <li>{say(our.invited)}</li>
          <li>
            {say(our.first)} {say(our.again)}
            <div class="command">
              <code>npx telaio sign-in-link</code>
              <Button
                kind="quiet"
                icon="copy"
                label={`${say(words.copy)}: npx telaio sign-in-link`}
                onClick={() => void navigator.clipboard?.writeText('npx telaio sign-in-link').then(() => tell(say(words.copied)))}
              />
            </div>
            {say(our.once)}
          </li>
        </ol>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const found = keyInText(pasted.value)
            wrong.value = found === null
            if (found !== null) void enter(found)
          }}
        >
          <Field name="link" label={say(our.paste)} wrong={wrong.value ? say(our.notALink) : null}>
            {(props) => (
              <input
                {...props}
                type="text"
                autocomplete="off"
                spellcheck={false}
                value={pasted.value}
                onInput={(event) => {
                  pasted.value = event.currentTarget.value
                  wrong.value = false
                }}
              />
            )}
          </Field>
          <Button type="submit" kind="primary" busy={action.busy}>
            {say(our.enter)}
          </Button>
        </form>
      </section>
    </>
  )
}

function Doubt({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }): JSX.Element {
  return (
    <section class="sign-in">
      <h2>{say(our.doubtTitle)}</h2>
      <p>{say(our.doubt)}</p>
      <div class="buttons">
        <Button kind="primary" onClick={onNo}>
          {say(our.stay)}
        </Button>
        <Button onClick={onYes}>{say(our.change)}</Button>
      </div>
    </section>
  )
}
