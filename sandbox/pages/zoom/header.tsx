import { useEffect, useState } from 'preact/hooks'
import { type Client, placeName, roleName } from './client.ts'
import { spaced } from './meeting-number.ts'

export function Header({ client, lineUp }: { client: Client; lineUp: boolean }) {
  const { words, meeting, me } = client
  return (
    <header class="top">
      <span class="muted">
        {words.meeting} {spaced(meeting.number)}
      </span>
      <strong class="who">{me.name}</strong>
      <span class={`chip role ${me.role}`}>{roleName(client, me)}</span>
      <span class="chip place" data-testid="place">
        {placeName(client, me.room)}
      </span>
      <span role="status" class="news">
        {!lineUp && words.lineDown}
        {lineUp && meeting.closingUntil !== null && <Countdown until={meeting.closingUntil} say={words.closingIn} />}
      </span>
    </header>
  )
}

function Countdown({ until, say }: { until: number; say: (seconds: number) => string }) {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  // Read out once, not every second.
  return <span aria-live="off">{say(Math.max(0, Math.ceil((until - now) / 1000)))}</span>
}
