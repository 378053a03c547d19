import type { JSX } from 'preact'
import type { EntryItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { Field } from '../shell/field.tsx'

/** A text cut to what a list of choices has room for. */
export const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)

/** Entries one can choose among: those of the same block first. */
export function useOthers(entry: EntryItem): EntryItem[] {
  const lab = useLab()
  return Object.values(lab.items.entries.value)
    .filter((one) => one.id !== entry.id && !one.withheld)
    .sort(
      (a, b) =>
        Number(b.block === entry.block) - Number(a.block === entry.block) ||
        Number(a.block.slice(1)) - Number(b.block.slice(1)) ||
        a.position - b.position,
    )
}

export function Chooser({
  label,
  name,
  value,
  others,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly others: readonly EntryItem[]
  readonly onChange: (id: string) => void
}): JSX.Element {
  return (
    <Field name={name} label={label}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.block} · {short(one.text)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
