import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem, RoomsItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { groupsOfBlock } from '@telaio/shared/conduct'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useDrive } from '../../panel/use-drive.ts'
import { conductWords as our, stageWords } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

const OVER: readonly RoomsItem['stage'][] = ['closed', 'failed']
/** Stages that another request cannot overtake (the decider refuses it). */
const BUSY: readonly RoomsItem['stage'][] = ['creating', 'assigning', 'opening', 'closing', 'close-requested']

/** Breakout rooms: asked for here, opened by the host's app in Zoom. */
export function RoomsCard({ meeting, block }: { readonly meeting: MeetingItem; readonly block: BlockItem | null }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const { mayDrive } = useDrive(meeting)
  const rooms = lab.items.rooms.value[String(meeting.number)]
  const isLive = rooms !== undefined && !OVER.includes(rooms.stage)
  const wanted = block ? groupsOfBlock(block, lab.items.groups.value).filter(({ size }) => size > 0).length : 0
  const mayAsk = mayDrive && block !== null && wanted > 0 && lab.may('requestRooms') && !(rooms && BUSY.includes(rooms.stage))
  const mayClose = mayDrive && isLive && rooms.stage !== 'close-requested' && rooms.stage !== 'closing' && lab.may('closeRooms')
  const request = async (): Promise<void> => {
    if (block && (await command.send({ type: 'requestRooms', meeting: meeting.number, block: block.id }))) tell(say(our.requested))
  }
  const close = async (): Promise<void> => {
    if (await command.send({ type: 'closeRooms', meeting: meeting.number })) tell(say(our.closeRequested))
  }
  return (
    <Card title={say(our.rooms)}>
      {/* said aloud by Watch */}
      {rooms && <p>{say(stageWords[rooms.stage])}</p>}
      {rooms?.problem && <p class="hint">{rooms.problem}</p>}
      {!rooms && <p class="hint">{say(our.roomsText)}</p>}
      {rooms && isLive && <People rooms={rooms} />}
      {rooms && ['requested', 'failed'].includes(rooms.stage) && <WayRound rooms={rooms} />}
      {!isLive && block && wanted === 0 && <p class="hint">{say(our.roomsNotThis)}</p>}
      <TroubleNote trouble={command.trouble} />
      {(mayAsk || mayClose) && (
        <div class="buttons">
          {mayAsk && (
            <Button kind={!isLive && block?.rooms ? 'primary' : 'plain'} busy={command.busy} onClick={() => void request()}>
              {say(isLive ? our.requestAgain : our.request, { n: wanted })}
            </Button>
          )}
          {mayClose && (
            <Button busy={command.busy} onClick={() => void close()}>
              {say(our.closeRooms)}
            </Button>
          )}
        </div>
      )}
    </Card>
  )
}

function People({ rooms }: { readonly rooms: RoomsItem }): JSX.Element {
  const { lab } = usePanel()
  const assigned = new Set(rooms.assigned)
  const nameOf = (id: string): string => lab.items.people.value[id]?.name ?? ''
  const names = rooms.unreachable.map(nameOf).filter((name) => name !== '')
  const moving = rooms.stage === 'open' ? rooms.moving.filter((id) => !rooms.unreachable.includes(id)) : []
  const astray = Object.entries(rooms.elsewhere).filter(([id]) => !rooms.moving.includes(id))
  const roomOf = (fits: (room: RoomsItem['rooms'][number]) => boolean): string => rooms.rooms.find(fits)?.name ?? ''
  return (
    <>
      {names.length > 0 && <p class="callout">{say(our.unreachable, { names: names.join(', ') })}</p>}
      {moving.length > 0 && <p>{say(our.moving, { names: moving.map(nameOf).join(', ') })}</p>}
      {astray.map(([id, group]) => (
        <p key={id} class="callout">
          {say(our.elsewhere, {
            name: nameOf(id),
            here: roomOf((room) => room.group === group),
            room: roomOf((room) => room.people.includes(id)),
          })}
        </p>
      ))}
      <ul class="plain-rows">
        {rooms.rooms.map((room) => (
          <li key={room.group}>
            <span>{room.name}</span>
            <span class="muted">
              {say(our.assigned, { n: room.people.filter((id) => assigned.has(id)).length, of: room.people.length })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the host's app cannot do, or is not there to do, a voice can. */
function WayRound({ rooms }: { readonly rooms: RoomsItem }): JSX.Element {
  const { lab } = usePanel()
  return (
    <details>
      <summary>{say(our.wayRound)}</summary>
      <ul class="plain-rows">
        {rooms.rooms.map((room) => (
          <li key={room.group}>
            <span>
              <strong>{room.name}</strong>: {room.people.map((id) => lab.items.people.value[id]?.name ?? '').join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">{say(our.wayRoundText)}</p>
    </details>
  )
}
