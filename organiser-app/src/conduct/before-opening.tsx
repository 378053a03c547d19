import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { titleOf } from '@telaio/shared/ui/seating'
import { groupsOf } from '@telaio/shared/grouping'
import { setsOfMeeting, unassigned } from '../labs/readiness.ts'
import { useLab } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { hrefOf, type Place } from '../shell/route.ts'
import { conductWords as our } from './words.ts'

/** A look before the doors open: groups that are missing, people left out, no link. It warns and does not stop. */
export function BeforeOpening({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const people = lab.items.people.value
  const groups = lab.items.groups.value
  const rows: { text: string; place: Place }[] = []
  if (meeting.zoomLink === null) rows.push({ text: say(our.noLink), place: { room: 'calendar' } })
  for (const set of setsOfMeeting(lab.sets.value, meeting.number)) {
    const title = titleOf(set)
    const out = unassigned(set, people, groups).length
    if (groupsOf(set, groups).every((group) => group.size === 0))
      rows.push({ text: say(our.noGroups, { title }), place: { room: 'groups', set: set.id } })
    else if (out > 0) rows.push({ text: say(our.peopleOut, { title, n: out }), place: { room: 'groups', set: set.id } })
  }
  return (
    <section class="card" aria-labelledby="before-opening">
      <h2 id="before-opening">{say(our.beforeOpening)}</h2>
      {rows.length === 0 ? (
        <p>
          <Icon name="check" /> {say(our.allSet)}
        </p>
      ) : (
        <>
          <ul class="checklist">
            {rows.map((row) => (
              <li key={row.text}>
                <a href={hrefOf(lab.id, row.place)}>
                  <span class="tick">
                    <Icon name="circle" />
                  </span>
                  <span>{row.text}</span>
                  <Icon name="chevron" />
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">{say(our.stillCan)}</p>
        </>
      )}
    </section>
  )
}
