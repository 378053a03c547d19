import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MeetingState } from '../src/zoom/wire.ts'
import { language, setPageLanguage, withLanguage } from './language.ts'
import { startWords } from './start-words.ts'
import { spaced } from './zoom/meeting-number.ts'

const words = startWords[language]

async function running(): Promise<MeetingState[]> {
  const body: { meetings: MeetingState[] } = await (await fetch('/zoom/api/meetings')).json()
  return body.meetings
}

function Start() {
  const [number, setNumber] = useState('')
  const [meetings, setMeetings] = useState<readonly MeetingState[]>([])
  const [hasMiro, setHasMiro] = useState(false)
  useEffect(() => {
    void running().then(setMeetings)
    void fetch('/miro/client/lobby').then((answer) => setHasMiro(answer.ok))
  }, [])

  const open = (event: Event) => {
    event.preventDefault()
    location.assign(withLanguage(`/zoom/${number.replace(/\D/g, '')}`))
  }
  return (
    <main class="sheet">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.what}</p>
      <form onSubmit={open} class="row">
        <label class="field grow">
          <span>{words.number}</span>
          <input
            name="number"
            inputMode="numeric"
            required
            aria-describedby="number-hint"
            autocomplete="off"
            pattern="\s*(\d[\s\-]*){9,11}"
            title={words.numberHint}
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary">
          {words.open}
        </button>
      </form>
      <p class="muted small" id="number-hint">
        {words.numberHint}
      </p>
      <h2>{words.running}</h2>
      {meetings.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="plain">
        {meetings.map((meeting) => (
          <li key={meeting.number}>
            <a href={withLanguage(`/zoom/${meeting.number}`)}>{spaced(meeting.number)}</a> · {words.people(meeting.attendees.length)}
          </li>
        ))}
      </ul>
      {hasMiro && (
        <>
          <h2>{words.boards}</h2>
          <p>{words.boardsWhat}</p>
          <p>
            <a class="button" href={withLanguage('/miro')}>
              {words.openBoards}
            </a>
          </p>
        </>
      )}
      <p class="muted small">{words.safety}</p>
    </main>
  )
}

setPageLanguage(words.title)
render(<Start />, document.body)
