import { describe, expect, it } from 'vitest'
import { routeOf } from '../../../pages/miro/canvas/connector-path.ts'
import { fitFontSize } from '../../../pages/miro/canvas/fit-text.ts'
import { shapePath } from '../../../pages/miro/canvas/shape-path.ts'
import { shapeTypes } from '../model/enums.ts'
import type { Connector, Entity } from '../model/entities.ts'

describe('letters that fit', () => {
  it('[MS205] shrink with the text, never above the most, and keep whole words whole', () => {
    const [short, long] = ['ciao', 'orti condivisi tra scuola e quartiere '.repeat(6)].map((text) => fitFontSize(text, 170, 190))
    expect(short).toBeCloseTo(170 / 6)
    expect(long).toBeLessThan(16)
    expect(long).toBeGreaterThanOrEqual(4)
    expect(fitFontSize('collaborazionissimamente', 170, 190)).toBeLessThan(170 / 12)
    expect(fitFontSize('', 170, 190)).toBeCloseTo(170 / 6)
  })
})

describe('connectors', () => {
  const note = (id: string, x: number) => ({ id, type: 'sticky_note', x, y: 0, width: 200, height: 100 }) as unknown as Entity
  const entities = new Map([note('a', 0), note('b', 600)].map((entity) => [entity.id, entity]))
  const connector = (shape: Connector['shape'], end: Partial<Connector['end']> = {}) =>
    ({
      shape,
      start: { item: 'a', position: null, snapTo: null },
      end: { item: 'b', position: null, snapTo: null, ...end },
    }) as unknown as Connector

  it('[MS206] run between the sides that look at one another, or from where they were told', () => {
    expect(routeOf(connector('straight'), entities)?.path).toBe('M100 0L500 0')
    expect(routeOf(connector('straight', { snapTo: 'bottom' }), entities)?.path).toBe('M100 0L600 50')
    expect(routeOf(connector('straight', { position: { x: 50, y: 100 } }), entities)?.path).toBe('M100 0L600 50')
    expect(routeOf(connector('curved'), entities)?.at(0.5)).toEqual({ x: 300, y: 0 })
    expect(routeOf(connector('elbowed', { snapTo: 'top' }), entities)?.path).toBe('M100 0L350 0L350 -50L600 -50')
    expect(routeOf(connector('straight', { item: null, position: { x: 10, y: 900 } }), entities)?.path).toBe('M0 50L10 900')
    expect(routeOf(connector('straight', { item: 'gone' }), entities)).toBeNull()
  })

  it('every shape has an outline', () => {
    for (const shape of shapeTypes) expect(shapePath(shape, 200, 100)).toMatch(/^M[-\d.]+ [-\d.]+/)
  })
})
