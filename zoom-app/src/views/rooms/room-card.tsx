import { pause } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { goToRoom, whereAmI } from '../../rooms/my-room.ts'
import { roomWords as words } from '../../words/rooms.ts'
import { hostingWords } from '../../words/hosting.ts'

/** Where my group's room is, and one press to get there. Nothing is said that is not known. */
export function RoomCard(): JSX.Element | null {
  const { lab, now, meeting, place, learned } = usePanel()
  const [going, setGoing] = useState<'no' | 'going' | 'not-moved' | 'not-allowed'>('no')
  const items = lab.items.value
  const open = now.meeting.value
  const mine = items.me['me']?.groups ?? []
  const room = open
    ? (Object.values(items.groupRooms).find((one) => one.meeting === open.number && mine.includes(one.group)) ?? null)
    : null
  const where = whereAmI(room, place.value, learned.value)
  if (where.at === 'no-rooms' || where.at === 'inside') return null
  if (where.at === 'coming')
    return (
      <p class="strip" role="status">
        {say(words.coming, { name: where.name })}
      </p>
    )
  if (meeting.kind === 'none')
    return (
      <p class="strip" role="status">
        {say(words.plain, { name: where.name })}
      </p>
    )
  const { name, alias } = where
  const go = async () => {
    if (alias === null || going === 'going') return
    setGoing('going')
    const outcome = await goToRoom(meeting, alias, pause).catch(() => 'not-moved' as const)
    setGoing(outcome === 'there' ? 'no' : outcome)
  }
  return (
    <section class="strip room" aria-label={say(hostingWords.hostTitle)}>
      <p role="status">{say(where.at === 'elsewhere' ? words.elsewhere : words.outside, { name })}</p>
      {(going === 'not-moved' || going === 'not-allowed') && (
        <p class="fault" role="alert">
          {say(going === 'not-moved' ? words.notMoved : words.notAllowed, { name })}
        </p>
      )}
      {alias !== null && going !== 'not-allowed' && (
        <button type="button" class="button primary" aria-disabled={going === 'going'} onClick={() => void go()}>
          {say(going === 'going' ? words.going : where.at === 'elsewhere' ? words.backToMine : words.go)}
        </button>
      )}
    </section>
  )
}
