import { describe, expect, it } from 'vitest'
import { colours, type Theme, threads, tokensCss } from './tokens.ts'

/** WCAG 2 relative luminance and contrast. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [x = 0, y = 0] = [luminance(a), luminance(b)].sort((m, n) => n - m)
  return (x + 0.05) / (y + 0.05)
}

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
