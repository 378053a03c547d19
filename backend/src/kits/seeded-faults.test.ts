import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seeded } from '@telaio/shared/testing'
import { describe, expect, it } from 'vitest'
import { filesOf } from './folder.ts'
import { loadKit } from './load-kits.ts'
import { readKitFolder } from './read-kit.ts'
import type { Mutation, Texts } from './testing/mutation.ts'
import { MUTATION_KINDS, mutationsOf } from './testing/mutations.ts'

const KITS = fileURLToPath(new URL('../../../shared/kits', import.meta.url))
const names = (await readdir(KITS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)
/** So many in all, whatever the number of kits, so that the test stays as quick. */
const IN_ALL = 150
const each = Math.max(1, Math.round(IN_ALL / names.length / MUTATION_KINDS.length))

const kits = await Promise.all(
  names.map(async (name, i) => {
    const texts: Texts = new Map([...(await filesOf(join(KITS, name)))].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
    return { name, texts, mutations: mutationsOf(texts, each, seeded(60 + i)) }
  }),
)
// whatever the built-in kits name is known: this test is about what is made wrong in them
const known = new Set(
  (await Promise.all(names.map((name) => loadKit(join(KITS, name))))).flatMap(({ meetings }) =>
    meetings.flatMap(({ agenda }) => agenda.flatMap(({ method }) => method ?? [])),
  ),
)

async function checked(texts: Texts): Promise<Awaited<ReturnType<typeof readKitFolder>>> {
  const folder = await mkdtemp(join(tmpdir(), 'telaio-fault-'))
  try {
    for (const [path, text] of texts) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    return await readKitFolder(folder, known)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const nameOf = ({ kind, place }: Mutation): string => `${kind}: ${place}`

describe('faults made in the built-in kits', () => {
  it('are at least 60, all different, of every kind', () => {
    const all = kits.flatMap(({ name, mutations }) => mutations.map((one) => `${name} ${nameOf(one)}`))
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(60)
    expect(new Set(kits.flatMap(({ mutations }) => mutations.map(({ kind }) => kind)))).toEqual(new Set(MUTATION_KINDS))
    expect(MUTATION_KINDS.length).toBeGreaterThanOrEqual(20)
  })

  it.each(kits)('there is none in $name as it is', async ({ texts }) => {
    expect((await checked(texts)).faults).toEqual([])
  })

  for (const { name, mutations } of kits)
    it.each(mutations.map((mutation) => [nameOf(mutation), mutation] as const))(`in ${name}: %s`, async (_name, mutation) => {
      const { kit, faults } = await checked(mutation.texts)
      expect(kit).toBeNull()
      expect(faults.filter(({ message }) => message.it.trim() === '' || message.en.trim() === '')).toEqual([])
      const said = faults.map(({ file, line, message }) => ({ file, line, message: message.en }))
      expect(said).toContainEqual({ file: mutation.file, line: mutation.line, message: expect.stringMatching(mutation.says) as string })
    })
})
