import { smallKit } from './small-kit.ts'
import { checkKit, Kit, type KitFault, Method } from '../kit/index.ts'

/** A kit whose every part may be changed by hand. */
export type Draft<T> = T extends readonly (infer U)[] ? Draft<U>[] : T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T

export const faultsOf = (change: (kit: Draft<Kit>) => void, repertoire?: ReadonlySet<string>): readonly KitFault[] => {
  const kit = structuredClone<Draft<Kit>>(smallKit)
  change(kit)
  // faults that a schema would see are not for this check
  return checkKit(Kit.parse(kit), repertoire)
}
/** The one at this place, which is there. */
export function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`the small kit has no number ${place} here`)
  return found
}
export const meeting = (kit: Draft<Kit>, m: number) => at(kit.meetings, m)
export const zone = (kit: Draft<Kit>, m: number, z: number) => at(meeting(kit, m).canvas.zones, z)
export const block = (kit: Draft<Kit>, m: number, b: number) => at(meeting(kit, m).agenda, b)

export const both = (text: string) => ({ it: text, en: text })
const DOTS: Method = Method.parse({
  id: 'dots',
  title: both('Dots'),
  summary: both('Dots'),
  when: both('Late'),
  purposes: ['choose'],
  minutes: { least: 5, most: 15 },
  people: { least: 3, most: 30, arrangement: both('All') },
  steps: [{ text: both('Vote') }],
  licence: 'CC0-1.0',
  credit: both('Ours'),
  brings: {
    blocks: [
      {
        id: 'write',
        kind: 'mixed-groups',
        minutes: 5,
        title: both('Write'),
        prompt: both('Write'),
        groups: 'mixed',
        size: 4,
        rooms: true,
        zones: ['ideas'],
      },
      { id: 'vote', kind: 'plenary', minutes: 5, title: both('Vote'), prompt: both('Vote'), groups: 'none', rooms: false, zones: ['dots'] },
    ],
    zones: [
      { id: 'ideas', title: both('Ideas'), question: both('Which?'), answer: { type: 'cards' }, expected: 6 },
      { id: 'dots', title: both('Dots'), question: both('Best?'), answer: { type: 'votes', dots: 3, on: 'ideas' }, expected: 6 },
    ],
  },
})
export const method = (kit: Draft<Kit>): Draft<Method> => {
  kit.methods = [structuredClone<Draft<Method>>(DOTS)]
  return at(kit.methods, 0)
}
export const brings = (kit: Draft<Kit>) => method(kit).brings

export type Case = [what: string, change: (kit: Draft<Kit>) => unknown, path: string, code: KitFault['code'], facts: KitFault['facts']]
