import type { JSX } from 'preact'
import { count, say, sayMet } from '@telaio/shared/ui'
import { groupNameIn, personName, titleOf } from '@telaio/shared/ui/seating'
import { SectorOf } from '../../people/sector-counts.tsx'
import { useLab } from '../../shell/context.ts'
import { planOf, type Sketch } from './draft.ts'
import { planWords as our } from './words.ts'

const byNameOf = (lab: ReturnType<typeof useLab>) => (a: string, b: string) => personName(lab, a).localeCompare(personName(lab, b), 'it')

/** A person a line, a moment a column. */
export function PlanTable({ sketch }: { readonly sketch: Sketch }): JSX.Element {
  const lab = useLab()
  const { grouping } = sketch
  const plan = planOf(sketch)
  const where = plan.meetings.map((groups) => new Map(groups.flatMap((group, g) => group.map((id): [string, number] => [id, g]))))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say(our.viewTable)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(our.person)}</th>
            <th scope="col">{say(our.sector)}</th>
            {grouping.rounds.map(({ set }) => (
              <th key={set.id} scope="col">
                {titleOf(set)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grouping.problem.participants
            .map(({ id }) => id)
            .sort(byNameOf(lab))
            .map((id) => (
              <tr key={id}>
                <th scope="row">{personName(lab, id)}</th>
                <td>
                  <SectorOf sector={lab.items.people.value[id]?.sector ?? null} />
                </td>
                {grouping.rounds.map((round, n) => {
                  const group = where[n]?.get(id)
                  return <td key={round.set.id}>{group === undefined ? say(our.noGroup) : groupNameIn(lab, round, group)}</td>
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** For each person how many they meet, and how many of them again. */
export function PeopleTable({ sketch }: { readonly sketch: Sketch }): JSX.Element {
  const lab = useLab()
  const people = [...(sketch.facts?.people ?? [])].sort((a, b) => byNameOf(lab)(a.id, b.id))
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={count(people.length, our.viewPeople, our.viewPeople)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(our.person)}</th>
            <th scope="col">{say(our.sector)}</th>
            <th scope="col">{say(our.meets)}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, ...facts }) => (
            <tr key={id}>
              <th scope="row">{personName(lab, id)}</th>
              <td>
                <SectorOf sector={lab.items.people.value[id]?.sector ?? null} />
              </td>
              <td>{sayMet(facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
