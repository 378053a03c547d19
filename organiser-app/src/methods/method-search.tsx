import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { MethodPurpose, type Repertoire } from '@telaio/shared/kit'
import { PURPOSE_WORDS, searchMethods } from '@telaio/shared/methods'
import { count, language, say } from '@telaio/shared/ui'
import { Field } from '../shell/field.tsx'
import { ChoiceField, Filters, SearchField } from '../shell/filters.tsx'
import { methodWords as our } from './words.ts'

type Found = Repertoire['methods'][number]

/** The number of a field that is empty or not yet a number is none. */
const numberOf = (text: string): number | undefined => {
  const number = Number.parseInt(text, 10)
  return number > 0 ? number : undefined
}

/** A list of methods that one searches by words, purpose, minutes and people. */
export function MethodSearch({
  methods,
  children,
}: {
  readonly methods: readonly Found[]
  readonly children: (found: Found) => ComponentChildren
}): JSX.Element {
  const query = useSignal('')
  const purpose = useSignal('')
  const minutes = useSignal('')
  const people = useSignal('')
  const wished = MethodPurpose.safeParse(purpose.value)
  const found = searchMethods(methods, query.value, language.value, {
    minutes: numberOf(minutes.value),
    people: numberOf(people.value),
    purpose: wished.success ? wished.data : undefined,
  })
  const number = (name: string, label: string, field: typeof minutes) => (
    <div class="filter narrow">
      <Field name={name} label={label}>
        {(props) => (
          <input
            {...props}
            type="number"
            min={1}
            inputMode="numeric"
            value={field.value}
            onInput={(event) => (field.value = event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  )
  return (
    <>
      <Filters shown={found.length === 0 ? say(our.none) : count(found.length, our.foundOne, our.foundMany)}>
        <SearchField label={say(our.search)} hint={say(our.searchHint)} value={query.value} onChange={(text) => (query.value = text)} />
        <ChoiceField
          label={say(our.purpose)}
          value={purpose.value}
          options={[['', say(our.anyPurpose)] as const, ...MethodPurpose.options.map((one) => [one, say(PURPOSE_WORDS[one])] as const)]}
          onChange={(value) => (purpose.value = value)}
        />
        {number('minutes', say(our.minutes), minutes)}
        {number('people', say(our.people), people)}
      </Filters>
      <ul class="method-list">
        {found.map((method) => (
          <li key={method.id}>{children(method)}</li>
        ))}
      </ul>
    </>
  )
}
