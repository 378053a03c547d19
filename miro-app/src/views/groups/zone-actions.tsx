import { count, say } from '@telaio/shared/ui'
import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import type { GroupProgress } from '@telaio/shared/conduct'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { groupWords as our } from '../../words/groups.ts'
import { panelWords } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

/** What all groups wrote in a zone, brought to everybody's eyes. */
export function ZoneActions({
  block,
  progress,
}: {
  readonly block: BlockItem
  readonly progress: readonly GroupProgress[]
}): JSX.Element | null {
  const { lab } = usePanel()
  const zones = (progress[0]?.zones ?? []).map(({ zone }) => ({
    zone,
    notes: progress.flatMap((group) => group.zones.filter((one) => one.zone.id === zone.id).flatMap((one) => one.notes)),
  }))
  const unshared = zones.filter(({ notes }) => notes.some((note) => !note.shared && note.group !== 'all'))
  if (unshared.length === 0 || !lab.may('shareNotes')) return null
  return (
    <Card title={say(our.share)}>
      <ul class="rows">
        {unshared.map(({ zone, notes }) => (
          <Row key={zone.id} meeting={block.meeting} zone={zone} notes={notes.length} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ meeting, zone, notes }: { readonly meeting: number; readonly zone: ZoneItem; readonly notes: number }): JSX.Element {
  const { tell } = usePanel()
  const command = useCommand()
  const title = `${zone.id} ${say(zone.title)}`
  const share = async (): Promise<void> => {
    if (await command.send({ type: 'shareNotes', meeting, zone: zone.id })) tell(say(our.sharedDone))
  }
  return (
    <li class="side-by-side">
      <span>
        {title} <span class="muted">{count(notes, panelWords.notesOne, panelWords.notesMany)}</span>
      </span>
      <Button small label={say(our.shareOf, { zone: title })} busy={command.busy} onClick={() => void share()}>
        {say(our.shareIt)}
      </Button>
      <TroubleNote trouble={command.trouble} />
    </li>
  )
}
