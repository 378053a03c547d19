import * as fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { anyKit, labForPlans, labSpec } from '../testing/random-plan.ts'
import { smallKit } from '../testing/small-kit.ts'
import type { BoardPlan, PlanItem } from './plan.ts'
import { planCanvas } from './plan-canvas.ts'
import { planMeeting } from './plan-meeting.ts'
import { planToSvg } from './svg.ts'

interface Read {
  readonly tags: readonly string[]
  /** Attributes of each tag, in order. */
  readonly attributes: readonly Readonly<Record<string, string>>[]
  readonly words: string
}

/** Reads XML; throws where a tag is left open. */
function read(svg: string): Read {
  const tags: string[] = []
  const attributes: Record<string, string>[] = []
  const open: string[] = []
  let words = ''
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        tags.push(name)
        attributes.push(given)
        open.push(name)
      },
      ontext: (text) => {
        words += text
      },
      onclosetag: (name, implied) => {
        if (implied && name !== 'rect') throw new Error(`${name} is left open`)
        open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(svg)
  return { tags, attributes, words }
}

const ours = new Set(['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'a'])
const bare = (text: string): string => text.replace(/\s+/gu, '')
const one = (more: Partial<PlanItem>): BoardPlan => {
  const box = { left: 0, top: 0, width: 600, height: 300 }
  return { items: [{ key: 'm1/x', kind: 'text', parent: null, box, text: '', style: { size: 40 }, ...more }], box }
}

describe('a plan as a picture', () => {
  it('[SV1] says every word of the plan and is made of our own tags only, whatever people wrote', () => {
    fc.assert(
      fc.property(anyKit, labSpec(3), (kit, spec) => {
        const plan = planMeeting(labForPlans(kit, spec), 2)
        const { tags, words } = read(planToSvg(plan, { title: '<script>', links: true }))
        expect([...new Set(tags)].filter((tag) => !ours.has(tag))).toEqual([])
        const said = bare(words)
        for (const item of plan.items) if (item.kind !== 'frame') expect(said.includes(bare(item.text)), item.key).toBe(true)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('[SV1] takes markup for words, and leaves out what XML cannot hold', () => {
    const svg = planToSvg(one({ text: `<img src=x onerror="alert(1)"> & ' \u0000\u0007 \uD800 fine` }), {
      title: 'a < b',
      description: '"due" & tre',
    })
    const { tags, words } = read(svg)
    expect(tags).toEqual(['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'tspan'].filter((tag) => tag !== 'rect'))
    expect(words).toContain('a < b"due" & tre')
    expect(bare(words)).toContain(`<imgsrc=xonerror="alert(1)">&'fine`)
    // oxlint-disable-next-line no-control-regex -- these are what XML forbids
    expect(/[\u0000-\u0008]|\p{Cs}/u.test(svg)).toBe(false)
  })

  it('[SV2] follows links of the web where asked, each word with its own address, and no other kind', () => {
    const links = [
      { text: '↩ Incontro 1', href: 'https://b.example/?a=1&b=2' },
      { text: 'altrove', href: 'javascript:alert(1)' },
      { text: 'Incontro 3', href: 'https://b.example/3' },
    ]
    const plan = one({ text: 'Una nota', links })
    const found = read(planToSvg(plan, { title: 't', links: true }))
    expect(found.attributes.filter((_, i) => found.tags[i] === 'a').map(({ href }) => href)).toEqual([
      'https://b.example/?a=1&b=2',
      'https://b.example/3',
    ])
    expect(bare(found.words)).toContain('Unanota↩Incontro1·altrove·Incontro3')
    expect(read(planToSvg(plan, { title: 't' })).tags).not.toContain('a')
  })

  it('[SV3] shows the whole plan, has a name, and is small as an outline', () => {
    const lab = labForPlans(smallKit, { project: 50, mixed: 50, language: 'it', notes: ['una nota', 'un’altra'], name: 'Gruppo' })
    const plan = planMeeting(lab, 2)
    const whole = planToSvg(plan, { title: 'Incontro 2', width: 400 })
    const { attributes } = read(whole)
    const [left = 0, top = 0, width = 0, height = 0] = (attributes[0]?.['viewBox'] ?? '').split(' ').map(Number)
    for (const { box } of plan.items) {
      expect(box.left >= left && box.top >= top).toBe(true)
      expect(box.left + box.width <= left + width && box.top + box.height <= top + height).toBe(true)
    }
    expect(attributes[0]).toMatchObject({ role: 'img', width: '400', lang: 'it' })
    const outline = planToSvg(plan, { title: 'Incontro 2', detail: 'outline' })
    expect(outline.length).toBeLessThan(whole.length / 2)
    expect(read(outline).words).toContain('Gruppo 50')
    expect(read(planToSvg(planCanvas(lab, { left: 0, top: 0 }), { title: 'Canvas' })).words).toContain('B1 · B1')
  })
})
