import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppEvent, ByHand, FeedState, Shown } from '../../src/zoom/wire.ts'
import { language, setPageLanguage, withLanguage } from '../language.ts'
import { AppPanel } from './app-panel.tsx'
import type { Client } from './client.ts'
import { ControlBar, type SheetName } from './control-bar.tsx'
import { Header } from './header.tsx'
import { placeInPath } from './meeting-number.ts'
import { Notices, OfferCard } from './notices.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { RoomsSheet } from './rooms-sheet.tsx'
import { createAttendeeServer } from './server.ts'
import { Tiles } from './tiles.tsx'
import { zoomWords } from './words.ts'

const words = zoomWords[language]
const { number, key } = placeInPath(location.pathname)
const server = createAttendeeServer(number, key)
const lobby = withLanguage(`${location.protocol}//localhost${location.port === '' ? '' : `:${location.port}`}/zoom/${number}`)

/** ?view=panel: little more than the app, as on the stage. */
const isCompact = new URLSearchParams(location.search).get('view') === 'panel'

/** ?app=closed: a person who has not opened the app, until a button or an invitation does. */
const opensApp = new URLSearchParams(location.search).get('app') !== 'closed'

type Notice = Shown & { readonly id: number }
let noticeCount = 0

function Attendee() {
  // Each opening of the app is an instance of its own, which must ask for config anew.
  const [session, setSession] = useState(() => crypto.randomUUID())
  const [appOpen, setAppOpen] = useState(opensApp)
  const [state, setState] = useState<FeedState | null>(null)
  const [lineUp, setLineUp] = useState(true)
  const [gone, setGone] = useState<'left' | 'removed' | 'ended' | null>(null)
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const [width, setWidth] = useState(372)
  const app = useRef<((event: AppEvent) => void) | null>(null)

  const show = (what: Shown) => {
    if (what.show === 'gone') return setGone(what.why)
    if (what.show === 'panel') return setWidth(what.size === 'expand' ? 600 : 372)
    noticeCount += 1
    const notice = { ...what, id: noticeCount }
    if (what.show === 'url') openInTab(what.url)
    setNotices((before) => [...before, notice].slice(-4))
  }
  useEffect(
    () =>
      server.feed(session, {
        state: setState,
        app: (event) => app.current?.(event),
        show,
        line: setLineUp,
      }),
    [session],
  )

  const me = state?.meeting.attendees.find((one) => one.key === state.me)
  if (gone !== null) return <Gone why={gone} />
  if (!state || !me) return <p class="waiting">{words.sandbox}…</p>

  const openApp = () => {
    setSession(crypto.randomUUID())
    setAppOpen(true)
  }
  const press = async (button: ByHand) => {
    const code = await server.press(button)
    if (code !== null) show({ show: 'notification', type: 'warning', title: 'Zoom', message: words.refused(code) })
  }
  const client: Client = { words, meeting: state.meeting, me, press: (button) => void press(button) }
  const dismiss = (id: number) => setNotices((before) => before.filter((one) => one.id !== id))
  const leave = async (forAll: boolean) => {
    setGone(forAll ? 'ended' : 'left')
    await (forAll ? server.end() : server.leave())
  }

  return (
    <div class={isCompact ? 'client compact' : 'client'}>
      <Header client={client} lineUp={lineUp} />
      <main class={sheet ? 'stage with-sheet' : 'stage'}>
        <OfferCard client={client} />
        <Tiles client={client} />
        {sheet === 'people' && <PeopleSheet client={client} close={() => setSheet(null)} />}
        {sheet === 'rooms' && <RoomsSheet client={client} close={() => setSheet(null)} />}
        <Notices client={client} notices={notices} dismiss={dismiss} openApp={() => !appOpen && openApp()} />
      </main>
      {appOpen && (
        <AppPanel
          key={session}
          words={words}
          url={state.appUrl}
          width={width}
          setWidth={setWidth}
          attach={(to) => {
            app.current = to
          }}
          ask={(call) => server.ask(session, call)}
          reload={openApp}
          close={() => setAppOpen(false)}
        />
      )}
      <ControlBar
        client={client}
        sheet={sheet}
        setSheet={setSheet}
        appOpen={appOpen}
        toggleApp={appOpen ? () => setAppOpen(false) : openApp}
        leave={(forAll) => void leave(forAll)}
      />
    </div>
  )
}

/** A browser that refuses leaves the link in the notice. */
function openInTab(url: string): void {
  const tab = window.open(url, '_blank')
  if (tab) tab.opener = null
}

function Gone({ why }: { why: 'left' | 'removed' | 'ended' }) {
  return (
    <main class="sheet">
      <h1>{words.gone[why]}</h1>
      <p>
        <a class="button primary" href={lobby}>
          {words.backToLobby}
        </a>
      </p>
    </main>
  )
}

setPageLanguage(`${words.meeting} ${number}`)
render(<Attendee />, document.body)
