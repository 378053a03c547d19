import { type Day, groupingWords, isPinned, type Round, withPinTurned } from '@telaio/shared/grouping'
import type { PlanFacts } from '@telaio/shared/groups'
import { count, say, sayMet } from '@telaio/shared/ui'
import { groupNameIn, personName } from '@telaio/shared/ui/seating'
import type { JSX } from 'preact'
import { usePanel } from '../../../panel/context.ts'
import { useCommand } from '../../../panel/use-action.ts'
import { seatWords as our } from '../../../words/seats.ts'
import { Button } from '../../parts/button.tsx'
import { TroubleNote } from '../../parts/trouble-note.tsx'
import { SectorOf } from './sector-of.tsx'

export interface SeatListProps {
  readonly day: Day
  readonly round: Round
  /** Null until they are counted. */
  readonly facts: PlanFacts | null
  readonly onAsk: (person: string) => void
}

/** The groups of a round with their people: sector, whom they meet over the lab, and ways to move and to keep them. */
export function SeatList({ day, round, facts, onAsk }: SeatListProps): JSX.Element {
  const { lab } = usePanel()
  const pins = usePins(round)
  const met = new Map(facts?.people.map((one) => [one.id, one]))
  const away = new Set(day.away)
  const groups = (day.grouping.now.meetings[day.meeting - 1] ?? []).map((people, n) => ({ name: groupNameIn(lab, round, n), people, n }))
  const rows = (people: readonly string[], group: number | null) => (
    <ul class="plain-rows">
      {people.map((id) => {
        const meets = met.get(id)
        const name = personName(lab, id)
        return (
          <li key={id} class="seat">
            <SectorOf sector={lab.items.people.value[id]?.sector ?? null} />
            <span class="seat-name">
              {name}
              {away.has(id) && <strong> ({say(our.away)})</strong>}
              {meets && <span class="hint">{sayMet(meets)}</span>}
            </span>
            {group !== null && pins.may && (
              <Button
                small
                kind="quiet"
                icon="pin"
                pressed={pins.isPinned(id)}
                busy={pins.busy}
                label={say(pins.isPinned(id) ? groupingWords.unpin : groupingWords.pin, { name })}
                onClick={() => void pins.toggle(id, group)}
              />
            )}
            <Button small kind="quiet" icon="move" label={say(groupingWords.moveTitle, { name })} onClick={() => onAsk(id)} />
          </li>
        )
      })}
    </ul>
  )
  return (
    <>
      {day.waiting.length > 0 && (
        <section class="seat-group">
          <h3>{say(our.out)}</h3>
          {rows(day.waiting, null)}
        </section>
      )}
      {groups.map(({ name, people, n }) => (
        <section key={round.keys[n]} class="seat-group">
          <h3>
            {name} <span class="muted">{count(people.length, groupingWords.peopleOne, groupingWords.peopleMany)}</span>
          </h3>
          {rows(people, n)}
        </section>
      ))}
      <TroubleNote trouble={pins.trouble} />
    </>
  )
}

/** Who is kept where they are, in further proposals too: wishes of the lab, all set together. */
function usePins(round: Round) {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const wishes = lab.items.grouping.value['grouping']?.wishes ?? []
  return {
    may: lab.may('setWishes'),
    busy: command.busy,
    trouble: command.trouble,
    isPinned: (person: string): boolean => isPinned(wishes, round, person),
    toggle: async (person: string, group: number): Promise<void> => {
      const was = isPinned(wishes, round, person)
      const next = withPinTurned(wishes, round, person, group).map((wish) =>
        wish.kind === 'fixed' ? wish : { ...wish, people: [...wish.people] },
      )
      if (!(await command.send({ type: 'setWishes', wishes: next }))) return
      const name = personName(lab, person)
      tell(say(was ? groupingWords.unpinnedDone : groupingWords.pinnedDone, { name, group: groupNameIn(lab, round, group) }))
    },
  }
}
