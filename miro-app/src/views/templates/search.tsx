import type { Signal } from '@preact/signals'
import { type MethodPurpose, methodPurposes } from '@telaio/shared/kit'
import { type MethodFilters, PURPOSE_WORDS } from '@telaio/shared/methods'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { templateWords as our } from '../../words/templates.ts'

type Filters = Pick<MethodFilters, 'minutes' | 'people' | 'purpose'>
export const noFilters: Filters = {}

const MINUTES = [15, 30, 45, 60, 90, 120] as const
const PEOPLE_MOST = 500

/** What is looked for, by words and by what there is. */
export function Search({
  query,
  filters,
  onChange,
}: {
  readonly query: Signal<string>
  readonly filters: Signal<Filters>
  readonly onChange: () => void
}): JSX.Element {
  const id = useId()
  const set = (more: Filters): void => {
    filters.value = { ...filters.value, ...more }
    onChange()
  }
  const { minutes, people, purpose } = filters.value
  return (
    <form class="form" role="search" onSubmit={(event) => event.preventDefault()}>
      <label for={`${id}-q`}>{say(our.search)}</label>
      <input
        id={`${id}-q`}
        class="field"
        type="search"
        autocomplete="off"
        maxLength={80}
        aria-describedby={`${id}-h`}
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value
          onChange()
        }}
      />
      <p class="hint" id={`${id}-h`}>
        {say(our.searchHint)}
      </p>
      <details>
        <summary>{say(our.filters)}</summary>
        <div class="form">
          <label for={`${id}-m`}>{say(our.minutes)}</label>
          <select
            id={`${id}-m`}
            class="field"
            value={String(minutes ?? '')}
            onChange={({ currentTarget: { value } }) => set({ minutes: value === '' ? undefined : Number(value) })}
          >
            <option value="">{say(our.anyMinutes)}</option>
            {MINUTES.map((n) => (
              <option key={n} value={String(n)}>
                {say(our.minutesOf, { n })}
              </option>
            ))}
          </select>
          <label for={`${id}-p`}>{say(our.people)}</label>
          <input
            id={`${id}-p`}
            class="field"
            type="number"
            min={1}
            max={PEOPLE_MOST}
            value={people ?? ''}
            onInput={({ currentTarget }) => {
              const n = currentTarget.valueAsNumber
              set({ people: Number.isInteger(n) && n >= 1 && n <= PEOPLE_MOST ? n : undefined })
            }}
          />
          <label for={`${id}-u`}>{say(our.purpose)}</label>
          <select
            id={`${id}-u`}
            class="field"
            value={purpose ?? ''}
            onChange={({ currentTarget: { value } }) => set({ purpose: methodPurposes.find((one) => one === value) })}
          >
            <option value="">{say(our.anyPurpose)}</option>
            {methodPurposes.map((one: MethodPurpose) => (
              <option key={one} value={one}>
                {say(PURPOSE_WORDS[one])}
              </option>
            ))}
          </select>
        </div>
      </details>
    </form>
  )
}
