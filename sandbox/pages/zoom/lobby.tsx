import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AttendeeState, MeetingState } from '../../src/zoom/wire.ts'
import { language, setPageLanguage, withLanguage } from '../language.ts'
import { placeInPath, spaced } from './meeting-number.ts'
import { zoomWords } from './words.ts'

const words = zoomWords[language]
const { number } = placeInPath(location.pathname)
const api = `/zoom/api/meetings/${number}`
const roles = ['host', 'coHost', 'attendee', 'guest'] as const

async function enter(name: string, role: string): Promise<{ url: string } | { code: string }> {
  const answer = await fetch(`${api}/attendees`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, role }),
  })
  return answer.json()
}

function Lobby() {
  const [meeting, setMeeting] = useState<MeetingState | null>(null)
  useEffect(() => {
    const feed = new EventSource(`${api}/feed`)
    feed.addEventListener('state', (event) => setMeeting(JSON.parse(event.data)))
    return () => feed.close()
  }, [])
  const people = meeting?.attendees ?? []
  return (
    <main class="sheet">
      <p class="muted">
        {words.sandbox} · {words.meeting} {spaced(number)}
      </p>
      <h1>{words.lobby}</h1>
      <p class="lead">{words.lobbyLead}</p>
      <EntryForm hasHost={people.some((one) => one.role === 'host')} />
      <h2>{words.inside}</h2>
      {people.length === 0 && <p class="muted">{meeting && !meeting.running && meeting.occurrence > 0 ? words.ended : words.nobody}</p>}
      {meeting && people.length > 0 && <People meeting={meeting} />}
    </main>
  )
}

function EntryForm({ hasHost }: { hasHost: boolean }) {
  const [name, setName] = useState('')
  const [chosen, setRole] = useState<(typeof roles)[number] | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  // The first in is usually the host; nobody else can be.
  const role = chosen ?? (hasHost ? 'attendee' : 'host')

  const submit = async (event: Event) => {
    event.preventDefault()
    // Opened now, while the click still counts for the browser; filled when the server has answered.
    const tab = window.open('about:blank')
    const answer = await enter(name, role)
    if ('code' in answer) {
      tab?.close()
      setRefusal(answer.code)
      return
    }
    setRefusal(null)
    setName('')
    setRole(null)
    if (tab) tab.location.href = withLanguage(answer.url)
    else location.assign(withLanguage(answer.url))
  }
  return (
    <form class="card" onSubmit={(event) => void submit(event)}>
      <label class="field">
        <span>{words.name}</span>
        <input
          name="name"
          required
          maxLength={80}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <fieldset class="choices">
        <legend>{words.role}</legend>
        {roles.map((one) => (
          <label key={one}>
            <input type="radio" name="role" value={one} checked={role === one} onChange={() => setRole(one)} />
            <span>
              {words.roles[one]} <small>{words.rolesHint[one]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {refusal !== null && (
        <p class="refusal" role="alert">
          {words.refused(refusal)}
        </p>
      )}
      <button type="submit" class="primary">
        {words.enter}
      </button>
    </form>
  )
}

function People({ meeting }: { meeting: MeetingState }) {
  const placeOf = (one: AttendeeState) =>
    one.room === null ? words.mainSession : words.room(meeting.rooms.find((room) => room.id === one.room)?.name ?? '')
  return (
    <>
      <ul class="people">
        {meeting.attendees.map((one) => (
          <li key={one.key}>
            <span class="grow">
              <strong>{one.name}</strong>
              <br />
              <span class="muted small">
                {words.roles[one.guest ? 'guest' : one.role]} · {placeOf(one)}
              </span>
            </span>
            <a class="button" href={withLanguage(one.url)} target="_blank" rel="noopener" aria-label={`${words.openPage}: ${one.name}`}>
              {words.openPage}
            </a>
            <button
              type="button"
              aria-label={`${words.remove}: ${one.name}`}
              onClick={() => void fetch(`${api}/attendees/${one.key}`, { method: 'DELETE' })}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="danger" onClick={() => void fetch(`${api}/end`, { method: 'POST' })}>
        {words.endMeeting}
      </button>
    </>
  )
}

setPageLanguage(`${words.meeting} ${spaced(number)} · ${words.sandbox}`)
render(<Lobby />, document.body)
