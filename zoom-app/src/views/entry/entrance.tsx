import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import type { ComponentChildren, JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import type { Entry } from '../../session/session.ts'
import { entryWords as words } from '../../words/entry.ts'
import { LanguageSwitch } from '../language-switch.tsx'
import { HostCard } from '../parts.ts'
import { InviteForm } from './invite-form.tsx'
import { NameForm } from './name-form.tsx'
import { Loom, Starting } from './starting.tsx'

/** Every step before one is in: each says what happens now and the one thing to do. */
export function Entrance(): JSX.Element {
  const { session, lab } = usePanel()
  const entry = session.state.value
  if (entry.step === 'starting' || entry.step === 'in') return <Starting />
  return (
    <main class="entry">
      <Loom />
      {Object.keys(lab.items.value.roomTasks).length > 0 && <HostCard />}
      <Step entry={entry} />
      <LanguageSwitch />
    </main>
  )
}

const Head = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <>
    <h1>{title}</h1>
    <p>{children}</p>
  </>
)

function Step({ entry }: { readonly entry: Exclude<Entry, { step: 'starting' | 'in' }> }): JSX.Element {
  const { session } = usePanel()
  switch (entry.step) {
    case 'away':
      return <Head title={say(words.away)}>{say(words.awayWhy)}</Head>
    case 'erased':
      return <Head title={say(words.erased)}>{say(words.erasedWhy)}</Head>
    case 'no-answer':
      return (
        <>
          <Head title={say(words.noAnswer)}>{say(words.noAnswerWhy)}</Head>
          <Checking />
        </>
      )
    case 'refused':
      return (
        <>
          <Head title={say(words.refused)}>{entry.detail}</Head>
          <button type="button" class="button primary" onClick={() => void session.start()}>
            {say(words.again)}
          </button>
        </>
      )
    case 'ask-invite': {
      const { because } = entry
      const [title, why] =
        because === 'spent'
          ? [words.spentInvite, words.spentInviteWhy]
          : because === 'zoom-silent'
            ? [words.zoomSilent, words.zoomSilentWhy]
            : [words.needInvite, words.needInviteWhy]
      return (
        <>
          <Head title={say(title)}>{say(why)}</Head>
          <InviteForm problem={entry.problem} />
        </>
      )
    }
    case 'unbound':
      return (
        <>
          <Head title={say(words.unbound)}>{say(words.unboundWhy)}</Head>
          <Checking />
          {entry.signed.zoomRole !== 'participant' && <p class="muted">{say(words.unboundHost)}</p>}
          <Known name={entry.known} />
          <Aside open={entry.signed.zoomRole !== 'participant'} problem={entry.problem} />
        </>
      )
    case 'stranger':
      return (
        <>
          <Head title={say(words.whoAreYou)}>{say(words.whoAreYouWhy)}</Head>
          <Known name={entry.known} />
          <Notice notice={entry.signed.notice} />
          <NameForm problem={entry.problem} />
          <Aside problem={undefined} />
        </>
      )
    case 'waiting':
      return (
        <>
          <Head title={say(words.waiting)}>{entry.name ? say(words.waitingAs, { name: entry.name }) : say(words.waitingPlain)}</Head>
          <Checking />
          <Aside problem={undefined} />
        </>
      )
  }
}

/** Who keeps the name, why and for how long: to be read before it is given. */
function Notice({ notice }: { readonly notice: Bilingual | null }): JSX.Element | null {
  if (!notice) return null
  return (
    <details class="aside">
      <summary>{say(words.readNotice)}</summary>
      <p class="notice">{say(notice)}</p>
    </details>
  )
}

const Checking = (): JSX.Element => (
  <p class="muted checking" role="status">
    <span class="pulse" aria-hidden="true" />
    {say(words.checking)}
  </p>
)

/** "Are you …?": this device knows a name, and asks. */
function Known({ name }: { readonly name: string | undefined }): JSX.Element | null {
  const { session } = usePanel()
  if (!name) return null
  return (
    <div class="known">
      <p class="muted">{say(words.isItYouWhy)}</p>
      <button type="button" class="button primary" onClick={() => void session.comeAsKnown()}>
        {say(words.isItYou, { name })}
      </button>
    </div>
  )
}

const Aside = ({ problem, open = false }: { readonly problem: string | undefined; readonly open?: boolean }): JSX.Element => (
  <details class="aside" open={open || problem !== undefined}>
    <summary>{say(words.haveInvite)}</summary>
    <InviteForm problem={problem} quiet />
  </details>
)
