import { type Signal, useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { LabRoom } from './lab/lab-room.tsx'
import { LabsPage } from './labs/labs-page.tsx'
import { NewLabPage } from './labs/new-lab-page.tsx'
import { type Console, ConsoleContext } from './shell/context.ts'
import { PlainFrame } from './shell/frame.tsx'
import { Page } from './shell/page.tsx'
import { LABS } from './shell/route.ts'
import { words } from './shell/words.ts'
import type { Key } from './sign-in/link.ts'
import { SignInAgain, SignInPage } from './sign-in/sign-in-page.tsx'

/** The console: sign-in, the list of labs, or one lab. `link` is the key that the page was opened with. */
export function App({ console: it, link }: { readonly console: Console; readonly link: Signal<Key | null> }): JSX.Element {
  const lab = useComputed(() => (it.route.value.page === 'lab' ? it.route.value.lab : null))
  const again = useComputed(() => it.session.state.value === 'ended' && lab.value !== null)
  const signingIn = useComputed(() => !again.value && (it.session.state.value !== 'in' || link.value !== null))
  return (
    <ConsoleContext.Provider value={it}>
      {signingIn.value ? (
        <PlainFrame>
          <SignInPage link={link} key={it.session.state.value} />
        </PlainFrame>
      ) : lab.value !== null ? (
        <>
          <LabRoom id={lab.value} key={lab.value} />
          {again.value && <SignInAgain link={link} />}
        </>
      ) : (
        <PlainFrame>
          <Outside page={it.route.value.page} key={it.route.value.page} />
        </PlainFrame>
      )}
    </ConsoleContext.Provider>
  )
}

function Outside({ page }: { readonly page: string }): JSX.Element {
  if (page === 'labs') return <LabsPage />
  if (page === 'new-lab') return <NewLabPage />
  return (
    <Page title={say(words.lostTitle)} lead={say(words.lostText)}>
      <a class="button primary" href={LABS}>
        {say(words.toLabs)}
      </a>
    </Page>
  )
}
