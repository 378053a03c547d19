import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { filesOf } from './folder.ts'
import { KIT_FILE_NAMES, type KitFileName, kitFileSchema } from './kit-schema.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true })
const validators = new Map(KIT_FILE_NAMES.map((name) => [name, ajv.compile(kitFileSchema(name))]))

const schemaOf = (path: string): KitFileName =>
  path.startsWith('meetings/') ? 'meeting' : path.startsWith('methods/') ? 'method' : path === 'kit.yaml' ? 'kit' : 'final-canvas'
const kits = (await readdir(root('shared/kits'), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name)

describe('the published schema', () => {
  it.each(KIT_FILE_NAMES)('of %s in docs/kit-schema is current: if not, npm run kit-schema', async (name) => {
    const text = await readFile(root(`docs/kit-schema/${name}.json`), 'utf8')
    expect(text).toBe(`${JSON.stringify(kitFileSchema(name), null, 2)}\n`)
  })

  it('is all that stands there', async () => {
    expect((await readdir(root('docs/kit-schema'))).sort()).toEqual(KIT_FILE_NAMES.map((name) => `${name}.json`).sort())
  })

  it.each(kits)('takes every file of %s', async (kit) => {
    for (const [path, bytes] of await filesOf(join(root('shared/kits'), kit))) {
      const validate = validators.get(schemaOf(path))
      expect(validate?.(parse(new TextDecoder().decode(bytes))), `${path}: ${JSON.stringify(validate?.errors)}`).toBe(true)
    }
  })

  it.each<[KitFileName, unknown]>([
    ['meeting', { number: 'one' }],
    ['kit', { name: 'Not A Slug' }],
    ['final-canvas', { title: { it: 'x', en: 'x' }, blocks: [], more: 1 }],
    ['collection', { title: { it: 'x', en: ' ' }, licence: 'CC0-1.0', credit: { it: 'x', en: 'x' } }],
    ['method', {}],
  ])('of %s refuses what is no such file', (name, value) => {
    expect(validators.get(name)?.(value)).toBe(false)
  })

  it('says of a meeting’s keys what they are', () => {
    const { properties } = kitFileSchema('meeting') as {
      properties: Record<string, { description?: string; items?: { properties: Record<string, { description?: string }> } }>
    }
    expect(properties['title']?.description).toBeUndefined()
    expect(properties['agenda']?.description).toMatch(/^What happens/)
    expect(properties['agenda']?.items?.properties['writing']?.description).toMatch(/^private-first/)
  })
})
