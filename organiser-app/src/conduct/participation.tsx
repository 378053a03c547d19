import { useComputed, useSignal } from '@preact/signals'
import { participationOf, participationWords as our } from '@telaio/shared/conduct'
import { ParticipationTables, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { SectorOf } from '../people/sector-counts.tsx'
import { useLab } from '../shell/context.ts'

/** How much sectors and groups have written over the meetings; worked out only while it is unfolded. */
export function ParticipationCard(): JSX.Element {
  const isOpen = useSignal(false)
  return (
    <details class="card" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>
        <h2>{say(our.title)}</h2>
      </summary>
      {isOpen.value && <Tables />}
    </details>
  )
}

function Tables(): JSX.Element {
  const lab = useLab()
  const participation = useComputed(() => {
    const { people, groups, wrote, notes, authors } = lab.items
    // whoever organises and does not facilitate sees who has written once a meeting is over
    const isFacilitator = lab.me.value?.roles.includes('facilitator') ?? false
    return participationOf(
      lab.meetings.value.filter(({ status }) => status === 'closed' || (status === 'open' && isFacilitator)).map(({ number }) => number),
      (lab.lab.value?.sectors ?? []).map(({ id }) => id),
      { people: people.value, groups: groups.value, wrote: wrote.value, notes: notes.value, authors: authors.value },
    )
  })
  return (
    <>
      <p class="hint">{say(our.text)}</p>
      <ParticipationTables
        participation={participation.value}
        sector={(id) => <SectorOf sector={id} />}
        group={(id) => lab.items.groups.value[id]?.name ?? id}
      />
    </>
  )
}
