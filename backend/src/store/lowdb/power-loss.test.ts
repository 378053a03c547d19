import type { Lab } from '@telaio/shared/lab'
import { EMPTY_SERVER_RECORD } from '@telaio/shared/ports'
import { createdCommit, labText, noteCommit, redaction, testCommand, testId } from '@telaio/shared/testing'
import { describe, expect, it } from 'vitest'
import type { Stores } from '../index.ts'
import { MemoryLabStore } from '../memory/lab-store.ts'
import { cutEverywhere } from '../testing/cut-power.ts'

const A = testId('lab', 1)
const NOTES = [1, 2, 3, 4]
const SECRET = 'words of note 2'

const note =
  (n: number, text = `words of note ${n}`, edits: readonly string[] = []) =>
  (lab: Lab) => ({ commit: noteCommit(lab, { n, text, edits }), result: n })
const redact = (n: number) => (lab: Lab) => ({ ...redaction(lab, testId('con', n)), result: n })

const withNotes = async ({ labs }: Stores) => {
  await labs.create(A, createdCommit(A))
  for (const n of NOTES) await labs.commit(A, note(n))
}

/** The lab is what its log folds to, whatever it was opened from. */
async function expectFolded({ labs }: Stores): Promise<Lab> {
  const { lab } = await labs.head(A)
  const memory = new MemoryLabStore()
  const folded = await memory.restore(A, await labs.dump(A))
  expect(labText(lab)).toBe(labText(folded.lab))
  const events = await labs.events(A)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  return lab
}

const spent = (link: string) => ({ ...EMPTY_SERVER_RECORD, spent: { [link]: '2026-01-01T00:00:00.000Z' } })
const person = (name: string) => ({ kind: 'person', name }) as const
const row = (n: number) => testId('reg', n)

describe('a power loss at any moment', () => {
  it.each([1000, 1])(
    '[LS2] [CMD4] of commits leaves each whole or not there, those acknowledged there (a snapshot every %s)',
    async (snapshotEvery) => {
      let acknowledged = new Set<number>()
      await cutEverywhere({
        snapshotEvery,
        before: async (stores) => {
          acknowledged = new Set()
          await withNotes(stores)
        },
        act: ({ labs }) =>
          Promise.all(
            [5, 6, 7].map((n) => labs.commit(A, note(n, `begin ${n}`, [`go on ${n}`, `end ${n}`])).then(() => acknowledged.add(n))),
          ),
        after: async (stores) => {
          const lab = await expectFolded(stores)
          for (const n of acknowledged) expect(lab.receipts.has(testCommand(n))).toBe(true)
          for (const n of [5, 6, 7]) {
            const found = lab.contributions.get(testId('con', n))
            expect(found?.answer).toEqual(found && { type: 'cards', text: `end ${n}` })
            expect(lab.receipts.has(testCommand(n))).toBe(found !== undefined)
          }
        },
      })
    },
  )

  it.each([1000, 1])(
    '[LS9] [RED1] of a redaction leaves the old log or the new one, and once acknowledged the words nowhere (a snapshot every %s)',
    async (snapshotEvery) => {
      let seen = { redacted: 0, whole: 0 }
      const cuts = await cutEverywhere({
        snapshotEvery,
        before: withNotes,
        act: ({ labs }) => labs.commit(A, redact(2)),
        after: async (stores, { done, atOnce, text }) => {
          expect(done && atOnce.includes(SECRET)).toBe(false)
          const lab = await expectFolded(stores)
          const events = JSON.stringify(await stores.labs.events(A))
          const redacted = events.includes('textRedacted')
          expect(events.includes(SECRET)).toBe(!redacted)
          expect(lab.contributions.get(testId('con', 2))?.redacted).toBe(redacted)
          // whoever sends the redaction again is told that it is done: then it must be
          expect(redacted && text().includes(SECRET)).toBe(false)
          for (const n of [1, 3, 4]) expect(events).toContain(`words of note ${n}`)
          expect(done && !redacted).toBe(false)
          seen = { redacted: seen.redacted + Number(redacted), whole: seen.whole + Number(!redacted) }
        },
      })
      expect(Math.min(seen.redacted, seen.whole)).toBeGreaterThan(cuts / 10)
    },
  )

  it('[LS9] of a redaction among commits keeps the order', async () => {
    const acknowledged: number[] = []
    await cutEverywhere({
      snapshotEvery: 2,
      before: async (stores) => {
        acknowledged.length = 0
        await withNotes(stores)
      },
      act: async ({ labs }) => {
        const commits = [labs.commit(A, note(5)), labs.commit(A, redact(2)), labs.commit(A, note(6))]
        await Promise.all(commits.map((one, i) => one.then(() => acknowledged.push(i))))
      },
      after: async (stores) => {
        const lab = await expectFolded(stores)
        const there = [
          lab.receipts.has(testCommand(5)),
          lab.contributions.get(testId('con', 2))?.redacted,
          lab.receipts.has(testCommand(6)),
        ]
        // what is later is there only with what is earlier
        expect([
          [false, false, false],
          [true, false, false],
          [true, true, false],
          [true, true, true],
        ]).toContainEqual(there)
        for (const i of acknowledged) expect(there[i]).toBe(true)
      },
    })
  })

  it('[LS1] of a creation leaves a lab or none, and of a restoration too', async () => {
    let dump = ''
    for (const start of [({ labs }: Stores) => labs.create(A, createdCommit(A)), ({ labs }: Stores) => labs.restore(A, dump)]) {
      await cutEverywhere({
        before: async (stores) => {
          await withNotes(stores)
          dump = await stores.labs.dump(A)
          await stores.labs.delete(A)
        },
        act: start,
        after: async (stores, { done }) => {
          const ids = await stores.labs.list()
          expect(ids).toEqual(done || ids.length > 0 ? [A] : [])
          if (ids.length > 0) await expectFolded(stores)
          else await stores.labs.create(A, createdCommit(A))
        },
      })
    }
  })

  it('[LS11] of a deletion leaves the lab whole or nothing of it', async () => {
    await cutEverywhere({
      snapshotEvery: 2,
      before: withNotes,
      act: ({ labs }) => labs.delete(A),
      after: async (stores, { done, text }) => {
        const ids = await stores.labs.list()
        expect(ids).toEqual(!done && ids.length > 0 ? [A] : [])
        const seq = ids.length > 0 ? (await expectFolded(stores)).seq : 0
        expect(seq).toBe(text().includes('words of') ? 1 + NOTES.length : 0)
      },
    })
  })

  it('[RS1] [RS6] of a put leaves the register as before or as after', async () => {
    await cutEverywhere({
      before: ({ registers }) =>
        registers.put(A, [
          [row(1), person('Ada')],
          [row(2), person('Bea')],
        ]),
      act: ({ registers }) =>
        registers.put(A, [
          [row(2), person('Beatrice')],
          [row(3), person('Cleo')],
        ]),
      after: async ({ registers }, { done }) => {
        const rows = (await registers.rows(A)).toJSON()
        const old = [
          [row(1), person('Ada')],
          [row(2), person('Bea')],
        ]
        const fresh = [
          [row(1), person('Ada')],
          [row(2), person('Beatrice')],
          [row(3), person('Cleo')],
        ]
        expect(done ? [fresh] : [old, fresh]).toContainEqual(rows)
      },
    })
  })

  it('[RS3] [RS6] of a sweep leaves the rows or takes their last byte', async () => {
    await cutEverywhere({
      before: ({ registers }) =>
        registers.put(A, [
          [row(1), person('Ada Lovelace')],
          [row(2), person('Bea')],
        ]),
      act: ({ registers }) => registers.sweep(A, (id) => id === row(2)),
      after: async ({ registers }, { done, atOnce, text }) => {
        const rows = await registers.rows(A)
        expect(done && (atOnce.includes('Lovelace') || rows.has(row(1)))).toBe(false)
        expect(text().includes('Lovelace')).toBe(rows.has(row(1)))
        expect(rows.get(row(2))).toEqual(person('Bea'))
      },
    })
  })

  it('[SS3] of an update leaves the record as before or as after', async () => {
    await cutEverywhere({
      before: ({ server }) => server.update(() => spent('old')),
      act: ({ server }) => server.update(() => spent('new')),
      after: async ({ server }, { done }) => {
        expect(done ? [spent('new')] : [spent('old'), spent('new')]).toContainEqual(await server.read())
      },
    })
  })
})
