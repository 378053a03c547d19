import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem, RoomsItem } from '@telaio/shared/view'
import { type GroupSet, groupsOf, preassignCsv } from '@telaio/shared/grouping'
import { useCommand } from '../lab/use-action.ts'
import { useDrive } from '../lab/use-drive.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { keepText } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { conductWords as our, stageWords } from './words.ts'

const OVER: readonly RoomsItem['stage'][] = ['closed', 'failed']
/** Stages in which a request cannot be overtaken by another (decider `requestRooms`). */
const BUSY: readonly RoomsItem['stage'][] = ['creating', 'assigning', 'opening', 'closing', 'close-requested']
/** A host's app renews its lease with each report; this long without one and it is taken for silent. */
const SILENT_MS = 15_000

/** Breakout rooms: asked for here, made by the host's app in Zoom, followed here in plain words. */
export function RoomsPanel({
  meeting,
  block,
  set,
}: {
  readonly meeting: MeetingItem
  readonly block: BlockItem | null
  readonly set: GroupSet | null
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { mayDrive } = useDrive(meeting)
  const rooms = lab.items.rooms.value[String(meeting.number)]
  const live = rooms !== undefined && !OVER.includes(rooms.stage)
  const wanted = set ? groupsOf(set, lab.items.groups.value).filter((group) => group.size > 0).length : 0
  const request = async () => {
    if (block && (await command.send({ type: 'requestRooms', meeting: meeting.number, block: block.id }))) tell(say(our.requested))
  }
  const close = async () => {
    if (await command.send({ type: 'closeRooms', meeting: meeting.number })) tell(say(our.closeRequested))
  }
  const mayRequest = mayDrive && block !== null && wanted > 0 && lab.may('requestRooms') && !(rooms && BUSY.includes(rooms.stage))
  return (
    <section class="card rooms" aria-labelledby="rooms">
      <h2 id="rooms">{say(our.rooms)}</h2>
      {!rooms && <p class="hint">{say(our.roomsText)}</p>}
      {rooms && <Stage rooms={rooms} />}
      {!live && block === null && <p class="muted">{say(our.roomsWhenRunning)}</p>}
      {!live && block !== null && set === null && <p class="muted">{say(our.roomsNotThis)}</p>}
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        {mayRequest && !live && block && (
          <Button kind={block.rooms ? 'primary' : 'plain'} busy={command.busy} onClick={() => void request()}>
            {say(our.requestFor, { n: wanted, title: say(block.title) })}
          </Button>
        )}
        {mayRequest && live && (
          <Button busy={command.busy} onClick={() => void request()}>
            {say(our.requestAgain)}
          </Button>
        )}
        {live && mayDrive && rooms.stage !== 'close-requested' && rooms.stage !== 'closing' && lab.may('closeRooms') && (
          <Button busy={command.busy} onClick={() => void close()}>
            {say(our.closeRooms)}
          </Button>
        )}
      </div>
      {rooms && live && <RoomList rooms={rooms} />}
      {rooms && ['requested', 'failed'].includes(rooms.stage) && <WayRound rooms={rooms} />}
    </section>
  )
}

function Stage({ rooms }: { readonly rooms: RoomsItem }): JSX.Element {
  const lab = useLab()
  const working = ['taken', 'creating', 'assigning', 'opening', 'closing'].includes(rooms.stage)
  const silent = working && rooms.leasedUntil !== null && lab.clock.tick.value - Date.parse(rooms.leasedUntil) > SILENT_MS
  return (
    <>
      <p class={`stage ${rooms.stage}`} role="status">
        {say(stageWords[rooms.stage])}
      </p>
      {rooms.problem && <p class="muted">{rooms.problem}</p>}
      {silent && (
        <p class="callout danger">
          <Icon name="alert" />
          <span>{say(our.silentHost)}</span>
        </p>
      )}
    </>
  )
}

/** What the host's app cannot do, or is not there to do, people can: the list to read aloud, and Zoom's own file. */
function WayRound({ rooms }: { readonly rooms: RoomsItem }): JSX.Element {
  const lab = useLab()
  const people = lab.items.people.value
  const { csv, withoutEmail } = preassignCsv(
    rooms.rooms.map((room) => ({
      set: '',
      group: room.name,
      people: room.people.map((id) => ({ name: people[id]?.name ?? '', email: people[id]?.email ?? null, organisation: null, sector: '' })),
    })),
  )
  return (
    <details class="way-round">
      <summary>{say(our.wayRound)}</summary>
      <p class="hint">{say(our.wayRoundText)}</p>
      <ul>
        {rooms.rooms.map((room) => (
          <li key={room.group}>
            <strong>{room.name}</strong>: {room.people.map((id) => people[id]?.name ?? '').join(', ')}
          </li>
        ))}
      </ul>
      {withoutEmail.length > 0 && <p class="hint">{say(our.wayRoundWithout, { names: withoutEmail.join(', ') })}</p>}
      <Button small icon="download" onClick={() => keepText(`zoom-m${rooms.meeting}.csv`, 'text/csv;charset=utf-8', csv)}>
        {say(our.wayRoundFile)}
      </Button>
    </details>
  )
}

function RoomList({ rooms }: { readonly rooms: RoomsItem }): JSX.Element {
  const lab = useLab()
  const nameOf = (id: string): string => lab.items.people.value[id]?.name ?? ''
  const assigned = new Set(rooms.assigned)
  const own = (id: string): string => rooms.rooms.find((room) => room.people.includes(id))?.name ?? ''
  const moving = rooms.moving.filter((id) => !rooms.unreachable.includes(id))
  const astray = Object.entries(rooms.elsewhere).filter(([id]) => !rooms.moving.includes(id))
  return (
    <>
      {rooms.stage === 'open' && moving.length > 0 && (
        <p role="status">
          {say(our.moving)}: {moving.map((id) => `${nameOf(id)} → ${own(id)}`).join(', ')}
        </p>
      )}
      {astray.length > 0 && (
        <div class="callout">
          <Icon name="alert" />
          <div>
            <strong>{say(our.elsewhere)}</strong>
            <ul>
              {astray.map(([id, group]) => (
                <li key={id}>
                  {say(our.elsewhereText, {
                    name: nameOf(id),
                    here: rooms.rooms.find((room) => room.group === group)?.name ?? '',
                    room: own(id),
                  })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {rooms.unreachable.length > 0 && (
        <div class="callout">
          <Icon name="move" />
          <div>
            <strong>{say(our.byHand)}</strong>
            <p>{say(our.byHandText)}</p>
            <ul>
              {rooms.unreachable.map((id) => (
                <li key={id}>
                  {nameOf(id)} → {rooms.rooms.find((room) => room.people.includes(id))?.name}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <ul class="room-list">
        {rooms.rooms.map((room) => (
          <li key={room.group}>
            <span>{room.name}</span>
            <span class="muted">
              {say(our.roomPeople, { n: room.people.filter((id) => assigned.has(id)).length, of: room.people.length })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
