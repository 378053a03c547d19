import { type Client, isHosting, placeName, roleName } from './client.ts'
import { Sheet } from './sheet.tsx'

export function PeopleSheet({ client, close }: { client: Client; close: () => void }) {
  const { words, meeting, me, press } = client
  return (
    <Sheet title={words.people} closeLabel={words.close} close={close}>
      <ul class="people">
        {meeting.attendees.map((one) => (
          <li key={one.key}>
            <span class="grow">
              <strong>{one.name}</strong>
              {one === me && ` (${words.you})`}
              <br />
              <span class="muted small">
                {roleName(client, one)}
                {me.role === 'host' && ` · ${placeName(client, one.room)}`}
              </span>
            </span>
            {isHosting(client) && one !== me && (
              <span class="actions">
                {one.role === 'attendee' && !one.guest && (
                  <button
                    type="button"
                    aria-label={`${words.makeCoHost}: ${one.name}`}
                    onClick={() => press({ do: 'role', key: one.key, role: 'coHost' })}
                  >
                    {words.makeCoHost}
                  </button>
                )}
                {one.role === 'coHost' && (
                  <button
                    type="button"
                    aria-label={`${words.unmakeCoHost}: ${one.name}`}
                    onClick={() => press({ do: 'role', key: one.key, role: 'attendee' })}
                  >
                    {words.unmakeCoHost}
                  </button>
                )}
                {me.role === 'host' && !one.guest && (
                  <button
                    type="button"
                    aria-label={`${words.makeHost}: ${one.name}`}
                    onClick={() => press({ do: 'role', key: one.key, role: 'host' })}
                  >
                    {words.makeHost}
                  </button>
                )}
                <button type="button" aria-label={`${words.remove}: ${one.name}`} onClick={() => press({ do: 'remove', key: one.key })}>
                  {words.remove}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
