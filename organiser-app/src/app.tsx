import { type Signal, useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { KitRoom } from './kits/kit-room.tsx'
import { KitsPage } from './kits/kits-page.tsx'
import { LabRoom } from './lab/lab-room.tsx'
import { LabsPage } from './labs/labs-page.tsx'
import { NewLabPage } from './labs/new-lab-page.tsx'
import { MethodsPage } from './methods/methods-page.tsx'
import { type Console, ConsoleContext } from './shell/context.ts'
import { PlainFrame } from './shell/frame.tsx'
import { Page } from './shell/page.tsx'
import { LABS, type Route } from './shell/route.ts'
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
          <Outside route={it.route.value} key={keyOf(it.route.value)} />
        </PlainFrame>
      )}
    </ConsoleContext.Provider>
  )
}

/** Parts of one kit share its draft: going from one to another keeps the room. */
const keyOf = (route: Route): string => (route.page === 'kit' ? `kit ${route.kit}` : route.page)

function Outside({ route }: { readonly route: Route }): JSX.Element {
  if (route.page === 'labs') return <LabsPage />
  if (route.page === 'new-lab') return <NewLabPage begin={route.kit} />
  if (route.page === 'kits') return <KitsPage />
  if (route.page === 'kit') return <KitRoom name={route.kit} part={route.part} />
  if (route.page === 'methods') return <MethodsPage chosen={route.method} />
  return (
    <Page title={say(words.lostTitle)} lead={say(words.lostText)}>
      <a class="button primary" href={LABS}>
        {say(words.toLabs)}
      </a>
    </Page>
  )
}
