import { stat } from 'node:fs/promises'
import { seeded } from '@telaio/shared/testing'
import { describe, expect, it } from 'vitest'
import { SimulatedDisk } from './files/testing/simulated-disk.ts'
import { readWhole } from './files/write-whole.ts'
import { readSecrets } from './secrets.ts'
import { realPlace } from './testing/places.ts'
import { tamper } from './testing/tampering.ts'

describe('secrets', () => {
  it('are made once, kept, and for the owner of the directory only', async () => {
    const { directory, remove } = await realPlace()
    const dataDir = `${directory}/new/data`
    const first = await readSecrets({ dataDir })
    for (const secret of Object.values(first)) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(first.TOKEN_SECRET).not.toBe(first.ENCRYPTION_KEY)
    expect(await readSecrets({ dataDir })).toEqual(first)
    expect((await stat(`${dataDir}/secrets.json`)).mode & 0o777).toBe(0o600)
    await remove()
  })

  it('that are given stand before the kept ones and are not written', async () => {
    const disk = new SimulatedDisk(seeded(1))
    const files = disk.files()
    const given = { TOKEN_SECRET: 'from-outside' }
    const first = await readSecrets({ dataDir: '/data', files, given })
    expect(first.TOKEN_SECRET).toBe('from-outside')
    expect(disk.text()).not.toContain('from-outside')
    const second = await readSecrets({ dataDir: '/data', files })
    expect(second.ENCRYPTION_KEY).toBe(first.ENCRYPTION_KEY)
    expect(Buffer.from(second.TOKEN_SECRET, 'base64url')).toHaveLength(32)
    expect(await readSecrets({ dataDir: '/data', files, given })).toEqual({ ...second, ...given })
  })

  it('that are all given leave no file', async () => {
    const files = new SimulatedDisk(seeded(1)).files()
    await readSecrets({ dataDir: '/data', files, given: { TOKEN_SECRET: 'a', ENCRYPTION_KEY: 'b' } })
    expect(await readWhole(files, '/data/secrets.json')).toBeNull()
  })

  it('survive a power loss at any moment, once they were given out', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed)
      const disk = new SimulatedDisk(random)
      const cut = disk.cutPowerAfter(Math.ceil(random() * 9))
      const secrets = await Promise.race([cut, readSecrets({ dataDir: '/data', files: disk.files() })])
      if (!disk.isDead) disk.cutPower()
      const again = await readSecrets({ dataDir: '/data', files: disk.files() })
      expect(again).toEqual(secrets ?? again)
    }
  })

  it('are not made anew over a file that cannot be read', async () => {
    const files = new SimulatedDisk(seeded(1)).files()
    await readSecrets({ dataDir: '/data', files })
    for (const bad of ['', '{"TOKEN_SECRET":"short"}', 'x']) {
      await tamper(files, '/data/secrets.json', () => Buffer.from(bad))
      await expect(readSecrets({ dataDir: '/data', files })).rejects.toThrow('/data/secrets.json')
    }
  })
})
