import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { BadConfig, idleSettings, readConfig } from './config.ts'
import { startServer } from './server.ts'

it('DATABASE_URL stops the start: nobody may believe that their data are in PostgreSQL', () => {
  for (const DATABASE_URL of ['postgres://telaio@localhost/telaio', 'anything']) {
    expect(() => readConfig({ DATABASE_URL })).toThrow(BadConfig)
    expect(() => readConfig({ DATABASE_URL })).toThrow(/non usa PostgreSQL[\s\S]*does not use PostgreSQL/)
  }
  expect(readConfig({ DATABASE_URL: '' }).DATABASE_URL).toBeUndefined()
})

it('a setting that does nothing yet is warned of at the start, by name', async () => {
  expect(idleSettings(readConfig({}))).toBeNull()
  const folder = await mkdtemp(join(tmpdir(), 'telaio-config-'))
  const log: string[] = []
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    OIDC_ISSUER: 'https://id.example.org',
    ZOOM_WEBHOOK_SECRET: 'x',
  })
  const running = await startServer({ config, logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }) })
  await running.stop()
  await rm(folder, { recursive: true })
  expect(log).toHaveLength(1)
  expect(JSON.parse(log[0] ?? '{}')).toMatchObject({
    level: 40,
    msg: 'OIDC_ISSUER, ZOOM_WEBHOOK_SECRET: impostazioni senza effetto in questa versione / these settings have no effect in this version',
  })
})

it('[TH33] EMBEDDINGS_URL takes an address or a folder, and stops the start where it is neither', () => {
  expect(readConfig({ EMBEDDINGS_URL: 'http://localhost:11434/v1/' }).EMBEDDINGS_URL).toBe('http://localhost:11434/v1')
  expect(readConfig({ EMBEDDINGS_URL: './models/minilm' }).EMBEDDINGS_URL).toBe('./models/minilm')
  expect(() => readConfig({ EMBEDDINGS_URL: 'https://' })).toThrow(/EMBEDDINGS_URL/)
})
