import type { RoomTaskItem } from '@telaio/shared/view'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { hostingWords } from '../../words/hosting.ts'

/** The host's part: what is being done with the rooms, and whom the app cannot move. */
export function HostCard(): JSX.Element | null {
  const { lab, meeting, roomWork } = usePanel()
  const task = Object.values(lab.items.value.roomTasks)[0]
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
        <h2 id="host-title">{say(hostingWords.hostTitle)}</h2>
        <span class="muted">{count(task.rooms.length, hostingWords.rooms1, hostingWords.rooms)}</span>
      </div>
      <p role="status" class={working ? 'checking' : undefined}>
        {working && <span class="pulse" aria-hidden="true" />}
        {say(hostingWords.hostStages[task.stage], { done: assigned.length, all })}
      </p>
      {task.stage === 'assigning' && (
        <progress max={all} value={assigned.length} aria-label={say(hostingWords.hostStages.assigning, { done: assigned.length, all })} />
      )}
      {!controls && <p class="fault">{say(hostingWords.cannot)}</p>}
      {controls && state?.doing === 'watch' && task.stage !== 'failed' && <p class="muted hint">{say(hostingWords.otherPanel)}</p>}
      {controls && state?.doing !== 'watch' && task.stage !== 'failed' && <p class="muted hint">{say(hostingWords.keepOpen)}</p>}
      {task.stage === 'failed' && (
        <>
          <p class="fault">{task.problem}</p>
          <p class="muted">{say(hostingWords.failedDo)}</p>
        </>
      )}
      {state?.refusal && working && <p class="muted hint">{say(hostingWords.zoomSays, { said: state.refusal.said })}</p>}
      {(task.stage === 'failed' || !controls) && (
        <ul class="names">
          {task.rooms.map(({ group, name }) => (
            <li key={group}>{name}</li>
          ))}
        </ul>
      )}
      {task.stage !== 'requested' && <ByHand task={task} people={decision?.stage ? decision.unreachable : task.unreachable} />}
    </section>
  )
}

/** Room by room, as one would do it in Zoom; named where this viewer may know names. */
function ByHand({ task, people }: { readonly task: RoomTaskItem; readonly people: readonly string[] }): JSX.Element | null {
  const { lab } = usePanel()
  const items = lab.items.value
  if (people.length === 0) return null
  const nameOf = (person: string): string =>
    items.people[person]?.name || Object.values(items.companions).find((one) => one.person === person)?.name || ''
  const rooms = task.rooms.map((room) => {
    const names = room.people.filter(({ person }) => people.includes(person)).map(({ person }) => nameOf(person))
    return { room, names: names.filter(Boolean), unnamed: names.filter((name) => !name).length }
  })
  return (
    <details class="by-hand" open={people.length <= 8}>
      <summary>{count(people.length, hostingWords.byHand1, hostingWords.byHand)}</summary>
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
                  <strong>{count(unnamed, hostingWords.unnamed1, hostingWords.unnamed)}</strong> → {room.name}
                </li>,
              ]),
        ])}
      </ul>
      <p class="muted hint">
        {say(hostingWords.byHandWhy)} {rooms.some(({ unnamed }) => unnamed > 0) && say(hostingWords.namesElsewhere)}
      </p>
    </details>
  )
}
