import type { Waiting } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { fieldsFrom, textOf } from '../writing/answers.ts'
import { type Draft, draftKey, type DraftPlace, editDraftKey, holdsText, summaryDraftKey } from '../writing/draft.ts'
import { writingWords as words } from '../words/writing.ts'
import { refusedWords } from '../words/refused.ts'

/** What the server refused: the reason, the text, and a way on. Nothing goes by itself. */
export function Refused(): JSX.Element | null {
  const { writing } = usePanel()
  const refused = writing.value?.refused.value ?? []
  if (refused.length === 0) return null
  return (
    <ul class="refused">
      {refused.map((one) => (
        <li key={one.id}>
          <RefusedCard waiting={one} />
        </li>
      ))}
    </ul>
  )
}

function RefusedCard({ waiting }: { readonly waiting: Waiting }): JSX.Element {
  const { writing, now, announce } = usePanel()
  const [failed, setFailed] = useState(false)
  const { command } = waiting
  const text = 'answer' in command ? textOf(command.answer) : command.type === 'writeSummary' ? command.text : ''
  const drop = () => void writing.value?.drop(waiting.id)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => announce(say(refusedWords.copied)),
      () => setFailed(true),
    )
  const home = homeOf(command, now.block.value?.id ?? '')
  const drafts = writing.value?.drafts
  const there = home && drafts?.all.value[home.place.key]
  const taken = there !== undefined && there !== null && holdsText(there)
  /** Back into the form it came from. */
  const mend = () => {
    if (!home || !drafts) return
    drafts.change(home.place, home.draft)
    now.tab.value = 'now'
    drop()
  }
  return (
    <section class="card trouble" aria-label={say(refusedWords.refusedTitle)}>
      <h2>{say(refusedWords.refusedTitle)}</h2>
      <p>{waiting.refused?.detail}</p>
      {text && (
        <>
          <blockquote class="kept-text">{text}</blockquote>
          <p class="muted">{say(refusedWords.refusedDo)}</p>
        </>
      )}
      {taken && <p class="muted">{say(refusedWords.mendTaken)}</p>}
      {failed && <p class="fault">{say(refusedWords.copyFailed)}</p>}
      <div class="actions">
        {home && !taken && (
          <button type="button" class="button primary" onClick={mend}>
            {say(refusedWords.mend)}
          </button>
        )}
        {text && (
          <button type="button" class="button" onClick={() => void copy()}>
            {say(refusedWords.copy)}
          </button>
        )}
        <button type="button" class="quiet" onClick={drop}>
          {say(words.discard)}
        </button>
      </div>
    </section>
  )
}

/** Where a refused text can be mended: the form of its place, or the correction of its note. A ballot is simply cast again. */
function homeOf(command: Waiting['command'], block: string): { readonly place: DraftPlace; readonly draft: Partial<Draft> } | null {
  if (command.type === 'editContribution') {
    const key = editDraftKey(command.contribution)
    return { place: { key, meeting: 0, group: '', zone: '', block: '' }, draft: { fields: fieldsFrom(command.answer) } }
  }
  if (command.type === 'writeSummary') {
    const { meeting, block: of, group, text, rev } = command
    const key = summaryDraftKey(meeting, of, group)
    // written on the summary that was seen then: the form shows the one that came between
    const fields = { text, rev: String(rev) }
    return { place: { key, meeting, group, zone: '', block: of }, draft: { fields, base: { text: '', rev: String(rev) } } }
  }
  if (command.type !== 'contribute' || command.answer.type === 'votes' || command.answer.type === 'rating') return null
  const { meeting, zone, lane, private: unseen, anonymous } = command
  const group = command.group ?? 'all'
  return {
    place: { key: draftKey(meeting, group, zone), meeting, group, zone, block: command.block ?? block },
    draft: {
      fields: fieldsFrom(command.answer),
      ...(lane === undefined ? {} : { lane }),
      ...(unseen === undefined ? {} : { private: unseen }),
      anonymous: anonymous !== undefined,
    },
  }
}
