import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomLab, steps } from '../testing/random-lab.ts'
import { applyChanges, changesFor, type Items, partItems, partName, partsOf, type Viewer, viewOf } from './index.ts'

const RUNS = { numRuns: 120 }

/** `toEqual`, which takes a hundred times as long to say that two views are the same: asked only where they are not the same to the last key. */
function expectSame(view: Items, wanted: Items): void {
  if (!isDeepStrictEqual(view, wanted)) expect(view).toEqual(wanted)
}

describe('views and feeds', () => {
  it('[VW1] the view at a point with the changes to a later one is the view at the later one, for every viewer', () => {
    fc.assert(
      fc.property(steps(), fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { maxLength: 5 }), (todo, jumps) => {
        const { lab, viewers } = randomLab(todo)
        // roles are looked up at each point, as the backend does: a viewer who was given another role is still the same viewer
        const at = (viewer: Viewer, i: number) => ({
          viewer: { ...viewer, roles: viewer.person === null ? [] : (lab.scenes[i]?.lab.people.get(viewer.person)?.roles ?? []) },
          scene: lab.scenes[i] ?? lab.scene,
        })
        const spans = [...lab.scenes.keys()].slice(1).map((j) => [j - 1, j] as const)
        const far = jumps
          .map(([i, j]) => [Math.min(i, j) % lab.scenes.length, Math.max(i, j) % lab.scenes.length] as const)
          .filter(([i, j]) => i < j)
        for (const viewer of viewers()) {
          const views = lab.scenes.map((_, i) => viewOf(at(viewer, i).viewer, at(viewer, i).scene))
          for (const [i, j] of [...spans, ...far]) {
            const [before, after] = [views[i], views[j]]
            if (!before || !after) throw new Error(`there is no point ${i} or ${j}`)
            const changes = changesFor(at(viewer, i), at(viewer, j))
            const reached = applyChanges(before, changes)
            expectSame(reached, after)
            expectSame(applyChanges(reached, changes), reached) // [VW2]
          }
        }
      }),
      RUNS,
    )
  }, 300_000)

  it('[VW4] no two parts of a viewer hold the same item', () => {
    fc.assert(
      fc.property(steps(), (todo) => {
        const { lab, viewers } = randomLab(todo)
        for (const viewer of viewers()) {
          const seen = new Map<string, string>()
          for (const part of partsOf(viewer, lab.scene))
            for (const [collection, id] of partItems(part, lab.scene)) {
              const key = `${collection}/${id}`
              expect(seen.get(key), key).toBeUndefined()
              seen.set(key, partName(part))
            }
        }
      }),
      RUNS,
    )
  }, 60_000)
})
