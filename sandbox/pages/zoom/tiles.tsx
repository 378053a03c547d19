import { type Client, initials, placeName, roleName } from './client.ts'

/** Who is in the same room, as Zoom's gallery shows it. */
export function Tiles({ client }: { client: Client }) {
  const { meeting, me, words } = client
  const here = meeting.attendees.filter((one) => one.room === me.room)
  return (
    <ul class="tiles" aria-label={placeName(client, me.room)}>
      {here.map((one) => (
        <li key={one.key} class={one === me ? 'tile mine' : 'tile'}>
          <span class="face" aria-hidden="true">
            {initials(one.name)}
          </span>
          <span class="label">
            {one.name}
            {one === me && ` (${words.you})`}
            {one.role !== 'attendee' || one.guest ? <span class="soft"> · {roleName(client, one)}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
