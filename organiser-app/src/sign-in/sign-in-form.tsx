import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { useAction } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { tokenInText } from './link.ts'
import { signInWords as our } from './words.ts'

/** How one gets in, and how to get a new link. `link` holds the token that the page was opened with, until it is spent. */
export function SignInForm({ link }: { readonly link: Signal<string | null> }): JSX.Element {
  const { session, tell } = useConsole()
  const action = useAction()
  const pasted = useSignal('')
  const wrong = useSignal(false)
  const token = link.value
  const enter = async (one: string) => {
    await action.run(() => session.signIn(one))
    const trouble = action.trouble.value
    if (trouble?.unanswered) return
    link.value = null
    // somebody signed in already loses nothing by opening a spent link
    if (trouble && session.state.value === 'in') tell(trouble.detail)
  }
  useEffect(() => {
    if (token !== null) void enter(token)
  }, [token])
  if (token !== null && !action.trouble.value) return <p role="status">{say(our.entering)}</p>
  return (
    <>
      <TroubleNote
        trouble={action.trouble}
        onAgain={action.trouble.value?.unanswered && token !== null ? () => void enter(token) : undefined}
      />
      <section class="sign-in">
        <h2>{say(our.how)}</h2>
        <ol>
          <li>{say(our.first)}</li>
          <li>
            {say(our.again)}
            <div class="command">
              <code>npx telaio sign-in-link</code>
              <Button
                kind="quiet"
                icon="copy"
                label={`${say(words.copy)}: npx telaio sign-in-link`}
                onClick={() => void navigator.clipboard?.writeText('npx telaio sign-in-link').then(() => tell(say(words.copied)))}
              />
            </div>
          </li>
          <li>{say(our.once)}</li>
        </ol>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const found = tokenInText(pasted.value)
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
