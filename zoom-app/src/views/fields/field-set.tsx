import { say } from '@telaio/shared/ui'
import type { Bilingual } from '@telaio/shared/words'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { type faultIn, type Fields, fieldsOf, type WrittenType } from '../../writing/answers.ts'
import { writingWords as words } from '../../words/writing.ts'
import { GrowingText } from './growing-text.tsx'

interface Props {
  readonly type: WrittenType
  readonly fields: Fields
  readonly onChange: (field: string, text: string) => void
  /** The question: it names the field where there is only one. */
  readonly labelledBy: string
  readonly describedBy?: string
  readonly fault: ReturnType<typeof faultIn>
}

/** The fields of one kind of answer: to write a new one, or to correct one. */
export function FieldSet(props: Props): JSX.Element {
  const { type, fields, onChange, labelledBy, describedBy, fault } = props
  if (type.type === 'cards' || type.type === 'sentence' || type.type === 'person')
    return (
      <GrowingText
        value={fields['text'] ?? ''}
        field="text"
        rows={type.type === 'cards' ? 2 : 3}
        placeholder={say(words.placeholder[type.type])}
        labelledBy={labelledBy}
        {...(describedBy === undefined ? {} : { describedBy })}
        invalid={fault !== null}
        onInput={(text) => onChange('text', text)}
      />
    )
  return (
    <div class="fields">
      {fieldsOf(type)
        .filter((field) => field !== 'choice' && field !== 'about')
        .map((field) => (
          <Labelled key={field} {...props} field={field} />
        ))}
    </div>
  )
}

const OPTIONAL = ['sector', 'who', 'by']
const LINES = ['term', 'who', 'by']

function Labelled({ type, fields, onChange, fault, field }: Props & { readonly field: string }): JSX.Element {
  const { lab } = usePanel()
  const id = useId()
  const column = type.type === 'table' ? type.columns.find((one) => one.id === field) : undefined
  const title: Bilingual = column?.title ?? words.fields[field as keyof typeof words.fields]
  const options = column?.options ?? (field === 'sector' && type.type === 'term' ? lab.items.value.lab['lab']?.sectors : undefined)
  const value = fields[field] ?? ''
  const invalid = fault?.field === field
  return (
    <div class={options ? 'labelled half' : 'labelled'}>
      <label for={id}>
        {say(title)}
        {OPTIONAL.includes(field) && type.type !== 'table' && <span class="muted"> ({say(words.optional)})</span>}
      </label>
      {options ? (
        <select id={id} class="field" data-field={field} value={value} onChange={(event) => onChange(field, event.currentTarget.value)}>
          <option value="">{say(words.choose)}</option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {say(option.title)}
            </option>
          ))}
        </select>
      ) : LINES.includes(field) && type.type !== 'table' ? (
        <input
          id={id}
          class="field"
          type="text"
          data-field={field}
          value={value}
          aria-invalid={invalid ? true : undefined}
          onInput={(event) => onChange(field, event.currentTarget.value)}
        />
      ) : (
        <GrowingText id={id} field={field} value={value} rows={1} invalid={invalid} onInput={(text) => onChange(field, text)} />
      )}
    </div>
  )
}
