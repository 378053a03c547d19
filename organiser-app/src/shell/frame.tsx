import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '@telaio/shared/ui'
import { Announcer } from './announcer.tsx'
import { Button } from './button.tsx'
import { useConsole, useLab } from './context.ts'
import { Icon } from './icon.tsx'
import { AccountBits, FlatThread, Mark, Rail } from './rail.tsx'
import { hrefOf, KITS, LABS, METHODS, type Place } from './route.ts'
import { words } from './words.ts'

const SkipLink = (): JSX.Element => (
  <button
    type="button"
    class="skip"
    onClick={() => {
      // a link to #main would be read as an address of the console
      document.getElementById('main')?.querySelector<HTMLElement>('h1')?.focus()
    }}
  >
    {say(words.skip)}
  </button>
)

/** Between labs, kits and methods, for whoever makes labs. */
function OutsideNav(): JSX.Element | null {
  const { session, route } = useConsole()
  if (!session.account.value) return null
  const { page } = route.value
  const link = (href: string, label: string, here: boolean) => (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        {label}
      </a>
    </li>
  )
  return (
    <nav class="outside-nav" aria-label={say(words.outsideNav)}>
      <ul>
        {link(LABS, say(words.labs), page === 'labs' || page === 'new-lab')}
        {link(KITS, say(words.kits), page === 'kits' || page === 'kit')}
        {link(METHODS, say(words.methods), page === 'methods')}
      </ul>
    </nav>
  )
}

/** Screens outside a lab: labs, kits, methods, sign-in. */
export function PlainFrame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="frame plain">
      <SkipLink />
      <header class="top">
        <a class="brand" href={LABS}>
          <Mark /> <span>{say(words.product)}</span>
        </a>
        <OutsideNav />
        <AccountBits />
      </header>
      <main id="main">{children}</main>
      <Announcer />
    </div>
  )
}

/** Screens of a lab: the rail at the left, or above where the screen is narrow. */
export function LabFrame({ place, children }: { readonly place: Place; readonly children: ComponentChildren }): JSX.Element {
  const lab = useLab()
  const { route } = useConsole()
  const drawer = useRef<HTMLDialogElement>(null)
  const at = route.value
  // going somewhere closes the drawer
  useEffect(() => drawer.current?.close(), [at])
  return (
    <div class="frame">
      <SkipLink />
      <header class="narrow-top">
        <a class="brand" href={LABS} aria-label={say(words.allLabs)}>
          <Mark />
        </a>
        <p class="rail-lab">{lab.lab.value?.title}</p>
        <Button icon="menu" small onClick={() => drawer.current?.showModal()}>
          {say(words.menu)}
        </Button>
        <FlatThread place={place} />
      </header>
      <header class="side">
        <Rail place={place} />
      </header>
      <dialog class="drawer" ref={drawer} aria-label={say(words.menu)}>
        <Button kind="quiet" icon="close" label={say(words.close)} onClick={() => drawer.current?.close()} />
        <Rail place={place} />
      </dialog>
      <main id="main">
        {lab.line.value === 'waiting' && (
          <p class="line-down" role="status">
            <Icon name="alert" /> {say(words.lineDown)}
          </p>
        )}
        {lab.lab.value?.archived && place.room !== 'settings' && (
          <p class="line-down calm">
            {say(words.archived)} <a href={hrefOf(lab.id, { room: 'settings' })}>{say(words.reopenIt)}</a>
          </p>
        )}
        {children}
      </main>
      <Announcer />
    </div>
  )
}
