import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { choicesOf, costsOfMove, costsOfSwap, groupingWords, isPinned, type Round, wishesIn, withPinTurned } from '@telaio/shared/grouping'
import type { GroupsProblem } from '@telaio/shared/groups'
import { say, sayCosts } from '@telaio/shared/ui'
import { ChoiceList, groupNameIn, namesIn, personName, titleOf } from '@telaio/shared/ui/seating'
import type { PersonItem } from '@telaio/shared/view'
import { SectorCounts, SectorOf } from '../../people/sector-counts.tsx'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { TroubleNote } from '../../shell/field.tsx'
import { Icon } from '../../shell/icon.tsx'
import { DRAGGED, useDrop } from '../drag.ts'
import { groupWords } from '../words.ts'
import { type Draft, planOf, type Sketch } from './draft.ts'
import { useWishes } from './use-wishes.ts'
import { planWords as our } from './words.ts'

/** Somebody being moved in a round, by drag or by the dialog. */
interface Moving {
  readonly round: number
  readonly person: string
}

/** The problem of a sketch with the wishes of now: a pin counts as soon as it is set. */
function useProblem(sketch: Sketch): GroupsProblem {
  const lab = useLab()
  const { problem, rounds } = sketch.grouping
  const wishes = lab.items.grouping.value['grouping']?.wishes ?? []
  return { ...problem, ...wishesIn(wishes, rounds, new Set(problem.participants.map(({ id }) => id))) }
}

/** The groups of every moment that is being formed, as cards: people are moved by drag or by the button, and what it costs is said at once. */
export function SketchCards({ draft, sketch }: { readonly draft: Draft; readonly sketch: Sketch }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const problem = useProblem(sketch)
  const dragging = useSignal<Moving | null>(null)
  const asking = useSignal<Moving | null>(null)
  const follow = useSignal<Moving | null>(null)
  const wishes = useWishes()
  useLayoutEffect(() => {
    if (!follow.value) return
    document.getElementById(buttonId(follow.value))?.focus()
    follow.value = null
  })
  const costs = (moving: Moving, to: number, most?: number): string => {
    const round = sketch.grouping.rounds[moving.round]
    return round ? sayCosts(costsOfMove(problem, planOf(sketch), { ...moving, to }), namesIn(lab, round), most) : ''
  }
  const move = (moving: Moving, to: number): void => {
    const round = sketch.grouping.rounds[moving.round]
    if (!round) return
    const cost = costs(moving, to, 2)
    draft.move({ ...moving, to })
    follow.value = moving
    tell(say(groupingWords.movedTo, { name: personName(lab, moving.person), group: groupNameIn(lab, round, to), cost }), () => draft.undo())
  }
  const swap = (moving: Moving, other: string): void => {
    const round = sketch.grouping.rounds[moving.round]
    if (!round) return
    const cost = sayCosts(costsOfSwap(problem, planOf(sketch), { ...moving, with: other }), namesIn(lab, round), 2)
    draft.swap({ ...moving, with: other })
    follow.value = moving
    tell(say(groupingWords.swapped, { a: personName(lab, moving.person), b: personName(lab, other), cost }), () => draft.undo())
  }
  const asked = asking.value
  // eight moments of forty people are a long page: the others unfold
  const first = sketch.grouping.rounds.findIndex(({ state }) => state === 'open')
  const askedRound = asked ? sketch.grouping.rounds[asked.round] : undefined
  return (
    <>
      <p class="hint">{say(groupWords.dragHint)}</p>
      <TroubleNote trouble={wishes.command.trouble} />
      {sketch.grouping.rounds.map((round, n) =>
        round.state === 'open' ? (
          <details key={round.set.id} class="round" open={n === first}>
            <summary>
              <h4>{titleOf(round.set)}</h4>
            </summary>
            <ul class="group-cards small">
              {(planOf(sketch).meetings[n] ?? []).map((members, g) => (
                <Card
                  key={round.keys[g]}
                  round={round}
                  at={n}
                  group={g}
                  people={members.flatMap((id) => lab.items.people.value[id] ?? [])}
                  dragging={dragging}
                  costs={costs}
                  onDrop={(person) => move({ round: n, person }, g)}
                  onAsk={(person) => (asking.value = { round: n, person })}
                />
              ))}
            </ul>
          </details>
        ) : null,
      )}
      {asked && askedRound && (
        <Dialog title={say(groupingWords.moveTitle, { name: personName(lab, asked.person) })} onClose={() => (asking.value = null)}>
          <ChoiceList
            choices={choicesOf(problem, planOf(sketch), asked.round, asked.person)}
            names={namesIn(lab, askedRound)}
            onMove={(to) => {
              asking.value = null
              move(asked, to)
            }}
            onSwap={(other) => {
              asking.value = null
              swap(asked, other)
            }}
          />
        </Dialog>
      )}
    </>
  )
}

const buttonId = ({ round, person }: Moving): string => `place-${round}-${person}`

interface CardProps {
  readonly round: Round
  readonly at: number
  readonly group: number
  readonly people: readonly PersonItem[]
  readonly dragging: Signal<Moving | null>
  readonly costs: (moving: Moving, to: number) => string
  readonly onDrop: (person: string) => void
  readonly onAsk: (person: string) => void
}

function Card({ round, at, group, people, dragging, costs, onDrop, onAsk }: CardProps): JSX.Element {
  const lab = useLab()
  const drop = useDrop(onDrop)
  // someone dragged from another moment has no place here
  const moving = dragging.value?.round === at ? dragging.value : null
  const over = moving !== null && drop.over.value
  return (
    <li class={over ? 'group-card over' : 'group-card'} {...(dragging.value === null || moving ? drop.handlers : {})}>
      <h5>{groupNameIn(lab, round, group)}</h5>
      <SectorCounts people={people} short />
      {over && <p class="cost">{say(our.ifHere, { cost: costs(moving, group) })}</p>}
      <ul class="members">
        {people.map((one) => (
          <li
            key={one.id}
            class={moving?.person === one.id ? 'member dragging' : 'member'}
            draggable
            onDragStart={(event) => {
              event.dataTransfer?.setData(DRAGGED, one.id)
              dragging.value = { round: at, person: one.id }
            }}
            onDragEnd={() => (dragging.value = null)}
          >
            <SectorOf sector={one.sector} short />
            <span class="member-name">
              {one.name}
              {one.organisation && <span class="muted">{one.organisation}</span>}
            </span>
            <Pin round={round} person={one} group={group} />
            <button
              type="button"
              id={buttonId({ round: at, person: one.id })}
              class="move"
              aria-label={say(groupingWords.moveTitle, { name: one.name })}
              title={say(groupingWords.moveTitle, { name: one.name })}
              onClick={() => onAsk(one.id)}
            >
              <Icon name="move" />
            </button>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** Keeps somebody where they are, in this moment's further proposals too: a wish of the lab. */
function Pin({ round, person, group }: { readonly round: Round; readonly person: PersonItem; readonly group: number }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const { wishes, set, command } = useWishes()
  if (!lab.may('setWishes')) return null
  const pinned = isPinned(wishes, round, person.id)
  const toggle = async () => {
    if (!(await set(withPinTurned(wishes, round, person.id, group)))) return
    tell(
      pinned
        ? say(groupingWords.unpinnedDone, { name: person.name })
        : say(groupingWords.pinnedDone, { name: person.name, group: groupNameIn(lab, round, group) }),
    )
  }
  return (
    <Button
      kind="quiet"
      small
      icon={pinned ? 'check' : 'circle'}
      pressed={pinned}
      busy={command.busy}
      label={say(pinned ? groupingWords.unpin : groupingWords.pin, { name: person.name })}
      onClick={() => void toggle()}
    />
  )
}
