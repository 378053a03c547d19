import { useSignal } from '@preact/signals'
import { participationOf, participationWords as our } from '@telaio/shared/conduct'
import { ParticipationTables, say, SectorMark } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { meetingsInOrder } from '../../lab/agenda.ts'
import { usePanel } from '../../panel/context.ts'

/** How much sectors and groups have written over the meetings; worked out only while it is unfolded. */
export function ParticipationCard(): JSX.Element | null {
  const { lab } = usePanel()
  const isOpen = useSignal(false)
  // whoever organises and does not facilitate sees who has written once a meeting is over
  const isFacilitator = lab.me.value?.roles.includes('facilitator') ?? false
  const held = meetingsInOrder(lab.items.meetings.value).filter(({ status }) => status === 'closed' || (status === 'open' && isFacilitator))
  if (held.length === 0) return null
  return (
    <details class="card fold" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        <h2>{say(our.title)}</h2>
      </summary>
      {isOpen.value && <Tables meetings={held.map(({ number }) => number)} />}
    </details>
  )
}

function Tables({ meetings }: { readonly meetings: readonly number[] }): JSX.Element {
  const { lab } = usePanel()
  const { people, groups, wrote, notes, authors } = lab.items
  const sectors = lab.lab.value?.sectors ?? []
  const participation = participationOf(
    meetings,
    sectors.map(({ id }) => id),
    { people: people.value, groups: groups.value, wrote: wrote.value, notes: notes.value, authors: authors.value },
  )
  return (
    <>
      <p class="hint">{say(our.text)}</p>
      <ParticipationTables
        participation={participation}
        sector={(id) => {
          const found = sectors.find((one) => one.id === id)
          return found ? <SectorMark sector={found} /> : say(our.none)
        }}
        group={(id) => groups.value[id]?.name ?? id}
      />
    </>
  )
}
