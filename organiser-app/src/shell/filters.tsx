import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

/** The line of filters above a list. */
export function Filters({ children, shown }: { readonly children: ComponentChildren; readonly shown: ComponentChildren }): JSX.Element {
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      {children}
      <p class="muted shown" role="status">
        {shown}
      </p>
    </form>
  )
}

export interface SearchFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SearchField({ label, hint, value, onChange }: SearchFieldProps): JSX.Element {
  const id = useId()
  return (
    <div class="filter grow">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="field"
        type="search"
        {...(hint === undefined ? {} : { placeholder: hint })}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

export interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

export function ChoiceField({ label, value, options, onChange }: ChoiceFieldProps): JSX.Element {
  const id = useId()
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} class="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
