import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { groupingWords } from '@telaio/shared/grouping'
import { count, say } from '@telaio/shared/ui'
import type { GroupItem, PersonItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { SectorCounts, SectorOf } from '../people/sector-counts.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { Field, TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { words } from '../shell/words.ts'
import { DRAGGED, useDrop } from './drag.ts'
import { groupWords as our } from './words.ts'

function Member({ person, onMove }: { readonly person: PersonItem; readonly onMove: ((id: string) => void) | null }): JSX.Element {
  const dragging = useSignal(false)
  return (
    <li
      class={dragging.value ? 'member dragging' : 'member'}
      draggable={onMove !== null}
      onDragStart={(event) => {
        event.dataTransfer?.setData(DRAGGED, person.id)
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
        dragging.value = true
      }}
      onDragEnd={() => (dragging.value = false)}
    >
      <SectorOf sector={person.sector} short />
      <span class="member-name">
        {person.name}
        {person.organisation && <span class="muted">{person.organisation}</span>}
      </span>
      {onMove && (
        <button
          type="button"
          id={`move-${person.id}`}
          class="move"
          aria-label={say(our.move, { name: person.name })}
          title={say(our.move, { name: person.name })}
          onClick={() => onMove(person.id)}
        >
          <Icon name="move" />
        </button>
      )}
    </li>
  )
}

interface LaneProps {
  readonly title: string
  readonly people: readonly PersonItem[]
  readonly onMove: ((id: string) => void) | null
  readonly onDrop: (person: string) => void
  readonly children: ComponentChildren
}

/** People in no group yet, across the page above the groups. */
export function Lane({ title, people, onMove, onDrop, children }: LaneProps): JSX.Element {
  const drop = useDrop(onMove ? onDrop : null)
  return (
    <section class={drop.over.value ? 'lane over' : 'lane'} {...drop.handlers} aria-label={say(our.without)}>
      <div class="section-head">
        <h3>{title}</h3>
        {children}
      </div>
      <ul class="members">
        {people.map((one) => (
          <Member key={one.id} person={one} onMove={onMove} />
        ))}
      </ul>
    </section>
  )
}

export interface GroupCardProps {
  readonly group: GroupItem
  readonly people: readonly PersonItem[]
  readonly onMove: ((id: string) => void) | null
  readonly onDrop: (person: string) => void
  readonly onRemove: (() => void) | null
}

/** A group: its name, how many, which sectors meet, who. */
export function GroupCard({ group, people, onMove, onDrop, onRemove }: GroupCardProps): JSX.Element {
  const drop = useDrop(onMove ? onDrop : null)
  const naming = useSignal(false)
  return (
    <li class={drop.over.value ? 'group-card over' : 'group-card'} {...drop.handlers}>
      {naming.value ? (
        <Rename group={group} onDone={() => (naming.value = false)} />
      ) : (
        <Head group={group} onRename={() => (naming.value = true)} />
      )}
      <p class="muted">{count(people.length, groupingWords.peopleOne, groupingWords.peopleMany)}</p>
      <SectorCounts people={people} short />
      {people.length === 0 ? (
        <div class="none-here">
          <p class="muted">{say(our.noneHere)}</p>
          {onRemove && (
            <Button kind="quiet" onClick={onRemove}>
              {say(our.removeGroup)}
            </Button>
          )}
        </div>
      ) : (
        <ul class="members">
          {people.map((one) => (
            <Member key={one.id} person={one} onMove={onMove} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Head({ group, onRename }: { readonly group: GroupItem; readonly onRename: () => void }): JSX.Element {
  const lab = useLab()
  return (
    <div class="group-head">
      <h3>{group.name}</h3>
      {lab.may('renameGroup') && (
        <button type="button" class="link" aria-label={say(our.rename, { name: group.name })} onClick={onRename}>
          {say(our.renameShort)}
        </button>
      )}
    </div>
  )
}

function Rename({ group, onDone }: { readonly group: GroupItem; readonly onDone: () => void }): JSX.Element {
  const { tell } = useConsole()
  const command = useCommand()
  const name = useSignal(group.name)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.select(), [])
  const save = async () => {
    if (name.value.trim() === group.name) return onDone()
    if (!(await command.send({ type: 'renameGroup', group: group.id, name: name.value.trim() }))) return
    tell(say(our.renamed))
    onDone()
  }
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <Field name="name" label={say(our.nameOf)} hideLabel trouble={command.trouble}>
        {(props) => (
          <input
            {...props}
            required
            maxLength={300}
            value={name.value}
            onInput={(event) => (name.value = event.currentTarget.value)}
            ref={input}
          />
        )}
      </Field>
      <TroubleNote trouble={command.trouble} fields={['name']} />
      <div class="buttons">
        <Button type="submit" kind="primary" busy={command.busy}>
          {say(words.save)}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {say(words.cancel)}
        </Button>
      </div>
    </form>
  )
}
