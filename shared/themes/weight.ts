import type { Bilingual } from '../words/bilingual.ts'

/** Where a note comes from. Null: nobody knows, as with anonymous notes. */
export interface Origin {
  readonly person: string | null
  readonly group: string | null
  readonly meeting: number
  readonly sector: string | null
}

/** Who stands behind a theme. With fewer than five people there are no figures but that of notes: who they are might be told from them. */
export interface Weight {
  readonly theme: string
  readonly notes: number
  readonly breakdown: { readonly people: number; readonly groups: number; readonly meetings: number; readonly sectors: number } | null
  /** Why it stands where it stands. */
  readonly why: Bilingual
}

const FEWEST = 5

/**
 * Themes in the order of their weight: by how many sectors stand behind them, then by people, groups, meetings and notes. Those with fewer than five known people
 * follow, by notes alone. Ties keep the order they came in.
 */
export function weighThemes(
  themes: readonly { readonly id: string; readonly notes: readonly string[] }[],
  origins: ReadonlyMap<string, Origin>,
): Weight[] {
  const weights = themes.map(({ id, notes }) => {
    const from = notes.flatMap((note) => origins.get(note) ?? [])
    const people = kinds(from.map(({ person }) => person))
    const [groups, meetings, sectors] = [
      kinds(from.map(({ group }) => group)),
      kinds(from.map(({ meeting }) => meeting)),
      kinds(from.map(({ sector }) => sector)),
    ]
    const breakdown = people < FEWEST ? null : { people, groups, meetings, sectors }
    return { theme: id, notes: notes.length, breakdown, why: whyOf(notes.length, breakdown) }
  })
  return weights.sort((one, other) => compare(ranks(one), ranks(other)))
}

const kinds = (values: readonly (string | number | null)[]): number => new Set(values.filter((value) => value !== null)).size

const ranks = ({ breakdown, notes }: Weight): number[] =>
  breakdown ? [1, breakdown.sectors, breakdown.people, breakdown.groups, breakdown.meetings, notes] : [0, notes]

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [place, value] of one.entries()) if (value !== other[place]) return (other[place] ?? 0) - value
  return 0
}

const some = (many: number, [one, more]: readonly [string, string]): string => `${many} ${many === 1 ? one : more}`

function whyOf(notes: number, breakdown: Weight['breakdown']): Bilingual {
  const counted = { it: some(notes, ['contributo', 'contributi']), en: some(notes, ['contribution', 'contributions']) }
  if (!breakdown)
    return {
      it: `Meno di ${FEWEST} persone note: conta solo il numero di contributi (${counted.it}).`,
      en: `Fewer than ${FEWEST} known people: only the number of contributions counts (${counted.en}).`,
    }
  const { sectors, people, groups, meetings } = breakdown
  const it = [
    some(people, ['persona', 'persone']),
    some(groups, ['gruppo', 'gruppi']),
    some(meetings, ['incontro', 'incontri']),
    counted.it,
  ]
  const en = [some(people, ['person', 'people']), some(groups, ['group', 'groups']), some(meetings, ['meeting', 'meetings']), counted.en]
  return {
    it: `Prima contano i settori: qui ${sectors}. Poi ${it.join(', ')}.`,
    en: `Sectors count first: ${sectors} here. Then ${en.join(', ')}.`,
  }
}
