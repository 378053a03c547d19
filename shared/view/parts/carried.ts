import { carriedInto, carriedKey, openingOf } from '../../lab/index.ts'
import { NOBODY, type Projection, whole } from '../projection.ts'
import { shownAnswer } from '../show.ts'
import type { CarriedItem, OpeningItem } from '../carried-items.ts'
import type { Part, Scene } from '../viewer.ts'

/** Worked out once for all who look: for each lab, what its meetings to come start from. */
const known = new WeakMap<
  object,
  { readonly carried: readonly (readonly [string, CarriedItem])[]; readonly opening: readonly OpeningItem[] }
>()

function beginnings(scene: Scene) {
  const { lab } = scene
  const found = known.get(lab)
  if (found) return found
  const from = (id: string) => {
    const note = lab.contributions.get(id)
    return note && { from: { meeting: note.meeting, group: note.group, zone: note.zone }, answer: shownAnswer(scene, note.answer) }
  }
  const carried = Object.values(lab.meetings)
    .filter(({ status }) => status !== 'closed')
    .flatMap(({ number }) =>
      carriedInto(lab, number).flatMap((one) => {
        const source = from(one.contribution)
        if (!source) return []
        const { contribution, to, late, takenUp } = one
        return [[carriedKey(one), { contribution, ...to, ...source, late, takenUp }] as const]
      }),
    )
  const next = Object.values(lab.meetings)
    .filter(({ status }) => status !== 'closed')
    .map(({ number }) => number)
    .sort((a, b) => a - b)[0]
  const opening =
    next === undefined
      ? []
      : openingOf(lab, next).flatMap((one) => {
          const source = from(one.contribution)
          return source ? [{ ...one, meeting: next, ...source }] : []
        })
  const made = { carried, opening }
  known.set(lab, made)
  return made
}

/** The two collections of what the meetings to come start from, for those of whom `mine` says that a group's are theirs to read. */
export const beginningsFor = <P extends Part>(mine: (group: string | null, part: P) => boolean): readonly Projection<P>[] => [
  {
    ...whole<P, 'carried'>('carried', (scene, part) => beginnings(scene).carried.filter(([, { group }]) => mine(group, part)), carryRev),
    owners,
  },
  {
    ...whole<P, 'opening'>(
      'opening',
      (scene, part) => beginnings(scene).opening.flatMap((one) => (mine(one.group, part) ? [[one.contribution, one] as const] : [])),
      carryRev,
    ),
    owners,
  },
]

const carryRev = ({ lab }: Scene): unknown[] => [lab.carryRev]
const owners = (before: Scene, after: Scene): ReadonlySet<string> | null => (before.lab.carryRev === after.lab.carryRev ? NOBODY : null)
