import { pause } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { goToRoom, type MyRoom } from '../../rooms/my-room.ts'
import { roomWords as words } from '../../words/rooms.ts'
import { hostingWords } from '../../words/hosting.ts'
import { useToldState } from '../use-told-state.ts'

/** Where my group's room is, and one press to get there. Nothing is said that is not known. */
export function RoomCard(): JSX.Element | null {
  const { meeting, where: watched } = usePanel()
  const [going, setGoing] = useState<'no' | 'going' | 'not-moved' | 'not-allowed'>('no')
  const where = watched.value
  const told = sentenceOf(where, meeting.kind === 'none')
  useToldState(told)
  if (where.at === 'no-rooms') return <GroupCard />
  if (where.at === 'inside') return null
  if (where.at === 'coming' || where.at === 'by-hand')
    return (
      <section class="strip room" aria-label={say(hostingWords.hostTitle)}>
        <GroupName />
        <p>{told}</p>
      </section>
    )
  if (meeting.kind === 'none') return <p class="strip">{told}</p>
  const { name, alias } = where
  const go = async () => {
    if (alias === null || going === 'going') return
    setGoing('going')
    const outcome = await goToRoom(meeting, alias, pause).catch(() => 'not-moved' as const)
    setGoing(outcome === 'there' ? 'no' : outcome)
  }
  return (
    <section class={where.at === 'elsewhere' ? 'strip room warn' : 'strip room'} aria-label={say(hostingWords.hostTitle)}>
      {where.at === 'outside' && <GroupName />}
      <p>{told}</p>
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

/** Where my group's room is, in a sentence; null where there is nothing to say. */
function sentenceOf(where: MyRoom, plain: boolean): string | null {
  if (where.at === 'no-rooms' || where.at === 'inside') return null
  const { name } = where
  if (where.at === 'coming') return say(words.coming, { name })
  if (where.at === 'by-hand') return say(words.byHandMine, { name })
  if (plain) return say(words.plain, { name })
  if (where.at === 'outside') return say(words.outside, { name })
  return where.here === null ? say(words.elsewhere, { name }) : say(words.elsewhereIn, { here: where.here, name })
}

/** Before the rooms are there, whoever opens them by hand can be told: "I am in group 3". */
function GroupCard(): JSX.Element | null {
  const { meeting, now, place } = usePanel()
  const block = now.block.value
  const group = now.group.value
  const planned = block?.rooms === true && block.grouping.groups !== 'none'
  if (meeting.kind === 'none' || place.value?.room != null || !planned || !group || now.standing.value.seesAll) return null
  return (
    <section class="strip room" aria-label={say(hostingWords.hostTitle)}>
      <GroupName />
      <p>{say(words.groupRoom, { name: group.name })}</p>
    </section>
  )
}

/** The number is what is easiest to say and to hear. */
function GroupName(): JSX.Element | null {
  const { now } = usePanel()
  const number = /\d+$/.exec(now.group.value?.key ?? '')?.[0]
  return number === undefined || now.standing.value.seesAll ? null : (
    <strong class="group-number">{say(words.groupCard, { n: number })}</strong>
  )
}
