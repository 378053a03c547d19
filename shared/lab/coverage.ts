/** With fewer people behind it, a figure might tell who they are: it is not given. */
export const FEWEST_PEOPLE = 5

/** A note as coverage counts it. */
export interface CoveredNote {
  readonly id: string
  readonly meeting: number
  /** Id of the group it was written in (`g3`, `m1/x2-3`, `m1/all`). */
  readonly group: string
  /** Null: nobody knows, as with notes without author. */
  readonly person: string | null
  readonly sector: string | null
}

export interface Share {
  readonly key: string
  readonly notes: number
  /** Of those, how many an entry of the canvas cites; null where fewer than five people stand behind the row, or what is left of a total by it. */
  readonly used: number | null
}

export interface Coverage {
  readonly notes: number
  readonly used: number
  readonly aside: number
  readonly meetings: readonly Share[]
  readonly groups: readonly Share[]
  readonly sectors: readonly Share[]
  /** Notes of which nobody knows the sector, as those without author; null where there are none. */
  readonly unknown: Share | null
}

/**
 * What share of the notes of each meeting, group and sector reached the canvas. A sector with fewer than five known people is not broken down; where one such sector alone
 * would follow from the total and the others, a second one is kept back with it. Meetings and groups are what everybody reads anyway: they are always given.
 */
export function coverageOf(notes: readonly CoveredNote[], cited: ReadonlySet<string>, aside: ReadonlySet<string>): Coverage {
  const rows = (keyOf: (note: CoveredNote) => string | null) => {
    const found = new Map<string, CoveredNote[]>()
    for (const note of notes) {
      const key = keyOf(note)
      if (key === null) continue
      const there = found.get(key)
      if (there) there.push(note)
      else found.set(key, [note])
    }
    return [...found]
  }
  const share = ([key, those]: readonly [string, readonly CoveredNote[]]): Share => ({
    key,
    notes: those.length,
    used: those.filter(({ id }) => cited.has(id)).length,
  })
  const sectors = withheldWhereFew(
    rows(({ sector }) => sector),
    share,
  )
  const nameless = notes.filter(({ sector }) => sector === null)
  // given, it would let what is kept back be worked out more closely
  const isKept = sectors.some(({ used }) => used === null)
  const unknown = nameless.length === 0 ? null : { ...share(['', nameless]), ...(isKept ? { used: null } : {}) }
  return {
    notes: notes.length,
    used: notes.filter(({ id }) => cited.has(id)).length,
    aside: notes.filter(({ id }) => aside.has(id)).length,
    meetings: rows(({ meeting }) => String(meeting)).map(share),
    groups: rows(({ group }) => group).map(share),
    sectors,
    unknown,
  }
}

function withheldWhereFew(
  rows: readonly (readonly [string, readonly CoveredNote[]])[],
  share: (row: readonly [string, readonly CoveredNote[]]) => Share,
): Share[] {
  const people = rows.map(([, those]) => new Set(those.flatMap(({ person }) => person ?? [])).size)
  const few = new Set(people.flatMap((many, i) => (many < FEWEST_PEOPLE ? [i] : [])))
  // one alone could be worked out from the others
  if (few.size === 1 && rows.length > 1) {
    const [next] = people
      .map((many, i) => [many, i] as const)
      .filter(([, i]) => !few.has(i))
      .sort(([a], [b]) => a - b)
    if (next) few.add(next[1])
  }
  return rows.map((row, i) => (few.has(i) ? { ...share(row), used: null } : share(row)))
}
