import { useSignal } from '@preact/signals'
import { type Day, dayOf, groupSets, movesOf, setOfBlock, whyLine } from '@telaio/shared/grouping'
import type { Move } from '@telaio/shared/groups'
import { say } from '@telaio/shared/ui'
import { groupNameIn, personName, sceneOf } from '@telaio/shared/ui/seating'
import type { BlockItem, PersonItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { meetingsInOrder } from '../../lab/agenda.ts'
import { usePanel } from '../../panel/context.ts'
import { useAction, useCommand } from '../../panel/use-action.ts'
import { dayWords as our } from '../../words/day.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** Who is missing from the groups of a block, and what that means for them: a proposal, taken whole or not at all. Everything else about groups is in the console. */
export function DayCard({ block }: { readonly block: BlockItem }): JSX.Element | null {
  const { lab } = usePanel()
  const scene = sceneOf(lab, groupSets(meetingsInOrder(lab.items.meetings.value), lab.items.blocks.value))
  const set = setOfBlock(scene.sets, block)
  const day = set && dayOf(scene, set)
  if (!day || lab.items.meetings.value[String(block.meeting)]?.status !== 'open' || !lab.may('markAttendance')) return null
  return (
    <details class="card day">
      <summary>
        <h2>{say(our.title)}</h2>
      </summary>
      <Today block={block} day={day} />
    </details>
  )
}

function Today({ block, day }: { readonly block: BlockItem; readonly day: Day }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const thinking = useAction()
  const found = useSignal<{ readonly day: Day; readonly moves: readonly Move[] } | 'conflict' | 'unlucky' | null>(null)
  const changed = useSignal(false)
  const people = Object.values(lab.items.people.value)
    .filter(({ erased, roles }) => !erased && roles.includes('participant'))
    .sort((a, b) => a.name.localeCompare(b.name))
  const stateOf = ({ id }: PersonItem) => lab.items.attendance.value[`${block.meeting}|${id}`]?.state
  const isAway = (one: PersonItem): boolean => stateOf(one) === 'absent' || stateOf(one) === 'left'
  const mark = async (one: PersonItem): Promise<void> => {
    const state = isAway(one) ? 'present' : 'absent'
    if (!(await command.send({ type: 'markAttendance', meeting: block.meeting, marks: [{ person: one.id, state }] }))) return
    found.value = null
    tell(say(state === 'absent' ? our.marked : our.back, { name: one.name }))
  }
  const propose = (): Promise<unknown> =>
    thinking.run(async () => {
      try {
        // loaded when it is asked for: whoever only looks at notes never needs it
        const { replan } = await import('@telaio/shared/groups')
        const proposal = replan(day.grouping.problem, day.grouping.now, day.meeting, day.change)
        found.value = 'plan' in proposal ? { day, moves: proposal.moves } : 'conflict'
      } catch {
        found.value = 'unlucky'
      }
      return true
    })
  const apply = async (moves: ReturnType<typeof movesOf>): Promise<void> => {
    if (!(await command.send({ type: 'movePeople', moves }))) return
    found.value = null
    changed.value = true
    tell(say(our.applied))
  }
  const rooms = async (): Promise<void> => {
    if (!(await command.send({ type: 'requestRooms', meeting: block.meeting, block: block.id }))) return
    changed.value = false
    tell(say(our.asked))
  }
  const proposal = found.value
  return (
    <>
      <p class="hint">{say(our.text)}</p>
      <ul class="rows">
        {people.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <Button
              small
              kind="quiet"
              busy={command.busy}
              label={say(isAway(one) ? our.hereOf : our.absentOf, { name: one.name })}
              onClick={() => void mark(one)}
            >
              {say(isAway(one) ? our.here : our.absent)}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <strong>{say(our.state, { away: day.away.length, waiting: day.waiting.length })}</strong>
      </p>
      <TroubleNote trouble={command.trouble} />
      <div role="status">
        {proposal === 'conflict' && <p class="callout">{say(our.conflict)}</p>}
        {proposal === 'unlucky' && <p class="callout">{say(our.unlucky)}</p>}
        {proposal !== null && typeof proposal === 'object' && <Moves {...proposal} />}
      </div>
      <div class="buttons">
        {proposal !== null && typeof proposal === 'object' && movesOf(proposal.day, proposal.moves).length > 0 ? (
          <Button kind="primary" busy={command.busy} onClick={() => void apply(movesOf(proposal.day, proposal.moves))}>
            {say(our.apply)}
          </Button>
        ) : (
          day.away.length + day.waiting.length > 0 && (
            <Button kind="primary" busy={thinking.busy} onClick={() => void propose()}>
              {say(our.propose)}
            </Button>
          )
        )}
        {changed.value && block.run !== null && lab.may('requestRooms') && (
          <Button busy={command.busy} onClick={() => void rooms()}>
            {say(our.rooms)}
          </Button>
        )}
      </div>
    </>
  )
}

function Moves({ day, moves }: { readonly day: Day; readonly moves: readonly Move[] }): JSX.Element {
  const { lab } = usePanel()
  const round = day.grouping.rounds[day.meeting - 1]
  const seats = day.grouping.now.meetings[day.meeting - 1] ?? []
  const nameOf = (id: string): string => personName(lab, id)
  const groupOf = (n: number | null): string => (n === null || !round ? '' : groupNameIn(lab, round, n - 1))
  return (
    <ul class="rows">
      {moves.length === 0 && <li>{say(our.nobody)}</li>}
      {moves.map((move) => {
        const { text, facts } = whyLine(move)
        return (
          <li key={move.participant}>
            <strong>
              {say(move.from === null ? our.into : our.from, {
                name: nameOf(move.participant),
                from: groupOf(move.from),
                to: groupOf(move.to),
              })}
            </strong>{' '}
            <span class="muted">{say(text, facts)}</span>
          </li>
        )
      })}
      {day.away.map((id) => (
        <li key={id} class="muted">
          {say(our.out, { name: nameOf(id), from: groupOf(seats.findIndex((group) => group.includes(id)) + 1) })}
        </li>
      ))}
    </ul>
  )
}
