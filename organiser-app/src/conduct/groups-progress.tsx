import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type GroupProgress, progressOf, type ZoneProgress } from '@telaio/shared/conduct'
import { count, say } from '@telaio/shared/ui'
import type { BlockItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { NoteCard } from '../outputs/note-card.tsx'
import { SectorOf } from '../people/sector-counts.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { Since } from './help-calls.tsx'
import { conductWords as our } from './words.ts'

export interface GroupsProgressProps {
  readonly block: BlockItem
  readonly running: boolean
}

/** Every group at a glance: who is there, how much is written, who is still silent, who has finished. */
export function GroupsProgress({ block, running }: GroupsProgressProps): JSX.Element {
  const lab = useLab()
  const { people, groups, zones, notes, unrevealed, wrote, helps } = lab.items
  const items = {
    people: people.value,
    groups: groups.value,
    zones: zones.value,
    notes: notes.value,
    unrevealed: unrevealed.value,
    wrote: wrote.value,
    helps: helps.value,
  }
  const progress = progressOf(block, items, lab.presence.value)
  return (
    <section aria-labelledby="progress">
      <div class="section-head">
        <h2 id="progress">{say(progress.some(({ group }) => group) ? our.groups : our.everybody)}</h2>
        {!running && <p class="muted">{say(our.previewOf, { title: say(block.title) })}</p>}
      </div>
      <ul class="progress-cards">
        {progress.map((one) => (
          <Card key={one.id} progress={one} block={block} running={running} />
        ))}
      </ul>
    </section>
  )
}

const names = (people: readonly { readonly name: string }[]): string => people.map((one) => one.name).join(', ')

function Card({
  progress,
  block,
  running,
}: {
  readonly progress: GroupProgress
  readonly block: BlockItem
  readonly running: boolean
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { group, people, present, silent, notes, unrevealed, newest, done, helps, zones } = progress
  const absent = people.filter((one) => !present.includes(one))
  const reveal = async () => {
    // what this block asks for, and no more: notes of other blocks keep their privacy
    for (const { zone, unrevealed: hidden } of zones)
      if (hidden > 0 && !(await command.send({ type: 'revealNotes', meeting: block.meeting, zone: zone.id, group: progress.key }))) return
    tell(say(our.revealed))
  }
  const call = helps.find((help) => help.status === 'asked')
  return (
    <li class={['progress-card', done ? 'done' : '', call ? 'calling' : ''].filter(Boolean).join(' ')}>
      <div class="group-head">
        <h3>
          {call && <Icon name="hand" />}
          {group?.name ?? say(our.everybody)}
        </h3>
        {done && (
          <span class="flag good">
            <Icon name="check" /> {say(our.done)}
          </span>
        )}
      </div>
      <p class={absent.length > 0 ? 'some-missing' : undefined}>{say(our.presence, { n: present.length, of: people.length })}</p>
      {block.zones.length > 0 && (
        <p>
          {count(notes, our.notesOne, our.notesMany)}
          {unrevealed > 0 && <span class="muted"> · {count(unrevealed, our.privateOne, our.privateMany)}</span>}
          {newest && (
            <span class="muted">
              {' · '}
              <Since at={newest.editedAt ?? newest.at} />
            </span>
          )}
        </p>
      )}
      {group && (
        <ul class="marks" aria-hidden="true">
          {people.map((one) => (
            <li key={one.id} class={present.includes(one) ? undefined : 'away'} title={one.name}>
              <SectorOf sector={one.sector} short />
            </li>
          ))}
        </ul>
      )}
      {(absent.length > 0 || (running && silent !== null && silent.length > 0)) && (
        <details class="small">
          <summary>{say(our.showAbsent)}</summary>
          {absent.length > 0 && <p>{say(our.absent, { names: names(absent) })}</p>}
          {running && silent !== null && silent.length > 0 && <p>{say(our.silent, { names: names(silent) })}</p>}
        </details>
      )}
      {notes > 0 && <Notes name={group?.name ?? say(our.everybody)} zones={zones} />}
      <TroubleNote trouble={command.trouble} />
      {running && (
        <div class="buttons">
          {unrevealed > 0 && lab.me.value?.roles.includes('facilitator') && lab.may('revealNotes') && (
            <Button small busy={command.busy} onClick={() => void reveal()}>
              {say(our.revealGroup)}
            </Button>
          )}
          {group && lab.me.value?.roles.includes('facilitator') && lab.may('markDone') && (
            <Button
              kind="quiet"
              small
              busy={command.busy}
              onClick={() => void command.send({ type: 'markDone', meeting: block.meeting, block: block.id, group: group.id, done: !done })}
            >
              {say(done ? our.markUndone : our.markDone)}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** The notes of a group, read without entering it; drawn only while they are unfolded. */
function Notes({ name, zones }: { readonly name: string; readonly zones: readonly ZoneProgress[] }): JSX.Element {
  const isOpen = useSignal(false)
  return (
    <details class="small" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>{say(our.readNotes, { group: name })}</summary>
      {isOpen.value &&
        zones
          .filter(({ notes }) => notes.length > 0)
          .map(({ zone, notes }) => (
            <section key={zone.id}>
              <h4>{`${zone.id} ${say(zone.title)}`}</h4>
              <ul class="notes stream">
                {notes.map((note) => (
                  <NoteCard key={note.id} note={note} place={zone.id} />
                ))}
              </ul>
            </section>
          ))}
    </details>
  )
}
