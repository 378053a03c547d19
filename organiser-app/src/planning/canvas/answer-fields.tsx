import type { JSX } from 'preact'
import type { AnswerType, Zone } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Field } from '../../shell/field.tsx'
import { answerOf, withAnswer } from './edit-zones.ts'
import { NamedList } from './named-list.tsx'
import { answerChoices, zoneWords as our } from './words.ts'
import { NOTHING } from '../two-languages.tsx'

export interface AnswerFieldsProps {
  readonly zone: Zone
  /** Zones whose notes it may judge. */
  readonly about: readonly { readonly id: string; readonly text: string }[]
  /** People have written in it: its type and its parts stay. */
  readonly written: boolean
  readonly onChange: (next: Zone, typed: boolean) => void
}

const isType = (text: string): text is AnswerType['type'] => text in answerChoices

/** The type of answer and what belongs to it. */
export function AnswerFields({ zone, about, written, onChange }: AnswerFieldsProps): JSX.Element {
  const { answer } = zone
  const set = (next: AnswerType, typed = false) => onChange(withAnswer(zone, next), typed)
  return (
    <>
      <div class="row">
        <Field name="answer" label={say(our.answer)} {...(written ? { hint: say(our.inUse) } : {})}>
          {(props) => (
            <select
              {...props}
              disabled={written}
              value={answer.type}
              onChange={(event) => {
                const type = event.currentTarget.value
                if (isType(type)) set(answerOf(type, about.at(-1)?.id ?? ''))
              }}
            >
              {Object.entries(answerChoices).map(([type, text]) => (
                <option key={type} value={type}>
                  {say(text)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {'on' in answer && (
          <Field name="on" label={say(our.about)}>
            {(props) => (
              <select
                {...props}
                disabled={written}
                value={answer.on}
                onChange={(event) => set({ ...answer, on: event.currentTarget.value })}
              >
                {!about.some(({ id }) => id === answer.on) && <option value={answer.on}>{answer.on || say(our.noAbout)}</option>}
                {about.map(({ id, text }) => (
                  <option key={id} value={id}>
                    {text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {answer.type === 'votes' && (
          <Field name="dots" label={say(our.dots)}>
            {(props) => (
              <input
                {...props}
                type="number"
                min={1}
                max={20}
                value={answer.dots}
                onInput={(event) => {
                  const dots = Math.floor(event.currentTarget.valueAsNumber)
                  if (dots >= 1 && dots <= 20) set({ ...answer, dots }, true)
                }}
              />
            )}
          </Field>
        )}
      </div>
      {answer.type === 'rating' && (
        <NamedList
          legend={say(our.criteria)}
          prefix="criterion"
          items={answer.criteria}
          least={1}
          itemLabel={our.criterion}
          addLabel={say(our.addCriterion)}
          stays={written}
          onChange={(criteria, typed) => set({ ...answer, criteria }, typed)}
        />
      )}
      {answer.type === 'table' && <Columns answer={answer} written={written} onChange={set} />}
    </>
  )
}

type Table = Extract<AnswerType, { type: 'table' }>

function Columns({
  answer,
  written,
  onChange,
}: {
  readonly answer: Table
  readonly written: boolean
  readonly onChange: (next: Table, typed?: boolean) => void
}): JSX.Element {
  const { columns } = answer
  const change = (at: number, column: Table['columns'][number], typed: boolean) =>
    onChange({ ...answer, columns: columns.with(at, column) }, typed)
  return (
    <NamedList
      legend={say(our.columns)}
      prefix="column"
      items={columns}
      least={2}
      itemLabel={our.column}
      addLabel={say(our.addColumn)}
      stays={written}
      onChange={(next, typed) => onChange({ ...answer, columns: next }, typed)}
      more={({ options, ...column }, i) => (
        <>
          <label class="tick-line">
            <input
              type="checkbox"
              checked={options !== undefined}
              disabled={written}
              onChange={(event) =>
                change(
                  i,
                  event.currentTarget.checked
                    ? {
                        ...column,
                        options: [
                          { id: 'option-1', title: NOTHING },
                          { id: 'option-2', title: NOTHING },
                        ],
                      }
                    : column,
                  false,
                )
              }
            />
            {say(our.useOptions, { n: i + 1 })}
          </label>
          {options && (
            <NamedList
              legend={say(our.options, { n: i + 1 })}
              prefix="option"
              items={options}
              least={2}
              most={12}
              itemLabel={our.option}
              addLabel={say(our.addOption)}
              stays={written}
              onChange={(next, typed) => change(i, { ...column, options: next }, typed)}
            />
          )}
        </>
      )}
    />
  )
}
