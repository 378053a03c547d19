import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { defaultQuirks as miroQuirks } from './miro/quirks.ts'
import { defaultQuirks as zoomQuirks } from './zoom/quirks.ts'

const here = import.meta.dirname
const spec = readFileSync(join(here, '../SPEC.md'), 'utf8')

const idsIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].toSorted()

it('every rule of SPEC.md has a test, every id in a title is a rule', () => {
  const tests = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'))
  const titles = tests.map((name) => readFileSync(join(here, name), 'utf8')).join('\n')
  expect(idsIn(titles, /'\[((?:[ZM]S|ST)\d+)\]/g)).toEqual(idsIn(spec, /^\| ((?:[ZM]S|ST)\d+) +\|/gm))
})

it('every switch is named in SPEC.md', () => {
  expect(Object.keys({ ...zoomQuirks, ...miroQuirks }).filter((name) => !spec.includes(`_${name}_`))).toEqual([])
})
