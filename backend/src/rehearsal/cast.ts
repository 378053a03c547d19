import type { Consents } from '@telaio/shared/lab'
import { FAMILY_NAMES, FIRST_NAMES, OTHER_WORK, TERRITORIES, WORK } from './names.ts'
import type { Random } from './random.ts'

/** Somebody who takes part in a rehearsal: who they are, and what they are like. */
export interface Character {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly profession: string
  readonly sector: string
  readonly territory: string
  readonly role: 'participant' | 'facilitator' | 'observer'
  readonly consents: Consents
  /** What they care about, by the number of a theme. */
  readonly interest: number
}

export interface CastOptions {
  readonly participants: number
  readonly facilitators: number
  readonly observers: number
  /** Ids of the kit's sectors. */
  readonly sectors: readonly string[]
  /** How many themes there are. */
  readonly themes: number
}

/** Invents the people of a rehearsal: sectors in turn, no two of the same name. */
export function inventCast({ participants, facilitators, observers, sectors, themes }: CastOptions, random: Random): Character[] {
  const roles: Character['role'][] = [
    ...Array.from({ length: participants }, () => 'participant' as const),
    ...Array.from({ length: facilitators }, () => 'facilitator' as const),
    ...Array.from({ length: observers }, () => 'observer' as const),
  ]
  const firsts = random.shuffle(FIRST_NAMES)
  const families = random.shuffle(FAMILY_NAMES)
  return roles.map((role, i) => {
    const round = Math.floor(i / firsts.length)
    // the second time round every first name meets another family name
    const { name: first, form } = firsts[i % firsts.length] ?? { name: '', form: 'she' }
    const family = families[(i + round * 7) % families.length] ?? ''
    const sector = sectors[i % sectors.length] ?? ''
    const work = WORK[sector] ?? OTHER_WORK
    return {
      name: round < families.length ? `${first} ${family}` : `${first} ${family} ${round}`,
      email: `${plain(first)}.${plain(family)}${round === 0 ? '' : round + 1}@example.org`,
      organisation: random.pick(work.places),
      profession: random.pick(work.professions)[form],
      sector,
      territory: random.pick(TERRITORIES),
      role,
      consents: { name: random.chance(0.7), directory: random.chance(0.6), credits: random.chance(0.8) },
      interest: random.int(themes),
    }
  })
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
