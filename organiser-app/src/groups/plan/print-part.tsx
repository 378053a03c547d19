import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { activePeople } from '../../people/people-facts.ts'
import { Button } from '../../shell/button.tsx'
import { useLab } from '../../shell/context.ts'
import { hrefOf } from '../../shell/route.ts'
import { formedGroups } from './take-out.tsx'
import { planWords as our } from './words.ts'

/** What is put on paper: a card for each person with their groups, or the groups as lists to read aloud. Only this is printed. */
export function PrintPart(): JSX.Element {
  const lab = useLab()
  const what = useSignal<'cards' | 'lists'>('cards')
  const groups = lab.sets.value.flatMap((set) => formedGroups(lab, set)).filter(({ people }) => people.length > 0)
  const people = activePeople(lab.items.people.value).filter(({ id }) => groups.some(({ ids }) => ids.includes(id)))
  return (
    <section class="print-part" aria-labelledby="print">
      <div class="section-head no-print">
        <h2 id="print">{say(our.printTitle)}</h2>
        <div class="buttons">
          <Button small pressed={what.value === 'cards'} onClick={() => (what.value = 'cards')}>
            {say(our.printCards)}
          </Button>
          <Button small pressed={what.value === 'lists'} onClick={() => (what.value = 'lists')}>
            {say(our.printLists)}
          </Button>
          <Button kind="primary" onClick={() => print()}>
            {say(our.print)}
          </Button>
          <a class="button" href={hrefOf(lab.id, { room: 'groups', set: 'plan' })}>
            {say(our.back)}
          </a>
        </div>
      </div>
      {groups.length === 0 && <p class="nothing">{say(our.nothingFormed)}</p>}
      {what.value === 'cards' ? (
        <ul class="print-cards">
          {people.map((one) => (
            <li key={one.id}>
              <h3>{one.name}</h3>
              <dl>
                {groups
                  .filter(({ ids }) => ids.includes(one.id))
                  .map(({ id, set, group }) => (
                    <div key={id}>
                      <dt>{set}</dt>
                      <dd>
                        {say(our.youAre)} <strong>{group}</strong>
                      </dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
        </ul>
      ) : (
        <ul class="print-lists">
          {groups.map((one) => (
            <li key={one.id}>
              <p class="muted">{one.set}</p>
              <h3>{one.group}</h3>
              <ul>
                {one.people.map(({ name, sector }) => (
                  <li key={name}>
                    {name}
                    {sector !== '' && <span class="muted"> · {sector}</span>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
