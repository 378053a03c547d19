import { findingWords } from '@telaio/shared/conduct'
import { say } from '@telaio/shared/ui'
import type { BoardNoteItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { Finding } from './finding.tsx'
import { harvestWords as our } from './harvest-words.ts'
import { useNoteWords, useZonePlace } from './note-words.ts'
import { ToBoard } from './to-board.tsx'

/** Notes that somebody dragged into another zone: shown, and nothing else; for the lab they stay where they were written. */
export function MovedNotes({ notes }: { readonly notes: readonly BoardNoteItem[] }): JSX.Element | null {
  const wordsOf = useNoteWords()
  const placeOf = useZonePlace()
  if (notes.length === 0) return null
  return (
    <Finding title={say(findingWords.moved)} text={say(findingWords.movedText)} n={notes.length}>
      {notes.map((note) => {
        const { text, place } = wordsOf(note)
        return (
          <li key={`${note.contribution}|${note.part}`} class="with-hands">
            <div>
              <p class="found-text">{text}</p>
              <p class="muted small">{place}</p>
              <p class="small">{say(our.movedTo, { place: placeOf(note.movedTo ?? '') })}</p>
            </div>
            {note.item !== null && (
              <ToBoard spot={{ board: note.board, item: note.item }} text={say(our.openNote)} label={say(our.openNoteOf, { text })} />
            )}
          </li>
        )
      })}
    </Finding>
  )
}
