import { describe, expect, it } from 'vitest'
import { colours, threads } from '../look/tokens.ts'
import { contrast } from '../testing/contrast.ts'
import { INKS, toneCount, toneOf } from './sheet.ts'

describe('the look of boards', () => {
  it('[BP13] words can be read on everything they stand on', () => {
    const grounds = [INKS.paper, INKS.zone, INKS.harvest, INKS.plenary]
    for (const ground of grounds)
      for (const ink of [INKS.ink, INKS.muted, INKS.action])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    // names of lanes that are a sector's stand on white
    for (const { light } of Object.values(threads)) expect(contrast(light, INKS.zone), light).toBeGreaterThanOrEqual(4.5)
    for (const band of [INKS.ink, INKS.action, INKS.muted, ...Array.from({ length: toneCount }, (_, i) => toneOf(i + 1))])
      expect(contrast(INKS.onAction, band), band).toBeGreaterThanOrEqual(4.5)
    for (const ground of grounds) expect(contrast(INKS.border, ground), ground).toBeGreaterThanOrEqual(3)
  })

  it('[BP13] no group wears a sector’s colour, and the first groups have colours of their own', () => {
    const tones = Array.from({ length: toneCount }, (_, i) => toneOf(i + 1))
    expect(new Set(tones).size).toBe(toneCount)
    const sectors: string[] = Object.values(threads).map(({ light }) => light)
    expect(tones.filter((tone) => sectors.includes(tone) || tone === colours.action.light)).toEqual([])
  })
})
