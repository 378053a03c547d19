import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Lobby } from '../../src/miro/client/wire.ts'
import { language, setPageLanguage } from '../language.ts'
import { Icon } from './icons.tsx'
import { fetchLobby } from './server.ts'
import { miroWords } from './words.ts'

const words = miroWords[language]
const asked = Object.fromEntries(
  [...new URLSearchParams(location.search)].filter(([name]) =>
    ['response_type', 'client_id', 'redirect_uri', 'state', 'team_id'].includes(name),
  ),
)

interface Request {
  readonly app: string
  readonly scopes: readonly string[]
}

/** Where a person lets the app act for them; they choose who they are, since nobody signs in here. */
function Authorize() {
  const [lobby, setLobby] = useState<Lobby | null>(null)
  const [request, setRequest] = useState<Request | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [who, setWho] = useState<string | null>(null)
  const [team, setTeam] = useState<string | null>(asked['team_id'] ?? null)

  useEffect(() => {
    const load = async () => {
      const answer = await fetch(`/miro/client/authorize${location.search}`)
      const body: Request & { detail: string } = await answer.json()
      if (!answer.ok) return setFault(body.detail)
      setRequest(body)
      setLobby(await fetchLobby())
    }
    void load()
  }, [])

  if (fault !== null)
    return (
      <main className="sheet">
        <h1>{words.authorizeFault}</h1>
        <p className="refusal" role="alert">
          {fault}
        </p>
      </main>
    )
  if (!lobby || !request) return null
  const person = lobby.users.find(({ key }) => key === who) ?? lobby.users[0]
  const teams = lobby.teams.filter(({ id }) => person?.teams.includes(id))
  const chosen = teams.find(({ id }) => id === team) ?? teams[0]

  const decide = async (approve: boolean) => {
    const body = { ...asked, user: person?.key, ...(chosen && { team: chosen.id }), approve }
    const answer = await fetch('/miro/client/authorize', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { redirect, detail }: { redirect?: string; detail?: string } = await answer.json()
    if (redirect === undefined) setFault(detail ?? String(answer.status))
    else location.assign(redirect)
  }
  return (
    <main className="sheet consent">
      <p className="consent-mark">
        <Icon name="app" />
      </p>
      <h1>{words.authorizeTitle(request.app)}</h1>
      <p className="lead">{words.authorizeLead(request.app)}</p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault()
          void decide(true)
        }}
      >
        <label className="field">
          <span>{words.as}</span>
          <select value={person?.key} onChange={(event) => setWho(event.currentTarget.value)}>
            {lobby.users.map((user) => (
              <option key={user.key} value={user.key}>
                {user.name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.team}</span>
          <select value={chosen?.id} onChange={(event) => setTeam(event.currentTarget.value)}>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <h2>{words.scopesTitle}</h2>
        <ul>
          {request.scopes.map((scope) => (
            <li key={scope}>
              {words.scopes[scope] ?? scope} <code className="muted small">{scope}</code>
            </li>
          ))}
        </ul>
        <p className="row">
          <button type="submit" className="primary">
            {words.approve}
          </button>
          <button type="button" onClick={() => void decide(false)}>
            {words.deny}
          </button>
        </p>
      </form>
    </main>
  )
}

setPageLanguage(`${words.authorizeTitle('Telaio')} · ${words.sandbox}`)
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Authorize />
    </StrictMode>,
  )
