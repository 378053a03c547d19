import { type FormEvent, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { BoardSummary, Lobby, Person } from '../../src/miro/client/wire.ts'
import { language, setPageLanguage, withLanguage } from '../language.ts'
import { fetchLobby } from './server.ts'
import { miroWords } from './words.ts'

const words = miroWords[language]
const isMissing = new URLSearchParams(location.search).has('missing')
const lang = new URLSearchParams(location.search).get('lang')

const boardUrl = (board: BoardSummary, person: Person): string =>
  `/miro/board/${encodeURIComponent(board.id)}?user=${encodeURIComponent(person.key)}${lang === null ? '' : `&lang=${encodeURIComponent(lang)}`}`

const post = (path: string, body: object) =>
  fetch(`/miro/api-control${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

/** Which boards there are, and who one is on them. */
function Start() {
  const [lobby, setLobby] = useState<Lobby | null>(null)
  const [who, setWho] = useState<string | null>(null)
  const reload = async () => setLobby(await fetchLobby())
  useEffect(() => {
    void reload()
  }, [])
  if (!lobby) return null
  const person = lobby.users.find(({ key }) => key === who) ?? lobby.users[0]
  return (
    <main className="sheet">
      <p className="muted">
        <a href={withLanguage('/')}>{words.toStart}</a>
      </p>
      <h1>{words.startTitle}</h1>
      <p className="lead">{words.startLead}</p>
      {isMissing && (
        <p className="refusal" role="alert">
          {words.missing}
        </p>
      )}
      <fieldset className="who">
        <legend>{words.whoAreYou}</legend>
        {lobby.users.map((user) => (
          <label key={user.key}>
            <input type="radio" name="who" checked={user.key === person?.key} onChange={() => setWho(user.key)} />
            <span>{user.name}</span>
          </label>
        ))}
        <details>
          <summary>{words.newPerson}</summary>
          <OneField
            label={words.personName}
            button={words.add}
            submit={async (name) => {
              await post('/users', { name })
              await reload()
            }}
          />
        </details>
      </fieldset>
      <ul className="boards">
        {lobby.boards.map((board) => (
          <li key={board.id} className="card">
            <div className="grow">
              <strong>{board.name}</strong>
              <p className="muted small">
                {board.team} · {words.items(board.items)}
                {board.online.length > 0 && <> · {words.onlineNow(board.online.map(({ name }) => name).join(', '))}</>}
              </p>
            </div>
            {person && (
              <a
                className="button primary"
                href={boardUrl(board, person)}
                target="_blank"
                rel="noopener"
                aria-label={words.openAs(board.name, person.name)}
              >
                {words.openBoard}
              </a>
            )}
          </li>
        ))}
      </ul>
      <OneField
        label={words.newBoard}
        button={words.make}
        submit={async (name) => {
          await post('/boards', { name, ...(person && { owner: person.key }) })
          await reload()
        }}
      />
    </main>
  )
}

function OneField({ label, button, submit }: { label: string; button: string; submit: (value: string) => Promise<void> }) {
  const [value, setValue] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    await submit(value)
    setValue('')
  }
  return (
    <form className="row" onSubmit={(event) => void send(event)}>
      <label className="field grow">
        <span>{label}</span>
        <input required maxLength={60} autoComplete="off" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit">{button}</button>
    </form>
  )
}

setPageLanguage(`${words.startTitle} · ${words.sandbox}`)
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  )
