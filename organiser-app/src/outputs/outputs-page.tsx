import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, language, say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { groupName } from '../lab/group-name.ts'
import { WhoCame } from '../conduct/who-came.tsx'
import { useAction } from '../lab/use-action.ts'
import { MeetingPage } from '../meetings/meeting-head.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { downloadFile } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { ChoiceField, Filters, SearchField } from '../shell/filters.tsx'
import { Empty } from '../shell/page.tsx'
import { usePaged } from '../shell/paged.tsx'
import { findNotes, NO_NOTE_FILTER, type NoteFilter, type NotesOfZone, zonesOf } from './find-notes.ts'
import { NoteCard } from './note-card.tsx'
import { Results } from './results-list.tsx'
import { Summaries } from './summaries.tsx'
import { outputWords as our } from './words.ts'

/** Notes of a zone drawn at a time. */
const STEP = 60

/** What a meeting left behind: notes by zone and group, and the results that were revealed. */
export function OutputsPage({ number }: { readonly number: number }): JSX.Element {
  return (
    <MeetingPage number={number} tab="outputs" actions={() => <Downloads />}>
      {(meeting) => (
        <>
          <Outputs meeting={meeting} />
          <WhoCame meeting={meeting} />
        </>
      )}
    </MeetingPage>
  )
}

function Downloads(): JSX.Element {
  const { session } = useConsole()
  const lab = useLab()
  const action = useAction()
  const take = (name: string) => void action.run(() => downloadFile(session.api, lab.id, `/documents/${name}`))
  return (
    <div class="downloads">
      <div class="buttons" role="group" aria-label={say(our.downloads)}>
        <Button icon="download" busy={action.busy} onClick={() => take('contributions.csv')}>
          {say(our.csv)}
        </Button>
        <Button icon="download" busy={action.busy} onClick={() => take('lab.json')}>
          {say(our.json)}
        </Button>
      </div>
      <p class="hint">{say(our.downloadNote)}</p>
      <TroubleNote trouble={action.trouble} />
    </div>
  )
}

function Outputs({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const filter = useSignal<NoteFilter>(NO_NOTE_FILTER)
  const n = meeting.number
  const zones = useComputed(() => zonesOf(lab.items.zones.value, n))
  const notes = useComputed(() => Object.values(lab.items.notes.value).filter((note) => note.meeting === n))
  const found = useComputed(() =>
    findNotes({ notes: notes.value, zones: zones.value, authors: lab.items.authors.value, language: language.value }, filter.value),
  )
  const unrevealed = useComputed(() =>
    Object.values(lab.items.unrevealed.value)
      .filter(
        (one) =>
          one.meeting === n && !['votes', 'rating', 'consent'].includes(lab.items.zones.value[`m${n}/${one.zone}`]?.answer.type ?? ''),
      )
      .reduce((sum, one) => sum + one.count, 0),
  )
  const keys = [...new Set(notes.value.map((note) => note.group))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const shown = found.value.reduce((sum, one) => sum + one.count, 0)
  const filtered = filter.value !== NO_NOTE_FILTER
  return (
    <>
      <Results meeting={n} />
      <Summaries meeting={meeting} />
      {unrevealed.value > 0 && <p class="callout">{count(unrevealed.value, our.unrevealedOne, our.unrevealedMany)}</p>}
      {notes.value.length === 0 ? (
        <Empty title={say(our.noneTitle)}>
          <p>{say(our.noneText)}</p>
        </Empty>
      ) : (
        <>
          <Filters
            shown={
              <>
                {count(shown, our.shownOne, our.shownMany)} {filtered && say(our.of, { n: notes.value.length })}
              </>
            }
          >
            <SearchField
              label={say(our.search)}
              value={filter.value.text}
              onChange={(text) => (filter.value = { ...filter.value, text })}
            />
            <ChoiceField
              label={say(our.zone)}
              value={filter.value.zone}
              options={[['', say(our.allZones)], ...zones.value.map((one) => [one.id, `${one.id} ${say(one.title)}`] as const)]}
              onChange={(zone) => (filter.value = { ...filter.value, zone })}
            />
            <ChoiceField
              label={say(our.group)}
              value={filter.value.group}
              options={[['', say(our.allGroups)], ...keys.map((key) => [key, groupName(lab.items.groups.value, n, key)] as const)]}
              onChange={(group) => (filter.value = { ...filter.value, group })}
            />
          </Filters>
          {shown === 0 && (
            <p class="nothing">
              {say(our.nothing)}{' '}
              <button type="button" class="link" onClick={() => (filter.value = NO_NOTE_FILTER)}>
                {say(our.clear)}
              </button>
            </p>
          )}
          {found.value.map((one) => (
            <Zone key={one.zone.id} found={one} />
          ))}
        </>
      )}
    </>
  )
}

function Zone({ found }: { readonly found: NotesOfZone }): JSX.Element {
  const lab = useLab()
  const { zone, groups } = found
  const flat = groups.flatMap(({ group, notes }) => notes.map((note) => ({ group, note })))
  const { shown, more } = usePaged(flat, STEP)
  const shownGroups = groups.filter(({ group }) => shown.some((one) => one.group === group))
  return (
    <section class="zone-notes" aria-labelledby={`zone-${zone.id}`}>
      <header class="section-head">
        <h2 id={`zone-${zone.id}`}>
          <span class="zone-id">{zone.id}</span> {say(zone.title)}
        </h2>
        <p class="muted">{say(zone.question)}</p>
      </header>
      {shownGroups.map(({ group, notes }) => (
        <div key={group} class="group-notes">
          <h3>
            {groupName(lab.items.groups.value, zone.meeting, group)} <span class="muted">{notes.length}</span>
          </h3>
          <ul class="notes">
            {shown
              .filter((one) => one.group === group)
              .map(({ note }) => (
                <NoteCard key={note.id} note={note} />
              ))}
          </ul>
        </div>
      ))}
      {more((rest) => say(our.more, { n: rest }))}
    </section>
  )
}
