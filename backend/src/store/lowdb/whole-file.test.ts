import { EMPTY_SERVER_RECORD } from '@telaio/shared/ports'
import { seeded, testId } from '@telaio/shared/testing'
import { describe, expect, it } from 'vitest'
import { SimulatedDisk } from '../files/testing/simulated-disk.ts'
import { openStores } from '../index.ts'
import type { StoreReport } from '../report.ts'
import { flip, tamper } from '../testing/tampering.ts'

const A = testId('lab', 1)
const B = testId('lab', 2)
const row = (n: number) => testId('reg', n)
const person = (name: string) => ({ kind: 'person', name }) as const

function onDisk() {
  const disk = new SimulatedDisk(seeded(3))
  const reports: StoreReport[] = []
  return { disk, reports, open: () => openStores({ dataDir: '/data', files: disk.files(), report: (one) => reports.push(one) }) }
}

describe('files that are written whole', () => {
  it('[RS6] no room: the register is as before, later puts succeed', async () => {
    const { disk, open } = onDisk()
    const { registers, close } = await open()
    await registers.put(A, [[row(1), person('Ada')]])
    disk.failNext('write', 'ENOSPC')
    const under = registers.put(A, [[row(2), person('Refused')]])
    const onIt = registers.put(A, [[row(3), person('Refused too')]])
    await expect(under).rejects.toMatchObject({ code: 'full' })
    await expect(onIt).rejects.toMatchObject({ code: 'full' })
    await registers.put(A, [[row(4), person('Dan')]])
    expect((await registers.rows(A)).toJSON().map(([id]) => id)).toEqual([row(1), row(4)])
    expect(disk.text()).not.toContain('Refused')
    await close()
  })

  it('[RS6] a failed sync closes that register for writing until restart, and no other', async () => {
    const { disk, open, reports } = onDisk()
    const first = await open()
    await first.registers.put(A, [[row(1), person('Ada')]])
    disk.failNext('sync', 'EIO')
    await expect(first.registers.put(A, [[row(2), person('Bea')]])).rejects.toMatchObject({ code: 'read_only' })
    await expect(first.registers.put(A, [[row(3), person('Cleo')]])).rejects.toMatchObject({ code: 'read_only' })
    expect((await first.registers.rows(A)).size).toBe(1)
    await first.registers.put(B, [[row(1), person('Dan')]])
    expect(reports).toMatchObject([{ what: 'read-only' }])
    await first.close()
    const again = await open()
    await again.registers.put(A, [[row(3), person('Cleo')]])
    expect((await again.registers.rows(A)).size).toBe(2)
    await again.close()
  })

  it('a passing fault is thrown on and closes nothing', async () => {
    const { disk, open } = onDisk()
    const { server, close } = await open()
    disk.failNext('create', 'EMFILE')
    await expect(server.update((record) => ({ ...record, spent: { link: 'x' } }))).rejects.toMatchObject({ code: 'EMFILE' })
    expect(await server.read()).toEqual(EMPTY_SERVER_RECORD)
    await server.update((record) => ({ ...record, spent: { other: 'x' } }))
    expect((await server.read()).spent).toEqual({ other: 'x' })
    await close()
  })

  it('a damaged register is closed, others go on; a damaged record of the server stops the start', async () => {
    const { disk, open, reports } = onDisk()
    const first = await open()
    for (const lab of [A, B]) await first.registers.put(lab, [[row(1), person('Ada')]])
    await first.server.update((record) => ({ ...record, spent: { link: 'x' } }))
    await first.close()
    await tamper(disk.files(), `/data/registers/${A}.json`, (bytes) => flip(bytes, 60))
    const second = await open()
    await expect(second.registers.rows(A)).rejects.toMatchObject({ code: 'damaged' })
    await expect(second.registers.put(A, [[row(2), person('Bea')]])).rejects.toMatchObject({ code: 'damaged' })
    expect((await second.registers.rows(B)).size).toBe(1)
    expect(reports.map(({ what }) => what)).toContain('damaged')
    await second.close()
    await tamper(disk.files(), '/data/server.json', (bytes) => flip(bytes, 60))
    await expect(open()).rejects.toMatchObject({ code: 'damaged' })
  })

  it('[RS4] ids that would lead out of the directory are no labs', async () => {
    const { open } = onDisk()
    const { registers, close } = await open()
    for (const id of ['', '..', '../server', 'x'.repeat(300)]) {
      await expect(registers.put(id, [[row(1), person('Ada')]])).rejects.toMatchObject({ code: 'unknown_lab' })
      await registers.delete(id)
    }
    await close()
  })
})
