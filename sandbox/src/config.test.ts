import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { createAddresses } from './zoom/addresses.ts'

const good = { ZOOM_CLIENT_ID: 'sandbox-1', ZOOM_CLIENT_SECRET: 'sandbox-secret' }

describe('the environment', () => {
  it('has defaults for the port and the product’s address', () => {
    expect(readConfig(good)).toEqual({
      ok: true,
      config: {
        port: 3100,
        publicUrl: 'http://localhost:3000',
        zoomClientId: 'sandbox-1',
        zoomClientSecret: 'sandbox-secret',
        miro: null,
        dataDir: null,
      },
    })
  })

  it.each(['http://localhost:8080', 'https://telaio.localhost', 'http://127.0.0.1:3000'])(
    '[ZS111] accepts a product on this machine: %s',
    (PUBLIC_URL) => {
      expect(readConfig({ ...good, PUBLIC_URL })).toMatchObject({ ok: true })
    },
  )

  it.each(['https://telaio.example.org', 'http://localhost.example.org', 'http://10.0.0.5:3000', 'not an address', 'file:///localhost'])(
    '[ZS111] refuses any other, in Italian and in English: %s',
    (PUBLIC_URL) => {
      expect(readConfig({ ...good, PUBLIC_URL })).toEqual({
        ok: false,
        reasons: [expect.stringMatching(/non è su questa macchina[^]*\n[^]*is not on this machine/)],
      })
    },
  )

  it('[ZS112] refuses ids that may be Zoom’s own, and a missing secret', () => {
    expect(readConfig({ ...good, ZOOM_CLIENT_ID: 'kX9realLooking' })).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining('sandbox-')],
    })
    const bare = readConfig({})
    expect(bare.ok ? [] : bare.reasons).toHaveLength(2)
  })
})

describe('Miro’s half', () => {
  it('[MS1] is off without credentials, on with the sandbox’s own, refused with what may be Miro’s', () => {
    const on = readConfig({ ...good, MIRO_CLIENT_ID: 'sandbox-2', MIRO_CLIENT_SECRET: 'secret' })
    expect(on).toMatchObject({ ok: true, config: { miro: { clientId: 'sandbox-2', clientSecret: 'secret' } } })
    expect(readConfig({ ...good, MIRO_CLIENT_ID: '' })).toMatchObject({ ok: true, config: { miro: null } })
    expect(readConfig({ ...good, MIRO_CLIENT_ID: '3458764612345', MIRO_CLIENT_SECRET: 'x' })).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining('MIRO_CLIENT_ID does not start')],
    })
    expect(readConfig({ ...good, MIRO_CLIENT_ID: 'sandbox-2' })).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining('MIRO_CLIENT_SECRET is missing')],
    })
  })
})

describe('addresses', () => {
  it.each([
    ['http://localhost:3000', 'http://p1.localhost:3000/zoom/', 'http://*.localhost:3000'],
    ['http://127.0.0.1:3000', 'http://p1.localhost:3000/zoom/', 'http://*.localhost:3000'],
    ['https://telaio.localhost/lab/', 'https://p1.telaio.localhost/lab/zoom/', 'https://*.telaio.localhost'],
  ])('[ZS103] the panel of %s', (publicUrl, panel, panels) => {
    const addresses = createAddresses(publicUrl, '3100')
    expect([addresses.panel('p1'), addresses.panels, addresses.pages('p1')]).toEqual([panel, panels, 'http://p1.localhost:3100'])
  })
})
