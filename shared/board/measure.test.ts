import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heightOf, widthOf, wrap } from './measure.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const lettersIn = (text: string): number => [...graphemes.segment(text)].length

describe('text on a board', () => {
  it('is measured by the font’s own widths', () => {
    // advance widths of Open Sans: n 1257/2048, i 518/2048, W 1896/2048
    expect(widthOf('niW', 2048, 'regular')).toBeCloseTo(1257 + 518 + 1896, -2)
    expect(widthOf('perché', 20, 'bold')).toBeGreaterThan(widthOf('perché', 20, 'regular'))
  })

  it('[BP7] breaks a long word between what a reader sees as letters, and knows that accents and joiners take no room', () => {
    const family = '👩‍👩‍👧‍👦'
    const lines = wrap(family.repeat(7), 200, 40, 'regular')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.replaceAll(family, '')).toBe('')
    expect(widthOf('perche\u0301', 40, 'regular')).toBe(widthOf('perche', 40, 'regular'))
  })

  it('wraps within its column, losing nothing but white space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 }),
        fc.integer({ min: 60, max: 800 }),
        fc.integer({ min: 10, max: 50 }),
        (words, width, size) => {
          const text = words.join(' ')
          const lines = wrap(text, width, size, 'regular')
          const bare = (one: string) => one.replace(/\s+/gu, '')
          expect(bare(lines.join(''))).toBe(bare(text))
          for (const line of lines) if (lettersIn(line) > 1) expect(widthOf(line, size, 'regular')).toBeLessThanOrEqual(width)
          expect(heightOf(text, width, size, 'regular')).toBeGreaterThanOrEqual(size * lines.length)
        },
      ),
    )
  })
})
