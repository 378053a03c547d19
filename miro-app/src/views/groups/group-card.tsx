import { count, say } from '@telaio/shared/ui'
import type { BlockItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { frameSpot } from '../../lab/boards.ts'
import type { GroupProgress, ZoneProgress } from '@telaio/shared/conduct'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { groupWords as our } from '../../words/groups.ts'
import { panelWords } from '../../words/panel.ts'
import { sheetWords } from '../../words/sheets.ts'
import { Button } from '../parts/button.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Since } from '../parts/since.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { NoteList } from './note-list.tsx'

export interface GroupCardProps {
  readonly block: BlockItem
  readonly progress: GroupProgress
  readonly isRunning: boolean
}

/** One group at a glance; its notes when opened. */
export function GroupCard({ block, progress, isRunning }: GroupCardProps): JSX.Element {
  const { lab } = usePanel()
  const id = useId()
  const { key, group, people, present, silent, zones, notes, unrevealed, newest, done, helps } = progress
  const calls = helps.some(({ status }) => status === 'asked')
  const name = group?.name ?? say(panelWords.everybody)
  const spot = frameSpot(lab.items.spots.value, block.meeting, key)
  return (
    <li class={calls ? 'card group calling' : 'card group'} aria-labelledby={id}>
      <div class="group-head">
        <h2 id={id}>{name}</h2>
        <span class="muted" title={people.map((one) => one.name).join(', ')}>
          <Icon name="people" /> {say(our.present, { n: present.length, of: people.length })}
        </span>
      </div>
      {(calls || done) && (
        <p class="flags">
          {calls && (
            <span class="flag strong">
              <Icon name="hand" /> {say(our.calls)}
            </span>
          )}
          {done && (
            <span class="flag">
              <Icon name="check" /> {say(our.done)}
            </span>
          )}
        </p>
      )}
      {zones.length > 0 && (
        <p>
          <strong>{count(notes, panelWords.notesOne, panelWords.notesMany)}</strong>
          {unrevealed > 0 && <span class="muted"> · {count(unrevealed, our.unrevealedOne, our.unrevealedMany)}</span>}
          {newest && (
            <span class="muted">
              {' · '}
              <Since at={newest.editedAt ?? newest.at} />
            </span>
          )}
        </p>
      )}
      {isRunning && silent !== null && silent.length > 0 && silent.length < people.length && (
        <p class="hint" title={say(our.silentHint)}>
          {say(silent.length === 1 ? our.silentOne : our.silentMany, { names: silent.map((one) => one.name).join(', ') })}
        </p>
      )}
      <div class="buttons">
        {spot ? <GoButton spot={spot} text={say(our.goToFrame)} label={say(our.goToFrameOf, { group: name })} name={name} /> : <NoSheet />}
        {isRunning && unrevealed > 0 && <Reveal block={block} group={key} zones={zones} />}
      </div>
      {notes > 0 && (
        <details class="notes">
          <summary>{say(our.zones, { group: name })}</summary>
          {zones.map((one) => (
            <NoteList key={one.zone.id} progress={one} />
          ))}
        </details>
      )}
    </li>
  )
}

/** What to do where a group has no sheet. */
function NoSheet(): JSX.Element {
  const { tab } = usePanel()
  return (
    <>
      <span class="hint">{say(sheetWords.missingOne)}</span>
      <Button small kind="quiet" onClick={() => (tab.value = 'board')}>
        {say(sheetWords.toBoard)}
      </Button>
    </>
  )
}

/** Reveals what the group has written privately, in the zones of this block and no others. */
function Reveal({
  block,
  group,
  zones,
}: {
  readonly block: BlockItem
  readonly group: string
  readonly zones: readonly ZoneProgress[]
}): JSX.Element | null {
  const { lab, tell } = usePanel()
  const command = useCommand()
  if (!lab.may('revealNotes') || !lab.me.value?.roles.includes('facilitator')) return null
  const reveal = async (): Promise<void> => {
    for (const { zone, unrevealed } of zones)
      if (unrevealed > 0 && !(await command.send({ type: 'revealNotes', meeting: block.meeting, zone: zone.id, group }))) return
    tell(say(our.revealed))
  }
  return (
    <>
      <Button small kind="primary" busy={command.busy} onClick={() => void reveal()}>
        {say(our.reveal)}
      </Button>
      <TroubleNote trouble={command.trouble} />
    </>
  )
}
