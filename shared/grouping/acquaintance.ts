import type { Groups } from '../groups/index.ts'

/** Who meets whom, over the rounds of a plan. */
export interface Acquaintance {
  /** Rounds (from 0) in which two people are in one group. */
  readonly rounds: (a: string, b: string) => readonly number[]
  /** Everybody that somebody meets, with how often. */
  readonly of: (person: string) => ReadonlyMap<string, number>
}

const NONE: readonly number[] = []

export function acquaintanceOf(meetings: readonly Groups[]): Acquaintance {
  const table = new Map<string, Map<string, number[]>>()
  const note = (a: string, b: string, round: number): void => {
    const row = table.get(a) ?? new Map<string, number[]>()
    row.set(b, [...(row.get(b) ?? NONE), round])
    table.set(a, row)
  }
  for (const [round, groups] of meetings.entries())
    for (const group of groups) for (const a of group) for (const b of group) if (a !== b) note(a, b, round)
  return {
    rounds: (a, b) => table.get(a)?.get(b) ?? NONE,
    of: (person) => new Map([...(table.get(person) ?? [])].map(([other, rounds]) => [other, rounds.length])),
  }
}
