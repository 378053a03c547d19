import { useComputed } from '@preact/signals'
import { say } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { blockOf, groupsOfBlock, nextBlock } from '@telaio/shared/conduct'
import { progressOf } from '@telaio/shared/conduct'
import { usePanel } from '../../panel/context.ts'
import { groupWords as our } from '../../words/groups.ts'
import { DayCard } from './day-card.tsx'
import { GroupCard } from './group-card.tsx'
import { ParticipationCard } from './participation-card.tsx'
import { SeatsCard } from './seats/seats-card.tsx'
import { SelectedNote } from './selected-note.tsx'
import { ZoneActions } from './zone-actions.tsx'

/** The groups of the running block – before it starts, of the next one – and what they write, as it comes. */
export function GroupsScreen(): JSX.Element | null {
  const { lab, meeting } = usePanel()
  const now = meeting.value
  if (!now) return null
  const block = shownBlock(now, lab.items.blocks.value)
  return (
    <>
      <SelectedNote />
      {block ? <OfBlock block={block} isRunning={now.current === block.id} /> : <p class="hint">{say(our.noBlock)}</p>}
      <ParticipationCard />
    </>
  )
}

const shownBlock = (meeting: MeetingItem, blocks: Parameters<typeof nextBlock>[1]): BlockItem | null =>
  blockOf(blocks, meeting.number, meeting.current) ?? nextBlock(meeting, blocks)

function OfBlock({ block, isRunning }: { readonly block: BlockItem; readonly isRunning: boolean }): JSX.Element {
  const { lab } = usePanel()
  const { people, groups, zones, notes, unrevealed, wrote, helps } = lab.items
  const progress = useComputed(() =>
    progressOf(
      block,
      {
        people: people.value,
        groups: groups.value,
        zones: zones.value,
        notes: notes.value,
        unrevealed: unrevealed.value,
        wrote: wrote.value,
        helps: helps.value,
      },
      lab.presence.value,
    ),
  )
  const isWithoutGroups = block.grouping.groups !== 'none' && groupsOfBlock(block, groups.value).length === 0
  return (
    <>
      {!isRunning && <p class="hint">{say(our.previewOf, { title: say(block.title) })}</p>}
      {isWithoutGroups && (
        <p class="callout">
          <span>{say(our.noGroups)}</span>
        </p>
      )}
      {block.zones.length === 0 && isRunning && <p class="hint">{say(our.nothingToWrite)}</p>}
      <ul class="group-list">
        {progress.value.map((one) => (
          <GroupCard key={one.key} block={block} progress={one} isRunning={isRunning} />
        ))}
      </ul>
      {isRunning && <ZoneActions block={block} progress={progress.value} />}
      <DayCard key={`${block.meeting}/${block.id}`} block={block} />
      <SeatsCard block={block} />
    </>
  )
}
