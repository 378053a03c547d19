import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import {
  costsOfSwap,
  type Day,
  dayOf,
  defaultName,
  freeIndex,
  groupingWords,
  type GroupSet,
  groupsOf,
  keyOf,
  movesOf,
  type Round,
} from '@telaio/shared/grouping'
import type { Conflict } from '@telaio/shared/groups'
import { count, say, sayCosts } from '@telaio/shared/ui'
import type { GroupItem, PersonItem } from '@telaio/shared/view'
import { namesIn, sceneOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../lab/use-action.ts'
import { unassigned } from '../labs/readiness.ts'
import { activePeople } from '../people/people-facts.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { words } from '../shell/words.ts'
import { formingOf, standingBodies } from './form-groups.ts'
import { GroupCard, Lane } from './group-card.tsx'
import { Conflicts } from './plan/conflicts.tsx'
import { usePlanner } from './plan/planner.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ProposalDialog } from './proposal-dialog.tsx'
import { wishedCount } from './set-words.ts'
import { groupWords as our } from './words.ts'

/** Groups of a set as cards: people are moved by a button or by drag, each move at once and with a way back. */
export function GroupBoard({ set }: { readonly set: GroupSet }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const moving = useSignal<string | null>(null)
  const proposing = useSignal(false)
  const planner = usePlanner()
  const conflicts = useSignal<{ readonly conflicts: readonly Conflict[]; readonly rounds: readonly Round[] } | null>(null)
  /** Whose button takes the focus once the move has come back with the feed, and where they were before it. */
  const follow = useSignal<{ readonly person: string; readonly from: string | null } | null>(null)
  const people = activePeople(lab.items.people.value)
  const groups = groupsOf(set, lab.items.groups.value)
  const out = unassigned(set, lab.items.people.value, lab.items.groups.value)
  const membersOf = (group: GroupItem): PersonItem[] => people.filter((one) => one.groups.includes(group.id))
  const groupIn = (person: PersonItem): GroupItem | null => groups.find((group) => person.groups.includes(group.id)) ?? null
  const mayMove = lab.may('movePerson')
  // as drawn, not as the signal may be by now: the button must be the one in the new card
  useLayoutEffect(() => {
    const now = follow.value && people.find((one) => one.id === follow.value?.person)
    if (!follow.value || !now || (groupIn(now)?.id ?? null) === follow.value.from) return
    document.getElementById(`move-${follow.value.person}`)?.focus()
    follow.value = null
  })

  const move = async (person: PersonItem, to: GroupItem | null, undoing = false): Promise<void> => {
    const from = groupIn(person)
    if (from?.id === to?.id) return
    follow.value = { person: person.id, from: from?.id ?? null }
    if (!(await command.send({ type: 'movePerson', person: person.id, from: from?.id ?? null, to: to?.id ?? null }))) return
    const back = (): void => {
      const now = lab.items.people.value[person.id]
      if (now) void move(now, from, true)
    }
    tell(
      undoing ? say(words.undone) : say(our.moved, { name: person.name, group: to?.name ?? say(our.without) }),
      undoing ? undefined : back,
    )
  }
  const swap = async (a: PersonItem, b: PersonItem, done: string | null): Promise<void> => {
    const [from, to] = [groupIn(a), groupIn(b)]
    if (!from || !to) return
    follow.value = { person: a.id, from: from.id }
    const moves = [
      { person: a.id, from: from.id, to: to.id },
      { person: b.id, from: to.id, to: from.id },
    ]
    if (!(await command.send({ type: 'movePeople', moves }))) return
    const back = (): void => {
      const [one, other] = [a.id, b.id].map((id) => lab.items.people.value[id])
      if (one && other) void swap(one, other, null)
    }
    tell(done ?? say(words.undone), done === null ? undefined : back)
  }
  const dropped = (id: string, to: GroupItem | null) => {
    const person = lab.items.people.value[id]
    if (person) void move(person, to)
  }
  const placeAll = async () => {
    // the others stay where they are as far as sizes let them: who is in no group is somebody who arrived
    const day = dayOf(sceneOf(lab, lab.sets.value), set)
    if (!day) return
    const { proposal } = await planner.replan(day.grouping.problem, day.grouping.now, day.meeting, { arrived: day.change.arrived ?? [] })
    if (!('plan' in proposal)) {
      conflicts.value = { conflicts: proposal.conflicts, rounds: day.grouping.rounds }
      return
    }
    const moves = movesOf({ ...day, away: [] }, proposal.moves)
    if (moves.length > 0 && (await command.send({ type: 'movePeople', moves }))) tell(say(our.formed))
  }
  const addGroup = () => {
    const index = freeIndex(groups)
    const bodies = standingBodies(set, people, lab.items.groups.value)
    void command.send(
      formingOf(set, [...bodies, { key: keyOf(set, index), name: defaultName(set, index, lab.lab.value?.language ?? 'it'), people: [] }]),
    )
  }
  const removeGroup = (group: GroupItem) => {
    const bodies = standingBodies(set, people, lab.items.groups.value)
    void command.send(
      formingOf(
        set,
        bodies.filter((body) => body.key !== group.key),
      ),
    )
  }
  const person = moving.value === null ? undefined : lab.items.people.value[moving.value]
  // what a move costs is worked out for whom it is asked
  const day = person ? dayOf(sceneOf(lab, lab.sets.value), set) : null
  const groupAt = ({ grouping, meeting }: Day, n: number): GroupItem | undefined => {
    const key = grouping.rounds[meeting - 1]?.keys[n]
    return groups.find((group) => group.key === key)
  }
  return (
    <>
      {mayMove && (
        <div class="toolbar">
          <div class="buttons">
            <Button onClick={() => (proposing.value = true)}>{say(our.proposeAgain)}</Button>
            <Button icon="plus" busy={command.busy} onClick={addGroup}>
              {say(our.addGroup)}
            </Button>
          </div>
          <p class="hint">{say(our.dragHint)}</p>
        </div>
      )}
      <TroubleNote trouble={command.trouble} />
      {conflicts.value && <Conflicts {...conflicts.value} onGivenUp={() => (conflicts.value = null)} />}
      {out.length > 0 ? (
        <Lane
          title={count(out.length, our.outOne, our.outMany)}
          people={out}
          onMove={mayMove ? (id) => (moving.value = id) : null}
          onDrop={(id) => dropped(id, null)}
        >
          {mayMove && (
            <Button busy={command.busy} onClick={() => void placeAll()}>
              {say(our.placeRest)}
            </Button>
          )}
        </Lane>
      ) : (
        <p class="muted all-in">{say(our.everybodyIn)}</p>
      )}
      <ul class="group-cards">
        {groups.map((group) => (
          <GroupCard
            key={group.id}
            group={group}
            people={membersOf(group)}
            onMove={mayMove ? (id) => (moving.value = id) : null}
            onDrop={(id) => dropped(id, group)}
            onRemove={mayMove && groups.length > 1 ? () => removeGroup(group) : null}
          />
        ))}
      </ul>
      {person && day && (
        <MoveDialog
          person={person}
          grouping={day.grouping}
          at={day.meeting - 1}
          isIn={groupIn(person) !== null}
          onClose={() => (moving.value = null)}
          onMove={(to) => {
            moving.value = null
            void move(person, to === null ? null : (groupAt(day, to) ?? null))
          }}
          onSwap={(other) => {
            moving.value = null
            const partner = lab.items.people.value[other]
            const round = day.grouping.rounds[day.meeting - 1]
            if (!partner || !round) return
            const costs = costsOfSwap(day.grouping.problem, day.grouping.now, { round: day.meeting - 1, person: person.id, with: other })
            void swap(
              person,
              partner,
              say(groupingWords.swapped, { a: person.name, b: partner.name, cost: sayCosts(costs, namesIn(lab, round), 2) }),
            )
          }}
        />
      )}
      {proposing.value && (
        <ProposalDialog set={set} count={groups.length || wishedCount(set, people.length)} onClose={() => (proposing.value = false)} />
      )}
    </>
  )
}
