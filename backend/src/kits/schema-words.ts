import { KIT_FILE_NAMES, kitFileSchema } from './kit-schema.ts'

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Every map inside a JSON Schema. */
function* mapsIn(value: unknown): Generator<Record<string, unknown>> {
  if (!isMap(value)) return
  if (!Array.isArray(value)) yield value
  for (const inner of Object.values(value)) yield* mapsIn(inner)
}

/** Keys that any file of a kit may have, and the values by which a key tells one form from another (`type: cards`). */
function readSchemas(): { readonly keys: ReadonlySet<string>; readonly forms: ReadonlyMap<string, readonly string[]> } {
  const keys = new Set<string>()
  const forms = new Map<string, Set<string>>()
  for (const map of KIT_FILE_NAMES.flatMap((name) => [...mapsIn(kitFileSchema(name))])) {
    if (map['type'] === 'object' && isMap(map['properties'])) for (const key of Object.keys(map['properties'])) keys.add(key)
    for (const option of [map['oneOf'], map['anyOf']].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : [])))
      if (isMap(option) && isMap(option['properties']))
        for (const [key, value] of Object.entries(option['properties'])) {
          const { const: one, enum: many } = isMap(value) ? value : {}
          const values = Array.isArray(many) ? many : one === undefined ? [] : [one]
          if (values.length > 0) forms.set(key, new Set([...(forms.get(key) ?? []), ...values.map(String)]))
        }
  }
  return { keys, forms: new Map([...forms].map(([key, values]) => [key, [...values]])) }
}

let read: ReturnType<typeof readSchemas> | undefined
/** Read once, when the first fault is said. */
export const schemaWords = (): ReturnType<typeof readSchemas> => (read ??= readSchemas())
