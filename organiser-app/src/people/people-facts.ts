import type { PersonItem } from '@telaio/shared/view'
import type { Role } from '@telaio/shared/lab'

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const byName = (a: PersonItem, b: PersonItem): number => a.name.localeCompare(b.name, 'it') || (a.id < b.id ? -1 : 1)

/** People still in the lab, by name. */
export const activePeople = (people: Readonly<Record<string, PersonItem>>): PersonItem[] =>
  Object.values(people)
    .filter((one) => !one.erased)
    .sort(byName)

/** People who take part in groups. */
export const participants = (people: Readonly<Record<string, PersonItem>>): PersonItem[] =>
  activePeople(people).filter((one) => one.roles.includes('participant'))

export interface PeopleFilter {
  readonly text: string
  /** A sector's id; `none` for people without one; empty for all. */
  readonly sector: string
  readonly role: Role | ''
  readonly state: '' | 'not-invited' | 'no-email' | 'no-group'
}
export const NO_FILTER: PeopleFilter = { text: '', sector: '', role: '', state: '' }

/** Every word of the text must stand somewhere in what is known of the person; accents and case do not matter. */
export function filterPeople(people: readonly PersonItem[], { text, sector, role, state }: PeopleFilter): PersonItem[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return people.filter((one) => {
    const all = folded([one.name, one.email, one.organisation, one.profession, one.territory].join(' '))
    if (!words.every((word) => all.includes(word))) return false
    if (sector !== '' && (sector === 'none' ? one.sector !== null : one.sector !== sector)) return false
    if (role !== '' && !one.roles.includes(role)) return false
    if (state === 'not-invited') return !canEnter(one)
    if (state === 'no-email') return one.email === null
    if (state === 'no-group') return one.roles.includes('participant') && !one.groups.some((group) => group.startsWith('g'))
    return true
  })
}

/** True where the person has a way in: an invite, a confirmed Zoom name, or an account of their own. */
export const canEnter = (person: PersonItem): boolean => person.invited || person.bound || person.roles.includes('organiser')

export interface SectorCount {
  readonly sector: string | null
  readonly count: number
}

/** How many of each sector, in the lab's order of sectors; those without one last. Sectors with nobody are listed too. */
export function countSectors(people: readonly Pick<PersonItem, 'sector'>[], sectors: readonly { readonly id: string }[]): SectorCount[] {
  const counts = sectors.map(({ id }): SectorCount => ({ sector: id, count: people.filter((one) => one.sector === id).length }))
  const none = people.filter((one) => one.sector === null || !sectors.some(({ id }) => id === one.sector)).length
  return none > 0 ? [...counts, { sector: null, count: none }] : counts
}

/** The roles after one was switched: an observer holds no other, and nobody is left without any. */
export function switchRole(roles: readonly Role[], role: Role): Role[] {
  if (roles.includes(role)) return roles.length > 1 ? roles.filter((one) => one !== role) : [...roles]
  return role === 'observer' ? ['observer'] : [...roles.filter((one) => one !== 'observer'), role]
}

/** What is wrong with an e-mail address before it is sent; the server has the last word. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254

/** True for whoever prepares or conducts the lab: their invite leads into the console. */
export const conducts = ({ roles }: Pick<PersonItem, 'roles'>): boolean => roles.includes('organiser') || roles.includes('facilitator')
