import type { Signal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { useConsole } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import type { Key } from './link.ts'
import { SignInForm } from './sign-in-form.tsx'
import { signInWords as our } from './words.ts'

type Link = { readonly link: Signal<Key | null> }

/** The door of the console. */
export function SignInPage({ link }: Link): JSX.Element {
  const { session } = useConsole()
  const ended = session.state.value === 'ended'
  return (
    <Page title={say(ended ? our.endedTitle : our.title)} lead={say(ended ? our.ended : our.lead)}>
      <div class="card">
        <SignInForm link={link} />
      </div>
    </Page>
  )
}

/** The same over an open lab whose session has ended: what somebody was writing stays behind it until they are in again. */
export function SignInAgain({ link }: Link): JSX.Element {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} class="dialog" aria-labelledby="signed-out" onCancel={(event) => event.preventDefault()}>
      <header>
        <h2 id="signed-out">{say(our.endedTitle)}</h2>
      </header>
      <p>{say(our.ended)}</p>
      <SignInForm link={link} />
    </dialog>
  )
}
