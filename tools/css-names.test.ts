import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { tokensCss } from '../shared/look/tokens.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const textsOf = (folder: string, name: RegExp): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n')

// a browser passes over a name that is not there without a word: what should be tinted is not
it.each(['miro-app/src', 'zoom-app/src', 'organiser-app/src'])('every custom property that %s uses is one that it has', (app) => {
  const uses = textsOf(app, /\.(css|tsx?)$/) + textsOf('shared/ui', /\.(css|tsx?)$/)
  const has = new Set([...`${uses}\n${tokensCss()}`.matchAll(/(?<!var\()(--[a-z][\w-]*)['"]?\]?\s*:/g)].map(([, name]) => name))
  const used = new Set([...uses.matchAll(/var\((--[a-z][\w-]*)\)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !has.has(name))).toEqual([])
  expect(used.size).toBeGreaterThan(10)
})
