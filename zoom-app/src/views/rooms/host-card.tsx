import type { RoomTaskItem } from '@telaio/shared/view'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { hostingWords as words } from '../../words/hosting.ts'
import { later } from '../later.tsx'
import { useToldState } from '../use-told-state.ts'
import { useNames } from './names.ts'

/** Few hosts need it, and it brings the making of Zoom's file with it. */
const WayRound = later(async () => (await import('./way-round.tsx')).WayRound)

/** The host's part: what is being done with the rooms, and whom the app cannot move. */
export function HostCard(): JSX.Element | null {
  const { lab, meeting, roomWork } = usePanel()
  const task = Object.values(lab.items.value.roomTasks)[0]
  // of people who are being assigned the bar tells, not a voice for each
  useToldState(task && task.stage !== 'assigning' ? say(words.hostStages[task.stage]) : null)
  const state = roomWork.value?.state.value
  if (!task || task.stage === 'closed') return null
  const controls = meeting.roomControls()
  const all = task.rooms.reduce((sum, { people }) => sum + people.length, 0)
  const decision = state?.decision
  const assigned = decision?.assigned ?? task.assigned
  const working = ['taken', 'creating', 'assigning', 'opening', 'closing'].includes(task.stage)
  return (
    <section class="card host" aria-labelledby="host-title">
      <div class="host-head">
        <h2 id="host-title">{say(words.hostTitle)}</h2>
        <span class="muted">{count(task.rooms.length, words.rooms1, words.rooms)}</span>
      </div>
      <p class={working ? 'checking' : undefined}>
        {working && <span class="pulse" aria-hidden="true" />}
        {say(words.hostStages[task.stage], { done: assigned.length, all })}
      </p>
      {task.stage === 'assigning' && (
        <progress max={all} value={assigned.length} aria-label={say(words.hostStages.assigning, { done: assigned.length, all })} />
      )}
      {!controls && <p class="fault">{say(words.cannot)}</p>}
      {controls && state?.doing === 'watch' && task.stage !== 'failed' && <p class="muted hint">{say(words.otherPanel)}</p>}
      {controls && state?.doing !== 'watch' && task.stage !== 'failed' && <p class="muted hint">{say(words.keepOpen)}</p>}
      {task.stage === 'failed' && (
        <>
          <p class="fault">{task.problem}</p>
          <p class="muted">{say(words.failedDo)}</p>
        </>
      )}
      {state?.refusal && working && <p class="muted hint">{say(words.zoomSays, { said: state.refusal.said })}</p>}
      {controls && decision?.blind && decision.stage !== null && <p class="muted hint">{say(words.blind)}</p>}
      <Astray task={task} />
      {task.stage !== 'requested' && <ByHand task={task} people={decision?.stage ? decision.unreachable : task.unreachable} />}
      <WayRound task={task} open={task.stage === 'failed' || !controls} />
    </section>
  )
}

/** Who is being moved, and who sits in the room of another group. */
function Astray({ task }: { readonly task: RoomTaskItem }): JSX.Element | null {
  const nameOf = useNames()
  const named = (person: string): string => nameOf(person) || say(words.unnamed1, { n: 1 })
  const roomOf = (group: string): string => task.rooms.find((one) => one.group === group)?.name ?? ''
  const own = (person: string): string => task.rooms.find(({ people }) => people.some((one) => one.person === person))?.name ?? ''
  const moving = task.moving.filter((person) => !task.unreachable.includes(person))
  const astray = Object.entries(task.elsewhere).filter(([person]) => !task.moving.includes(person))
  return (
    <>
      {moving.length > 0 && task.stage === 'open' && <p>{say(words.moving, { names: moving.map(named).join(', ') })}</p>}
      {astray.length > 0 && (
        <ul class="names">
          {astray.map(([person, group]) => (
            <li key={person}>{say(words.wrongRoom, { name: named(person), here: roomOf(group), room: own(person) })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Room by room, as one would do it in Zoom; named where this viewer may know names. */
function ByHand({ task, people }: { readonly task: RoomTaskItem; readonly people: readonly string[] }): JSX.Element | null {
  const nameOf = useNames()
  if (people.length === 0) return null
  const rooms = task.rooms.map((room) => {
    const names = room.people.filter(({ person }) => people.includes(person)).map(({ person }) => nameOf(person))
    return { room, names: names.filter(Boolean), unnamed: names.filter((name) => !name).length }
  })
  return (
    <details class="by-hand" open={people.length <= 8}>
      <summary>{count(people.length, words.byHand1, words.byHand)}</summary>
      <ul class="names">
        {rooms.flatMap(({ room, names, unnamed }) => [
          ...names.map((name) => (
            <li key={`${room.group} ${name}`}>
              <strong>{name}</strong> → {room.name}
            </li>
          )),
          ...(unnamed === 0
            ? []
            : [
                <li key={room.group}>
                  <strong>{count(unnamed, words.unnamed1, words.unnamed)}</strong> → {room.name}
                </li>,
              ]),
        ])}
      </ul>
      <p class="muted hint">
        {say(words.byHandWhy)} {rooms.some(({ unnamed }) => unnamed > 0) && say(words.namesElsewhere)}
      </p>
    </details>
  )
}
