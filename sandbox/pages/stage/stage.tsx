import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { StageState } from '../../src/stage/wire.ts'
import { language, setPageLanguage } from '../language.ts'
import { Play } from './play.tsx'
import { createStageServer, type StageServer } from './server.ts'
import { keepToken, takeToken } from './token.ts'
import { stageWords } from './words.ts'

const words = stageWords[language]
const againMs = 1000

type Door = 'opening' | 'closed' | 'open'

function Stage({ token, server }: { token: string; server: StageServer }) {
  const [door, setDoor] = useState<Door>('opening')
  const [state, setState] = useState<StageState | null>(null)
  const [lineUp, setLineUp] = useState(true)

  const enter = async () => {
    const answer = await server.enter()
    if (answer === 'in') keepToken(token)
    setDoor(answer === 'in' ? 'open' : 'closed')
    return answer
  }

  useEffect(() => {
    const ending = new AbortController()
    const follow = async () => {
      let since = 0
      let entered = false
      while (!ending.signal.aborted)
        try {
          if (!entered && (await enter()) === 'closed') return
          entered = true
          const next = await server.state(since)
          setLineUp(true)
          if (next === 'closed') return setDoor('closed')
          // another run of the sandbox counts from the beginning, and everybody has to come in again
          if (next.version < since) entered = false
          since = next.version
          setState(next)
        } catch {
          setLineUp(false)
          // it may have been started anew
          entered = false
          since = 0
          await new Promise((go) => setTimeout(go, againMs))
        }
    }
    void follow()
    return () => ending.abort()
  }, [server])

  if (door === 'closed') return <Closed />
  if (state === null || (state.phase === 'preparing' && state.places.length === 0)) return <Preparing lineUp={lineUp} />
  if (state.phase === 'failed')
    return (
      <main class="sheet">
        <h1>{words.failed}</h1>
        <p role="alert">{state.problem?.[language]}</p>
        <button type="button" class="primary" onClick={() => void enter()}>
          {words.again}
        </button>
      </main>
    )
  return <Play words={words} language={language} server={server} state={state} lineUp={lineUp} />
}

function Preparing({ lineUp }: { lineUp: boolean }) {
  return (
    <main class="sheet">
      <div class="threads" aria-hidden="true" />
      <div role="status">
        <h1>{words.preparing}</h1>
        <p class="lead">{lineUp ? words.preparingLong : words.lineDown}</p>
      </div>
    </main>
  )
}

function Closed() {
  return (
    <main class="sheet">
      <div class="threads" aria-hidden="true" />
      <h1>{words.closed}</h1>
      <p class="lead">{words.closedHow}</p>
    </main>
  )
}

setPageLanguage(`${words.title} · Telaio`)
const token = takeToken()
render(token === null ? <Closed /> : <Stage token={token} server={createStageServer(token, language)} />, document.body)
