import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { ROLES } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { PersonItem } from '@telaio/shared/view'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { ChoiceField, Filters, SearchField } from '../shell/filters.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Empty } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { roleWords, words } from '../shell/words.ts'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { Joins } from './joins.tsx'
import { activePeople, filterPeople, NO_FILTER, participants, type PeopleFilter } from './people-facts.ts'
import { PersonDialog } from './person-dialog.tsx'
import { SectorCounts, SectorOf } from './sector-counts.tsx'
import { peopleWords as our } from './words.ts'

export function PeopleList(): JSX.Element {
  const lab = useLab()
  const { go } = useConsole()
  const filter = useSignal<PeopleFilter>(NO_FILTER)
  const adding = useSignal(false)
  const opened = useSignal<string | null>(null)
  const people = activePeople(lab.items.people.value)
  const found = filterPeople(people, filter.value)
  const all = participants(lab.items.people.value)
  const mayAdd = lab.may('addPeople') && lab.lab.value?.notice != null
  const buttons = mayAdd && (
    <>
      <Button
        kind={all.length === 0 ? 'primary' : 'plain'}
        icon="upload"
        onClick={() => go(hrefOf(lab.id, { room: 'people', tab: 'import' }))}
      >
        {say(our.importFile)}
      </Button>
      <Button kind={all.length === 0 ? 'plain' : 'primary'} icon="plus" onClick={() => (adding.value = true)}>
        {say(our.add)}
      </Button>
    </>
  )
  const person = opened.value === null ? undefined : lab.items.people.value[opened.value]
  return (
    <>
      <Joins />
      {all.length === 0 && mayAdd ? (
        <Empty title={say(our.noneTitle)} action={buttons}>
          <p>{say(our.noneText)}</p>
        </Empty>
      ) : (
        <div class="list-head">
          <SectorCounts people={all} bar />
          <div class="buttons">{buttons}</div>
          <OrganisersOnly />
        </div>
      )}
      <PeopleFilters filter={filter.value} onChange={(next) => (filter.value = next)} shown={found.length} of={people.length} />
      {found.length === 0 ? (
        <p class="nothing">
          {say(our.nobodyFound)}{' '}
          <button type="button" class="link" onClick={() => (filter.value = NO_FILTER)}>
            {say(our.clear)}
          </button>
        </p>
      ) : (
        <PeopleTable people={found} onOpen={(id) => (opened.value = id)} />
      )}
      {adding.value && <AddPersonDialog onClose={() => (adding.value = false)} />}
      {person && !person.erased && <PersonDialog person={person} key={person.id} onClose={() => (opened.value = null)} />}
    </>
  )
}

interface PeopleFiltersProps {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
  readonly shown: number
  readonly of: number
}

function PeopleFilters({ filter, onChange, shown, of }: PeopleFiltersProps): JSX.Element {
  const lab = useLab()
  const sectors = (lab.lab.value?.sectors ?? []).map((sector) => [sector.id, say(sector.title)] as const)
  return (
    <Filters shown={say(our.shown, { n: shown, of })}>
      <SearchField
        label={say(our.search)}
        hint={say(our.searchHint)}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <ChoiceField
        label={say(our.sector)}
        value={filter.sector}
        options={[['', say(our.anySector)], ...sectors, ['none', say(words.noSector)]]}
        onChange={(sector) => onChange({ ...filter, sector })}
      />
      <ChoiceField
        label={say(our.role)}
        value={filter.role}
        options={[['', say(our.anyRole)], ...ROLES.map((role) => [role, say(roleWords[role])] as const)]}
        onChange={(role) => onChange({ ...filter, role: role as PeopleFilter['role'] })}
      />
      <ChoiceField
        label={say(our.state)}
        value={filter.state}
        options={[
          ['', say(our.anyState)],
          ['not-invited', say(our.notInvited)],
          ['no-email', say(our.noEmail)],
          ['no-group', say(our.noGroup)],
        ]}
        onChange={(state) => onChange({ ...filter, state: state as PeopleFilter['state'] })}
      />
    </Filters>
  )
}

/** A table that becomes a list of cards where the screen is narrow; each row opens by the person's name. */
function PeopleTable({ people, onOpen }: { readonly people: readonly PersonItem[]; readonly onOpen: (id: string) => void }): JSX.Element {
  const lab = useLab()
  const groupOf = (one: PersonItem): string => {
    const id = one.groups.find((group) => group.startsWith('g'))
    return id === undefined ? '' : (lab.items.groups.value[id]?.name ?? '')
  }
  return (
    <table class="people">
      <thead>
        <tr>
          <th scope="col">{say(our.name)}</th>
          <th scope="col">{say(our.sector)}</th>
          <th scope="col">{say(our.roles)}</th>
          <th scope="col">{say(our.group)}</th>
          <th scope="col">{say(our.entry)}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <div class="who">
                <button type="button" class="link name" onClick={() => onOpen(one.id)}>
                  {one.name}
                </button>
                {(lab.presence.value[one.id] ?? 0) > 0 && (
                  <span class="here">
                    <span class="visually-hidden"> ({say(our.hereNow)})</span>
                  </span>
                )}
                <span class="muted">{[one.organisation, one.profession, one.territory].filter(Boolean).join(' · ')}</span>
              </div>
            </th>
            <td data-label={say(our.sector)}>
              <SectorOf sector={one.sector} />
            </td>
            <td data-label={say(our.roles)}>
              <span class="capital">{one.roles.map((role) => say(roleWords[role])).join(', ')}</span>
            </td>
            <td data-label={say(our.group)}>{groupOf(one) || <span class="muted">–</span>}</td>
            <td data-label={say(our.entry)}>
              <WayIn person={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function WayIn({ person }: { readonly person: PersonItem }): JSX.Element {
  const lab = useLab()
  if (person.bound) return <span>{say(our.bound)}</span>
  if (person.invited) return <span>{say(our.invited)}</span>
  return (
    <span class="muted">{say(person.roles.includes('organiser') && person.id === lab.me.value?.person ? our.account : our.noWay)}</span>
  )
}
