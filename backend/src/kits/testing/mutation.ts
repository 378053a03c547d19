import { type Item, lineAt, rewrite, type Spot, spotsOf, without } from './kit-text.ts'

/** A kit's files as texts, by path. */
export type Texts = ReadonlyMap<string, string>

/** One fault made in a kit: the files then, and where and how the check must name it. */
export interface Mutation {
  readonly kind: string
  /** Tells one mutation of a kind from another. */
  readonly place: string
  readonly texts: Texts
  readonly file: string
  /** Null: the whole file is meant. */
  readonly line: number | null
  /** In English, with what to do. */
  readonly says: RegExp
}

export const NOWHERE = 'C19.9'
export const MEETING = /^meetings\//
type Change = (
  spot: Spot,
  text: string,
  all: readonly Spot[],
) => { readonly text: string | null; readonly at: number; readonly after?: boolean } | null

export interface Kind {
  readonly name: string
  readonly says: RegExp
  /** Every place where this fault can be made. */
  readonly places: (kit: Parsed) => Mutation[]
}

export interface Parsed {
  readonly texts: Texts
  readonly spots: readonly Spot[]
  readonly items: readonly Item[]
}

export const pathIs = (path: readonly (string | number)[], pattern: string): boolean => {
  const parts = pattern.split('.')
  return parts.length === path.length && parts.every((part, i) => part === '*' || part === String(path[i]))
}
export const valueOf = (all: readonly Spot[], file: string, path: readonly (string | number)[]): unknown =>
  all.find((one) => one.file === file && one.path.join('.') === path.join('.'))?.value
/** A value beside this one, in the same map. */
export const beside = (all: readonly Spot[], { file, path }: Spot, key: string): unknown => valueOf(all, file, [...path.slice(0, -1), key])

/** A kind of fault made at a key: `change` gives the new text and the place in the old one (`after`: the new one) whose line must be named. */
export const atKey = (name: string, says: RegExp, where: (spot: Spot, all: readonly Spot[]) => boolean, change: Change): Kind => ({
  name,
  says,
  places: ({ texts, spots }) =>
    spots
      .filter((spot) => where(spot, spots))
      .flatMap((spot) => {
        const text = texts.get(spot.file) ?? ''
        const made = change(spot, text, spots)
        if (!made || made.text === null || made.text === text) return []
        const line = lineAt(made.after ? made.text : text, made.at)
        const place = `${spot.file} ${spot.path.join('.')}`
        return [{ kind: name, place, texts: new Map([...texts, [spot.file, made.text]]), file: spot.file, line, says }]
      }),
})

/** The value at these paths of meetings' files becomes another. */
export const valueBecomes = (
  name: string,
  says: RegExp,
  pattern: string,
  value: string | ((spot: Spot, all: readonly Spot[]) => string | null),
): Kind =>
  atKey(
    name,
    says,
    ({ file, path }) => MEETING.test(file) && pathIs(path, pattern),
    (spot, text, all) => {
      const written = typeof value === 'string' ? value : value(spot, all)
      return written === null ? null : { text: rewrite(text, spot, written), at: spot.keyAt }
    },
  )

/** A list item at these paths of meetings' files becomes another. */
export const itemBecomes = (name: string, says: RegExp, pattern: string, value: string): Kind => ({
  name,
  says,
  places: ({ texts, items }) =>
    items
      .filter(({ file, path }) => MEETING.test(file) && pathIs(path, pattern))
      .map((item) => {
        const text = texts.get(item.file) ?? ''
        const place = `${item.file} ${item.path.join('.')}`
        const changed = new Map([...texts, [item.file, rewrite(text, item, value)]])
        return { kind: name, place, texts: changed, file: item.file, line: lineAt(text, item.from), says }
      }),
})

export const isTranslation = ({ key, value }: Spot): boolean => (key === 'it' || key === 'en') && typeof value === 'string'
export const block = (pattern: string) => `agenda.*.${pattern}`
export const zone = (pattern: string) => `canvas.zones.*.${pattern}`

/** Takes a key out; the line is that of what must hold it. */
export const taken = (name: string, says: RegExp, where: (spot: Spot, all: readonly Spot[]) => boolean): Kind =>
  atKey(name, says, where, (spot, text) => {
    const { file, path } = spot
    const cut = without(text, spot)
    if (cut === null) return null
    // what held it may begin elsewhere now: its first key is the one that was second
    const holder = path.slice(0, -1).join('.')
    const left = spotsOf(file, cut).spots.find((one) => one.path.slice(0, -1).join('.') === holder)
    return left ? { text: cut, at: left.holderAt, after: true } : null
  })
