import { useEffect, useRef, useState } from 'preact/hooks'
import type { Place, StageState } from '../../src/stage/wire.ts'
import type { Language } from '../language.ts'
import type { StageServer } from './server.ts'
import { Steps } from './steps.tsx'
import type { StageWords } from './words.ts'

interface Props {
  readonly words: StageWords
  readonly language: Language
  readonly server: StageServer
  readonly state: StageState
  readonly lineUp: boolean
}

/** The board and its panel beside the people in Zoom: each in a frame under a host name of its own, all live. */
export function Play({ words, language, server, state, lineUp }: Props) {
  const [large, setLarge] = useState<string | null>(null)
  const board = state.places.find(({ kind }) => kind === 'board')
  const others = state.places.filter(({ kind }) => kind !== 'board')
  return (
    <div class={`play${large === null ? '' : large === 'board' ? ' large-board' : ' large-one'}`}>
      <header class="head">
        <div class="threads" aria-hidden="true" />
        <h1>{words.title}</h1>
        <p class="what">{words.lead}</p>
        <p role="status" class="line">
          {lineUp ? '' : words.lineDown}
        </p>
        <nav class="row">
          <OtherLanguage words={words} language={language} />
          <a href="/" target="_blank" rel="noreferrer">
            {words.sandbox}
          </a>
          <CastButton words={words} language={language} server={server} state={state} />
          <ConsoleButton words={words} server={server} can={state.hasConsole} />
        </nav>
      </header>
      <Steps words={words} language={language} server={server} state={state} />
      <main class="frames">
        {board && (
          <Frame
            words={words}
            language={language}
            place={board}
            large={large === 'board'}
            setLarge={(is) => setLarge(is ? 'board' : null)}
          />
        )}
        <section class="cast" aria-label={words.rooms}>
          {others.map((place) => {
            const id = `${place.kind} ${place.key}`
            return (
              <Frame
                key={id}
                words={words}
                language={language}
                place={place}
                large={large === id}
                away={large !== null && large !== 'board' && large !== id}
                setLarge={(is) => setLarge(is ? id : null)}
              />
            )
          })}
        </section>
      </main>
    </div>
  )
}

interface FrameProps {
  readonly words: StageWords
  readonly language: Language
  readonly place: Place
  readonly large: boolean
  /** Another one is enlarged. */
  readonly away?: boolean
  readonly setLarge: (is: boolean) => void
}

function Frame({ words, language, place, large, away = false, setLarge }: FrameProps) {
  const title =
    place.kind === 'board'
      ? words.boardTitle(place.name)
      : place.kind === 'host'
        ? words.hostTitle(place.name)
        : words.zoomTitle(place.name)
  const address = (more: Record<string, string>): string => {
    const url = new URL(place.url)
    for (const [name, value] of Object.entries({ ...more, lang: language })) url.searchParams.set(name, value)
    return url.href
  }
  const inside = address(place.kind === 'board' ? { app: 'open' } : { view: 'panel' })
  // Set once: the page inside goes on by itself, and must not begin anew when something else changes here.
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current && frame.current.src !== inside) frame.current.src = inside
  }, [inside])
  return (
    <section class={`one ${place.kind}${large ? ' is-large' : ''}${away ? ' is-away' : ''}`} aria-label={title}>
      {place.kind === 'board' && (
        <h2 class="caption">
          <span class="kind">{words.board}</span> {place.name}
        </h2>
      )}
      <iframe ref={frame} title={title} allow="clipboard-write; fullscreen" />
      <div class="tools">
        <button
          type="button"
          aria-pressed={large}
          onClick={() => setLarge(!large)}
          aria-label={large ? words.shrink(title) : words.enlarge(title)}
          title={large ? words.shrink(title) : words.enlarge(title)}
        >
          <Glyph path={large ? 'M13 3v4h4M7 17v-4H3M13 7l4-4M7 13l-4 4' : 'M12 4h4v4M8 16H4v-4M16 4l-5 5M4 16l5-5'} />
        </button>
        <a
          class="button"
          href={address(place.kind === 'board' ? { app: 'open' } : {})}
          target="_blank"
          rel="noreferrer"
          aria-label={words.newTab(title)}
          title={words.newTab(title)}
        >
          <Glyph path="M8 5H5v10h10v-3M11 4h5v5M16 4l-7 7" />
        </a>
      </div>
    </section>
  )
}

const Glyph = ({ path }: { path: string }) => (
  <svg
    viewBox="0 0 20 20"
    width="16"
    height="16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={path} />
  </svg>
)

function OtherLanguage({ words, language }: Pick<Props, 'words' | 'language'>) {
  const other = language === 'it' ? 'en' : 'it'
  return (
    <a href={`?lang=${other}`} lang={other} hreflang={other}>
      {words.other}
    </a>
  )
}

/** As long as twelve people may take to come in. */
const COMING_MS = 30_000

/** One press, and the room is full. Once they are here it says so, and can be pressed again when they have gone. */
function CastButton({ words, language, server, state }: Pick<Props, 'words' | 'language' | 'server' | 'state'>) {
  const [coming, setComing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isHere = state.castHere > 0
  useEffect(() => {
    if (isHere) setComing(false)
    else if (coming) {
      const timer = setTimeout(() => setComing(false), COMING_MS)
      return () => clearTimeout(timer)
    }
    return undefined
  }, [isHere, coming])
  if (!state.hasCast) return null
  const bring = async () => {
    setComing(true)
    const why = await server.bringCast().catch(() => ({ it: words.lineDown, en: words.lineDown }))
    setProblem(why?.[language] ?? null)
    if (why) setComing(false)
  }
  const isBusy = coming || isHere
  return (
    <>
      <button type="button" title={words.castHow} aria-disabled={isBusy} onClick={() => !isBusy && void bring()}>
        {isHere ? words.castHere(state.castHere) : coming ? words.castComing : words.cast}
      </button>
      {problem !== null && (
        <p class="refusal" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** A link into the console is good once: each press gets a fresh one. The tab is opened at once, or the browser would take it for a pop-up. */
function ConsoleButton({ words, server, can }: { words: StageWords; server: StageServer; can: boolean }) {
  const [asked, setAsked] = useState(false)
  const open = async () => {
    const tab = window.open('about:blank', '_blank')
    setAsked(true)
    const link = await server.consoleLink().catch(() => null)
    setAsked(false)
    if (tab && link !== null) {
      tab.opener = null
      tab.location.replace(link)
    } else tab?.close()
  }
  return (
    <button type="button" class="primary" disabled={!can || asked} title={can ? undefined : words.consoleHow} onClick={() => void open()}>
      {words.console}
    </button>
  )
}
