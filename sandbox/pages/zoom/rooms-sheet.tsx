import { useState } from 'preact/hooks'
import type { RoomState } from '../../src/zoom/wire.ts'
import { type Client, isHosting } from './client.ts'
import { Sheet } from './sheet.tsx'

/** Zoom's breakout rooms window: the host makes, opens and closes them, everyone sees where they may go. */
export function RoomsSheet({ client, close }: { client: Client; close: () => void }) {
  const { words, meeting } = client
  const hosting = isHosting(client)
  const open = meeting.roomsState === 'open'
  const seesRooms = hosting || open
  return (
    <Sheet title={words.rooms} closeLabel={words.close} close={close}>
      {!seesRooms && <p class="muted">{words.roomsClosed}</p>}
      {seesRooms && meeting.rooms.length === 0 && <p class="muted">{words.noRooms}</p>}
      {seesRooms && (
        <ul class="people">
          {meeting.rooms.map((room) => (
            <Room key={room.id} client={client} room={room} />
          ))}
        </ul>
      )}
      <MyWay client={client} />
      {hosting && !open && meeting.rooms.length > 0 && <Assignments client={client} />}
      {hosting && meeting.rooms.length > 0 && <OpenOrClose client={client} />}
      {hosting && !open && <CreateForm client={client} />}
    </Sheet>
  )
}

function Room({ client, room }: { client: Client; room: RoomState }) {
  const { words, meeting, me, press } = client
  const people = meeting.attendees.filter((one) => one.room === room.id || (one.room === null && one.assigned === room.id))
  const mayGo = meeting.roomsState === 'open' && me.room !== room.id && (isHosting(client) || meeting.settings.allowParticipantsChooseRoom)
  return (
    <li>
      <span class="grow">
        <strong>{room.name}</strong>
        <br />
        {/* Who is where is the host's to see (§1.2). */}
        {me.role === 'host' && (
          <span class="muted small">
            {people.length === 0
              ? words.empty
              : people.map((one) => (one.room === room.id ? one.name : words.notThereYet(one.name))).join(', ')}
          </span>
        )}
      </span>
      {mayGo && (
        <button
          type="button"
          aria-label={`${words.goIn}: ${room.name}`}
          onClick={() => press({ do: 'call', api: 'changeBreakoutRoom', data: { action: 'join', uuid: room.id } })}
        >
          {words.goIn}
        </button>
      )}
    </li>
  )
}

/** In to one's own room, or out of it. */
function MyWay({ client }: { client: Client }) {
  const { words, meeting, me, press } = client
  if (meeting.roomsState === 'closed') return null
  const change = (action: 'leave' | 'joinAssigned') => press({ do: 'call', api: 'changeBreakoutRoom', data: { action } })
  const mayLeave = isHosting(client) || meeting.settings.allowParticipantsReturnToMainSession
  return (
    <p class="row">
      {me.assigned !== null && me.room !== me.assigned && (
        <button type="button" class="primary" onClick={() => change('joinAssigned')}>
          {words.joinRoom}
        </button>
      )}
      {me.room !== null && mayLeave && (
        <button type="button" onClick={() => change('leave')}>
          {words.backToMain}
        </button>
      )}
    </p>
  )
}

function OpenOrClose({ client }: { client: Client }) {
  const { words, meeting, press } = client
  if (meeting.roomsState === 'open') {
    return (
      <button
        type="button"
        class="danger"
        disabled={meeting.closingUntil !== null}
        onClick={() => press({ do: 'call', api: 'closeBreakoutRooms' })}
      >
        {words.closeRooms}
      </button>
    )
  }
  const configure = (value: boolean) =>
    press({ do: 'call', api: 'configureBreakoutRooms', data: { automaticallyMoveParticipantsIntoRooms: value } })
  return (
    <div class="stack">
      <label class="check">
        <input
          type="checkbox"
          checked={meeting.settings.automaticallyMoveParticipantsIntoRooms}
          onChange={(event) => configure(event.currentTarget.checked)}
        />
        {words.moveByThemselves}
      </label>
      <button type="button" class="primary" onClick={() => press({ do: 'call', api: 'openBreakoutRooms' })}>
        {words.openRooms}
      </button>
    </div>
  )
}

function Assignments({ client }: { client: Client }) {
  const { words, meeting, press } = client
  const people = meeting.attendees.filter((one) => one.role === 'attendee')
  const assign = (participantUUID: string, uuid: string) =>
    press({ do: 'call', api: 'assignParticipantToBreakoutRoom', data: { participantUUID, ...(uuid !== '' && { uuid }) } })
  return (
    <ul class="people">
      {people.map((one) => (
        <li key={one.key}>
          <span class="grow">{one.name}</span>
          <select
            aria-label={words.assign(one.name)}
            value={one.assigned ?? ''}
            onChange={(event) => assign(one.participantUUID, event.currentTarget.value)}
          >
            <option value="">{words.notAssigned}</option>
            {meeting.rooms.map((room) => (
              <option key={room.id} value={room.id}>
                {room.name}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  )
}

const assignments = ['automatically', 'manually', 'participantsChoose'] as const

function CreateForm({ client }: { client: Client }) {
  const { words, meeting, press } = client
  const [count, setCount] = useState(2)
  const [assign, setAssign] = useState<(typeof assignments)[number]>('automatically')
  const submit = (event: Event) => {
    event.preventDefault()
    press({ do: 'call', api: 'createBreakoutRooms', data: { numberOfRooms: count, assign } })
  }
  return (
    <form class="row wrap" onSubmit={submit}>
      <label class="field">
        <span>{words.howMany}</span>
        <input type="number" min={1} max={50} required value={count} onInput={(event) => setCount(event.currentTarget.valueAsNumber)} />
      </label>
      <label class="field">
        <span>{words.assignment}</span>
        <select value={assign} onChange={(event) => setAssign(assignments[event.currentTarget.selectedIndex] ?? 'automatically')}>
          {assignments.map((one) => (
            <option key={one} value={one}>
              {words.assignments[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" title={meeting.rooms.length > 0 ? words.createAgain : undefined}>
        {words.create}
      </button>
    </form>
  )
}
