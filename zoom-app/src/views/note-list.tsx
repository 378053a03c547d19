import type { ZoneItem } from '@telaio/shared/view'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type Place, type ShownNote, sharedElsewhere } from '../lab/notes.ts'
import { usePanel } from '../panel/context.ts'
import type { WrittenType } from '../writing/answers.ts'
import { writingWords as words } from '../words/writing.ts'
import { moveNote, sortNotes } from '../lab/sorting.ts'
import { textOf } from '../writing/answers.ts'
import { draftKey } from '../writing/draft.ts'
import { wayWords } from '../words/way.ts'
import { Icon } from './icon.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { Note } from './note.tsx'
import { OthersNote } from './others-note.tsx'
import { MoveButtons, SortBy } from './parts.ts'

interface Props {
  readonly zone: ZoneItem
  readonly type: WrittenType
  readonly notes: readonly ShownNote[]
  readonly place: Place
  readonly privateOfOthers: number
  /** The answer is the group's: any of its people may correct it. */
  readonly mayCorrectAll: boolean
}

/** What stands in a zone: mine and the group's, live; what is still unseen; what other groups showed. */
export function NoteList({ zone, type, notes, place, privateOfOthers, mayCorrectAll }: Props): JSX.Element {
  const { lab, now, send, ways, announce } = usePanel()
  const box = useRef<HTMLDivElement>(null)
  useKeptFocus(box)
  const key = draftKey(place.meeting, place.group, place.zone)
  const sorting = ways.value.value.sort[key] ?? 'written'
  const sorted = sortNotes(notes, sorting, ways.value.value.order[key])
  const move = (shown: readonly ShownNote[], id: string, by: 1 | -1) => {
    const ids = moveNote(
      shown.map((note) => note.id),
      id,
      by,
    )
    // notes of other lanes keep the order among themselves
    const order = [...ids, ...sorted.map((note) => note.id).filter((one) => !ids.includes(one))]
    ways.change((before) => ({ order: { ...before.order, [key]: order } }))
    announce(say(wayWords.moved, { n: ids.indexOf(id) + 1, of: ids.length }))
  }
  const unseen = notes.filter((note) => note.private && note.mine && note.id.startsWith('con_'))
  const elsewhere = sharedElsewhere(lab.items.value, place)
  const lanes: readonly (NonNullable<ZoneItem['lanes']>[number] | null)[] = zone.lanes ? [...zone.lanes, null] : [null]
  /** Notes without author are shown one command each: together with named ones they would no longer be without. */
  const revealAll = () => {
    const named = unseen.filter((note) => !note.anonymous).map(({ id }) => id)
    if (named.length > 0) send({ type: 'revealNotes', meeting: place.meeting, contributions: named })
    for (const { id, anonymous } of unseen) if (anonymous) send({ type: 'revealNotes', meeting: place.meeting, contributions: [id] })
  }
  return (
    <div class="note-area" ref={box}>
      {unseen.length > 0 && (
        <div class="unseen">
          <Icon name="lock" />
          <span>{count(unseen.length, words.mine1, words.mine)}</span>
          <button type="button" class="button" onClick={revealAll}>
            {say(words.revealAll)}
          </button>
        </div>
      )}
      {privateOfOthers > 0 && (
        <p class="muted hint">
          <Icon name="lock" /> {count(privateOfOthers, words.stillPrivate1, words.stillPrivate)}
        </p>
      )}
      {notes.length > 2 && type.type !== 'consent' && <SortBy place={key} sorting={sorting} />}
      {lanes.map((lane) => {
        const inLane = sorted.filter(
          (note) => !zone.lanes || (lane ? note.lane === lane.id : !zone.lanes.some(({ id }) => id === note.lane)),
        )
        if (inLane.length === 0) return null
        return (
          <div key={lane?.id ?? ''}>
            {zone.lanes && <h3 class="lane-title">{lane ? say(lane.title) : say(words.noLane)}</h3>}
            <ul class="notes">
              {inLane.map((note, i) => (
                <li
                  key={note.id}
                  {...(sorting === 'own' && {
                    onKeyDown: (event: KeyboardEvent) => {
                      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
                      if (!event.altKey || by === null) return
                      event.preventDefault()
                      move(inLane, note.id, by)
                    },
                  })}
                >
                  <Note
                    note={note}
                    type={type}
                    zone={zone}
                    place={place}
                    mayCorrect={type.type !== 'consent' && (note.mine || mayCorrectAll)}
                  />
                  {sorting === 'own' && (
                    <MoveButtons
                      text={textOf(note.answer).slice(0, 60)}
                      isFirst={i === 0}
                      isLast={i === inLane.length - 1}
                      onMove={(by) => move(inLane, note.id, by)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {notes.length === 0 && type.type !== 'consent' && (
        <p class="muted hint">{say(now.standing.value.writes ? words.noNotes : words.noNotesRead)}</p>
      )}
      {elsewhere.length > 0 && type.type !== 'consent' && (
        <details class="elsewhere">
          <summary>
            {say(words.others)} ({elsewhere.length})
          </summary>
          <ul class="notes">
            {elsewhere.map((note) => (
              <li key={note.id}>
                <OthersNote note={note} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
