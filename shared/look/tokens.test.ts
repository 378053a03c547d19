import { describe, expect, it } from 'vitest'
import { contrast } from '../testing/contrast.ts'
import { colours, type Theme, threads, tokensCss } from './tokens.ts'

describe('tokens', () => {
  const surfaces = ['paper', 'raised'] as const
  it.each(['light', 'dark'] as Theme[])('text and threads are readable on both surfaces, %s', (theme) => {
    const texts = [colours.ink, colours.muted, colours.action, colours.danger, ...Object.values(threads)]
    for (const surface of surfaces)
      for (const text of texts) expect(contrast(text[theme], colours[surface][theme])).toBeGreaterThanOrEqual(4.5)
    for (const surface of surfaces) expect(contrast(colours.line[theme], colours[surface][theme])).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.onAction[theme], colours.action[theme])).toBeGreaterThanOrEqual(4.5)
  })

  it('every sector has a shape of its own, and a colour of sticky note', () => {
    expect(new Set(Object.values(threads).map(({ shape }) => shape)).size).toBe(Object.keys(threads).length)
    expect(new Set(Object.values(threads).map(({ miro }) => miro)).size).toBe(Object.keys(threads).length)
  })

  it('gives the same names to CSS in both themes', () => {
    const names = [...tokensCss().matchAll(/--(thread-[\w-]+|ink|paper):/g)].map(([, name]) => name)
    expect(names.filter((name) => name === 'ink')).toHaveLength(3)
  })
})
