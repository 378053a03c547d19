import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type GroupSet, groupsOf, planCsv, type PlannedGroup, preassignCsv } from '@telaio/shared/grouping'
import { say } from '@telaio/shared/ui'
import { titleOf } from '@telaio/shared/ui/seating'
import { activePeople } from '../../people/people-facts.ts'
import { Button } from '../../shell/button.tsx'
import { useLab } from '../../shell/context.ts'
import { keepText } from '../../shell/download.ts'
import { hrefOf } from '../../shell/route.ts'
import type { LabStore } from '../../lab/lab-store.ts'
import { planWords as our } from './words.ts'

/** Zoom's own limit of rooms that are assigned beforehand, without the larger plan. */
const ZOOM_ROOMS = 50

export interface FormedGroup extends PlannedGroup {
  readonly id: string
  readonly ids: readonly string[]
}

/** The groups of a set as they stand, with who is in them. */
export function formedGroups(lab: LabStore, set: GroupSet): FormedGroup[] {
  const people = activePeople(lab.items.people.value)
  const sectors = lab.lab.value?.sectors ?? []
  return groupsOf(set, lab.items.groups.value).map(({ id, name }) => {
    const members = people.filter(({ groups }) => groups.includes(id))
    return {
      id,
      set: titleOf(set),
      group: name,
      ids: members.map((one) => one.id),
      people: members.map((one) => {
        const sector = sectors.find((two) => two.id === one.sector)
        return { name: one.name, email: one.email, organisation: one.organisation, sector: sector ? say(sector.title) : '' }
      }),
    }
  })
}

/** The groups as files and on paper. */
export function TakeOut(): JSX.Element | null {
  const lab = useLab()
  const told = useSignal<{ readonly set: string; readonly without: readonly string[]; readonly rooms: number } | null>(null)
  const sets = lab.sets.value.filter((set) => groupsOf(set, lab.items.groups.value).some(({ size }) => size > 0))
  if (sets.length === 0) return null
  const all = () => {
    const header = [our.csvSet, our.csvGroup, our.csvName, our.csvEmail, our.csvOrganisation, our.csvSector].map((one) => say(one))
    keepText(
      say(our.fileAll),
      'text/csv;charset=utf-8',
      planCsv(
        header,
        sets.flatMap((set) => formedGroups(lab, set)),
      ),
    )
  }
  const zoom = (set: GroupSet) => {
    const { csv, withoutEmail, rooms } = preassignCsv(formedGroups(lab, set))
    told.value = { set: set.id, without: withoutEmail, rooms }
    keepText(`zoom-${set.id}.csv`, 'text/csv;charset=utf-8', csv)
  }
  return (
    <section class="card" aria-labelledby="take-out">
      <h3 id="take-out">{say(our.out)}</h3>
      <div class="buttons">
        <Button icon="download" onClick={all}>
          {say(our.outCsv)}
        </Button>
        <a class="button" href={hrefOf(lab.id, { room: 'groups', set: 'print' })}>
          {say(our.outPrint)}
        </a>
      </div>
      <p class="hint">{say(our.outZoomText)}</p>
      <ul class="out-list">
        {sets.map((set) => (
          <li key={set.id}>
            <Button small icon="download" onClick={() => zoom(set)}>
              {say(our.outZoom, { title: titleOf(set) })}
            </Button>
            <div role="status">
              {told.value?.set === set.id && told.value.without.length > 0 && (
                <p class="callout">{say(our.noEmail, { names: told.value.without.join(', ') })}</p>
              )}
              {told.value?.set === set.id && told.value.rooms > ZOOM_ROOMS && (
                <p class="callout">{say(our.tooManyRooms, { n: told.value.rooms })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
