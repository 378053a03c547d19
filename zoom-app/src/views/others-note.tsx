import type { NoteItem } from '@telaio/shared/view'
import { say, SectorMark } from '@telaio/shared/ui'
import type { ComponentChildren, JSX } from 'preact'
import { authorOf } from '../lab/notes.ts'
import { zoneItem } from '../lab/now.ts'
import { usePanel } from '../panel/context.ts'
import { writingWords as words } from '../words/writing.ts'
import { AnswerText } from './answer-text.tsx'

/** A note to be read only: where it comes from, and its author where these consented. */
export function OthersNote({ note, children }: { readonly note: NoteItem; readonly children?: ComponentChildren }): JSX.Element {
  const { lab } = usePanel()
  const items = lab.items.value
  const group = items.groups[note.group.startsWith('g') ? note.group : `m${note.meeting}/${note.group}`]
  const author = authorOf(items, note.id)
  const sector = items.lab['lab']?.sectors.find(({ id }) => id === author?.sector)
  return (
    <article class={`note${sector ? ` thread-${sector.thread}` : ''}`}>
      <AnswerText answer={note.answer} type={zoneItem(items, note.meeting, note.zone)?.answer} />
      <p class="by muted">
        {sector && <SectorMark sector={sector} short />}
        <span>{[items.mine[note.id] ? say(words.you) : author?.name, group?.name].filter(Boolean).join(' · ') || say(words.someone)}</span>
      </p>
      {children}
    </article>
  )
}
