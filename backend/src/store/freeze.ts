import { type Lab, Table } from '@telaio/shared/lab'

/** Freezes plain data all the way down; what is frozen already is taken to be so below too. */
export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) freezeDeep(inner)
  return value
}

/** Freezes a lab, looking only at what is not shared with `known`, a lab frozen before: a table cannot be changed from outside, its values could. */
export function freezeLab(lab: Lab, known: Lab): Lab {
  if (lab === known) return lab
  const fields = known as unknown as Readonly<Record<string, unknown>>
  for (const [key, value] of Object.entries(lab)) {
    if (value === fields[key]) continue
    if (!(value instanceof Table)) freezeDeep(value)
    else for (const id of Table.changed(fields[key] as Table<unknown>, value)) freezeDeep(value.get(id))
  }
  return Object.freeze(lab)
}
