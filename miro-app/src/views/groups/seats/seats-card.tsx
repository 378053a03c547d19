import { useSignal } from '@preact/signals'
import { type Day, dayOf, explain, groupIdIn, groupingWords, type GroupSet, groupSets, groupsOf, setOfBlock } from '@telaio/shared/grouping'
import type { PlanFacts } from '@telaio/shared/groups'
import { say, sayLine } from '@telaio/shared/ui'
import { namesIn, sceneOf, titleOf } from '@telaio/shared/ui/seating'
import type { BlockItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { meetingsInOrder } from '../../../lab/agenda.ts'
import { usePanel } from '../../../panel/context.ts'
import { useCommand } from '../../../panel/use-action.ts'
import { seatWords as our } from '../../../words/seats.ts'
import { Button } from '../../parts/button.tsx'
import { TroubleNote } from '../../parts/trouble-note.tsx'
import { MovePerson } from './move-person.tsx'
import { Propose, type Seated } from './propose.tsx'
import { SeatList } from './seat-list.tsx'
import { useEngine } from './use-engine.ts'

/** Everybody's place in the groups of a moment: looked at, moved with what it costs, kept, formed anew. Worked out only while it is unfolded. */
export function SeatsCard({ block }: { readonly block: BlockItem }): JSX.Element | null {
  const { lab } = usePanel()
  const isOpen = useSignal(false)
  const picked = useSignal<string | null>(null)
  const id = useId()
  const sets = groupSets(meetingsInOrder(lab.items.meetings.value), lab.items.blocks.value)
  const set = sets.find((one) => one.id === picked.value) ?? setOfBlock(sets, block) ?? sets[0]
  if (!set || !lab.may('movePeople')) return null
  return (
    <details class="card fold" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        <h2>{say(our.title)}</h2>
      </summary>
      {isOpen.value && (
        <div class="seats">
          {sets.length > 1 && (
            <>
              <label class="visually-hidden" for={id}>
                {say(our.which)}
              </label>
              <select id={id} class="field" value={set.id} onChange={({ currentTarget }) => (picked.value = currentTarget.value)}>
                {sets.map((one) => (
                  <option key={one.id} value={one.id}>
                    {titleOf(one)}
                  </option>
                ))}
              </select>
            </>
          )}
          <OfSet key={set.id} set={set} sets={sets} />
        </div>
      )}
    </details>
  )
}

/** The groups that stand, to be compared with what is proposed. */
function seatedIn({ grouping, meeting }: Day, { figures }: PlanFacts): Seated {
  const keys = grouping.rounds[meeting - 1]?.keys ?? []
  const groups = grouping.now.meetings[meeting - 1] ?? []
  return { figures, seats: new Map(groups.flatMap((group, n) => group.map((person): [string, string] => [person, keys[n] ?? '']))) }
}

type Moves = readonly { readonly person: string; readonly from: string | null; readonly to: string | null }[]

function OfSet({ set, sets }: { readonly set: GroupSet; readonly sets: readonly GroupSet[] }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const engine = useEngine()
  const moving = useSignal<string | null>(null)
  /** What the last move did, and the way back. */
  const last = useSignal<{ readonly text: string; readonly back: Moves } | null>(null)
  const scene = sceneOf(lab, sets)
  const day = groupsOf(set, lab.items.groups.value).length > 0 ? dayOf(scene, set) : null
  const round = day?.grouping.rounds[day.meeting - 1]
  const locked = scene.locked.includes(set.id)
  const facts = day && engine.value ? engine.value.describePlan(day.grouping.problem, day.grouping.now) : null
  const idOf = (group: number): string | null => (round ? groupIdIn(round, group) : null)
  const placeOf = (person: string): string | null =>
    idOf(day?.grouping.now.meetings[day.meeting - 1]?.findIndex((group) => group.includes(person)) ?? -1)
  const perform = async (moves: Moves, text: string, isBack = false): Promise<void> => {
    if (!(await command.send({ type: 'movePeople', moves: moves.map((move) => ({ ...move })) }))) return
    last.value = isBack ? null : { text, back: moves.map(({ person, from, to }) => ({ person, from: to, to: from })) }
    tell(text)
  }
  const lock = async (): Promise<void> => {
    if (await command.send({ type: 'lockSet', set: set.id, locked: !locked }))
      tell(say(locked ? groupingWords.unlockedDone : groupingWords.lockedDone))
  }
  const title = titleOf(set)
  return (
    <>
      {day && round ? (
        <>
          {facts && <p>{explain(facts.figures, day.grouping.rounds.length).map(sayLine).join(' ')}</p>}
          <SeatList day={day} round={round} facts={facts} onAsk={(person) => (moving.value = person)} />
          {last.value && (
            <p class="callout">
              <span>{last.value.text}</span>{' '}
              <Button
                small
                busy={command.busy}
                onClick={() => last.value && void perform(last.value.back.toReversed(), say(our.undone), true)}
              >
                {say(our.undo)}
              </Button>
            </p>
          )}
        </>
      ) : (
        <p class="hint">{say(our.notFormed)}</p>
      )}
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        {!locked && <Propose set={set} scene={scene} now={day && facts && seatedIn(day, facts)} onFormed={() => (last.value = null)} />}
        {day && lab.may('lockSet') && (
          <Button
            busy={command.busy}
            label={say(locked ? groupingWords.unlockOf : groupingWords.lockOf, { title })}
            onClick={() => void lock()}
          >
            {say(locked ? groupingWords.unlock : groupingWords.lock)}
          </Button>
        )}
        <a href={`/console/#/labs/${lab.id.value}/groups/plan`} target="_blank" rel="noopener">
          {say(our.console)}
        </a>
      </div>
      {moving.value !== null && day && round && (
        <MovePerson
          person={moving.value}
          day={day}
          names={namesIn(lab, round)}
          onClose={() => (moving.value = null)}
          onMoves={(to, other, text) => {
            const person = moving.value ?? ''
            const from = placeOf(person)
            moving.value = null
            const there = to === null ? null : idOf(to)
            void perform([{ person, from, to: there }, ...(other === null ? [] : [{ person: other, from: there, to: from }])], text)
          }}
        />
      )}
    </>
  )
}
