import type { AnswerType } from '@telaio/shared/kit'
import type { ShownAnswer } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { writingWords as words } from '../words/writing.ts'

/** An answer to be read: as it was written, line breaks and all; parts with their names. */
export function AnswerText({ answer, type }: { readonly answer: ShownAnswer; readonly type: AnswerType | undefined }): JSX.Element | null {
  const { lab } = usePanel()
  const sectors = lab.items.value.lab['lab']?.sectors ?? []
  switch (answer.type) {
    case 'cards':
    case 'sentence':
    case 'person':
      return <p class="text">{answer.text}</p>
    case 'triple':
      return <Parts parts={(['difficulty', 'approach', 'pointer'] as const).map((part) => [words.fields[part], answer[part]])} />
    case 'term': {
      const sector = sectors.find(({ id }) => id === answer.sector)
      return (
        <div class="text">
          <strong>{answer.term}</strong>
          {answer.meaning && <> – {answer.meaning}</>}
          {sector && <span class="muted"> ({say(sector.title)})</span>}
        </div>
      )
    }
    case 'table': {
      if (type?.type !== 'table') return <Parts parts={Object.values(answer.cells).map((text) => [null, text])} />
      return <Parts parts={type.columns.map(({ id, title, options }) => [title, named(answer.cells[id] ?? '', options)])} />
    }
    case 'commitments':
      return (
        <div class="text">
          {answer.what}
          {(answer.who || answer.by) && (
            <p class="muted">
              {[answer.who && `${say(words.fields.who)}: ${answer.who}`, answer.by && `${say(words.fields.by)}: ${answer.by}`]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </div>
      )
    case 'consent':
      return (
        <div class="text">
          <strong>{say(words.consents[answer.choice])}</strong>
          {answer.reason && <p>{answer.reason}</p>}
        </div>
      )
    case 'votes':
    case 'rating':
      return null
  }
}

const named = (text: string, options: readonly { readonly id: string; readonly title: Bilingual }[] | undefined): string => {
  const option = options?.find(({ id }) => id === text)
  return option ? say(option.title) : text
}

function Parts({ parts }: { readonly parts: readonly (readonly [Bilingual | null, string])[] }): JSX.Element {
  return (
    <dl class="parts">
      {parts
        .filter(([, text]) => text !== '')
        .map(([title, text], i) => (
          <div key={title ? title.it : i}>
            <dt>{title && say(title)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
