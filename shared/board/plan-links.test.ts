import { describe, expect, it } from 'vitest'
import { SmallLab } from '../testing/small-lab.ts'
import { planCanvas } from './plan-canvas.ts'
import type { PlanItem } from './plan.ts'
import { planToSvg } from './svg.ts'

const AT = { left: 0, top: 0 }

function mapped() {
  const lab = new SmallLab()
  const entry = (block: string, text: string): string =>
    lab.do(lab.oscar, { type: 'addEntry', block, text, sources: [] })['entry'] as string
  const [from, to] = [entry('B1', 'Trees are missing'), entry('B2', 'Plant trees')]
  const bare = planCanvas(lab.lab, AT)
  const link = lab.do(lab.oscar, { type: 'linkEntries', from, to, kind: 'leads-to' })['link'] as string
  return { lab, from, to, link, bare, plan: planCanvas(lab.lab, AT) }
}
const meets = (a: PlanItem['box'], b: PlanItem['box']): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

describe('the reasoned map', () => {
  const { lab, from, to, link, bare, plan } = mapped()
  const lines = plan.items.filter(({ key, kind }) => key.includes('/link/') && kind === 'band')

  it('[CP15] says under an entry where its links lead, and draws each as a line from the one block to the other', () => {
    const said = plan.items.find(({ key }) => key.includes(`/to/${to}/`))
    expect(said?.text).toBe('↳ porta a B2: «Plant trees»')
    // who redacts the other entry finds its words here
    expect(said?.key.split('/')).toEqual(expect.arrayContaining([from, to]))
    expect(lines).toHaveLength(5)
    expect(planToSvg(plan, { title: 'x' })).toContain('porta a')
    for (const { key } of plan.items) expect(key.length).toBeLessThanOrEqual(120)
  })
  it('[CP15] no line runs over words, and all stand in the frame', () => {
    const words = plan.items.filter(({ kind, key }) => kind === 'text' && !key.includes('/link/'))
    for (const { box } of lines) {
      expect(words.filter((one) => meets(one.box, box)).map(({ key }) => key)).toEqual([])
      expect(box.left).toBeGreaterThanOrEqual(plan.box.left)
      expect(box.left + box.width).toBeLessThanOrEqual(plan.box.left + plan.box.width)
      expect(box.top + box.height).toBeLessThanOrEqual(plan.box.top + plan.box.height)
    }
  })
  it('[CP15] without links is the canvas as it was; a link that goes takes its own items and leaves the others’ keys', () => {
    lab.do(lab.oscar, { type: 'unlinkEntries', link })
    expect(planCanvas(lab.lab, AT)).toEqual(bare)
    const keys = new Set(bare.items.map(({ key }) => key))
    expect(plan.items.filter(({ key }) => !keys.has(key)).every(({ key }) => key.includes(link))).toBe(true)
  })
})
