import { choicesOf, type Day, groupingWords, type Names } from '@telaio/shared/grouping'
import { say, sayCosts } from '@telaio/shared/ui'
import { ChoiceList } from '@telaio/shared/ui/seating'
import type { JSX } from 'preact'
import { seatWords as our } from '../../../words/seats.ts'
import { Button } from '../../parts/button.tsx'
import { Sheet } from '../../parts/sheet.tsx'

export interface MovePersonProps {
  readonly person: string
  readonly day: Day
  readonly names: Names
  /** Group (from 0; null: out of all), who comes in exchange, and what is said of it. */
  readonly onMoves: (to: number | null, other: string | null, text: string) => void
  readonly onClose: () => void
}

/** How many costs are said once it is done; all of them are said before. */
const SAID = 2

/** Where somebody may go, and what each choice costs. */
export function MovePerson({ person, day, names, onMoves, onClose }: MovePersonProps): JSX.Element {
  const { problem, now } = day.grouping
  const choices = choicesOf(problem, now, day.meeting - 1, person)
  const name = names.person(person)
  const isIn = now.meetings[day.meeting - 1]?.some((group) => group.includes(person)) ?? false
  return (
    <Sheet title={say(groupingWords.moveTitle, { name })} onClose={onClose}>
      <ChoiceList
        choices={choices}
        names={names}
        onMove={(to) => {
          const cost = sayCosts(choices.find((one) => one.to === to)?.costs ?? [], names, SAID)
          onMoves(to, null, say(groupingWords.movedTo, { name, group: names.group(to), cost }))
        }}
        onSwap={(other) => {
          const choice = choices.find(({ swap }) => swap?.with === other)
          const cost = sayCosts(choice?.swap?.costs ?? [], names, SAID)
          if (choice) onMoves(choice.to, other, say(groupingWords.swapped, { a: name, b: names.person(other), cost }))
        }}
      />
      {isIn && (
        <Button kind="quiet" onClick={() => onMoves(null, null, say(our.movedOut, { name }))}>
          {say(our.moveOut)}
        </Button>
      )}
    </Sheet>
  )
}
