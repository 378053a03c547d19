import { describe, expect, it } from 'vitest'
import { EMPTY_SERVER_RECORD, type OwnKit, type OwnKits, type ServerRecord, type ServerStore } from '../ports/index.ts'
import { testId } from '../testing/commits.ts'
import { smallKit } from '../testing/small-kit.ts'
import { expectCode, type StoreHarness, tidy, vandalise } from './harness.ts'

const spend =
  (link: string) =>
  (record: ServerRecord): ServerRecord => ({ ...record, spent: { ...record.spent, [link]: '2026-01-01T00:00:00.000Z' } })
const ACCOUNT = { id: testId('acc', 1), name: 'Ada', email: null, subject: null, createdAt: '2026-01-01T00:00:00.000Z' }

const KIT: OwnKit = { name: 'ours', kit: smallKit, owner: ACCOUNT.id, rev: 1, at: '2026-01-01T00:00:00.000Z' }
const keep =
  (row: OwnKit) =>
  (kits: OwnKits): OwnKits => ({ ...kits, [row.name]: row })

/** Rules SS1–SS4 of `SPEC.md`, on any adapter. */
export function serverStoreContract(name: string, harness: StoreHarness<ServerStore>): void {
  describe(`${name}: ServerStore`, () => {
    const { open, reopen } = tidy(harness)

    it('[SS1] begins empty', async () => {
      expect(await (await open()).read()).toEqual(EMPTY_SERVER_RECORD)
    })

    it('[SS1] changes run one at a time, each on the newest record', async () => {
      const store = await open()
      const given = await Promise.all(Array.from({ length: 40 }, (_, n) => store.update(spend(`link-${n}`))))
      expect(Object.keys(given.at(-1)?.spent ?? {})).toHaveLength(40)
      expect(Object.keys((await store.read()).spent)).toHaveLength(40)
      expect(Object.keys((await (await reopen(store)).read()).spent)).toHaveLength(40)
    })

    it('[SS1] of many who spend one link, one does', async () => {
      const store = await open()
      const once = async () => {
        let won = false
        await store.update((record) => {
          won = !('link' in record.spent)
          return won ? spend('link')(record) : record
        })
        return won
      }
      expect((await Promise.all(Array.from({ length: 10 }, once))).filter(Boolean)).toHaveLength(1)
    })

    it('[SS2] a change that throws saves nothing', async () => {
      const store = await open()
      await store.update(spend('first'))
      const fault = new Error('a fault of the change')
      await expect(
        store.update(() => {
          throw fault
        }),
      ).rejects.toBe(fault)
      expect(Object.keys((await store.update(spend('second'))).spent)).toEqual(['first', 'second'])
    })

    it('[SS3] opened again, the record is the same', async () => {
      const store = await open()
      await store.update((record) => ({ ...spend('link')(record), accounts: { [ACCOUNT.id]: ACCOUNT } }))
      const record = await store.read()
      expect(await (await reopen(store)).read()).toEqual(record)
    })

    it('[SS1] what a caller does to a record it was given does not reach the store', async () => {
      const store = await open()
      const mine = structuredClone(ACCOUNT)
      vandalise(await store.update((record) => ({ ...record, accounts: { [mine.id]: mine } })))
      vandalise(mine)
      vandalise(await store.read())
      expect((await store.read()).accounts).toEqual({ [ACCOUNT.id]: ACCOUNT })
    })

    it('[SS4] kits begin empty, are kept apart from the record, and are the same when opened again', async () => {
      const store = await open()
      expect(await store.kits()).toEqual({})
      await Promise.all([store.updateKits(keep(KIT)), store.updateKits(keep({ ...KIT, name: 'theirs' })), store.update(spend('link'))])
      expect(Object.keys(await store.kits())).toEqual(['ours', 'theirs'])
      expect(JSON.stringify(await store.read())).not.toContain('theirs')
      const again = await reopen(store)
      expect(await again.kits()).toEqual({ ours: KIT, theirs: { ...KIT, name: 'theirs' } })
      await again.updateKits(({ ours: _gone, ...others }) => others)
      expect(Object.keys(await (await reopen(again)).kits())).toEqual(['theirs'])
    })

    it('[SS4] of many who save one kit over the same revision, one does', async () => {
      const store = await open()
      await store.updateKits(keep(KIT))
      const save = async (n: number) => {
        let won = false
        await store.updateKits((kits) => {
          won = kits['ours']?.rev === 1
          return won ? keep({ ...KIT, rev: 2, at: `${n}` })(kits) : kits
        })
        return won
      }
      expect((await Promise.all(Array.from({ length: 10 }, (_, n) => save(n)))).filter(Boolean)).toHaveLength(1)
    })

    it('[SS4] a change of kits that throws saves nothing, and what a caller does to kits does not reach the store', async () => {
      const store = await open()
      await store.updateKits(keep(KIT))
      const fault = new Error('a fault of the change')
      await expect(
        store.updateKits(() => {
          throw fault
        }),
      ).rejects.toBe(fault)
      vandalise(await store.kits())
      vandalise(await store.updateKits((kits) => ({ ...kits })))
      expect(await store.kits()).toEqual({ ours: KIT })
    })

    it('[SS1] close lets updates under way finish; afterwards all throws closed', async () => {
      const store = await open()
      const under = store.update(spend('link'))
      await store.close()
      expect(Object.keys((await under).spent)).toEqual(['link'])
      await expectCode(store.kits(), 'closed')
      await expectCode(store.updateKits(keep(KIT)), 'closed')
      await expectCode(store.read(), 'closed')
      await expectCode(store.update(spend('late')), 'closed')
    })
  })
}
