import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typed } from './testing/typed.ts'

const GROUPS = new URL('../../../../shared/groups/', import.meta.url)
const there = existsSync(new URL('evaluate.mjs', GROUPS))
type Judge = (problem: unknown, plan: unknown) => Record<'valid' | 'sector' | 'organisation' | 'repeats', unknown>
const judge = there ? ((await import(new URL('evaluate.mjs', GROUPS).href)) as { evaluate: Judge }).evaluate : null
const instances = there ? (JSON.parse(readFileSync(new URL('public.json', GROUPS), 'utf8')) as { id: string; past?: unknown[] }[]) : []

const people = (many: number) => Array.from({ length: many }, (_, n) => ({ id: `p${n + 1}`, sector: n % 2 ? 'social' : 'culture' }))

let folder = ''
const written = async (what: unknown): Promise<string> => {
  const path = join(folder, 'input.json')
  await writeFile(path, typeof what === 'string' ? what : JSON.stringify(what))
  return path
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telaio-groups-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

describe('telaio groups', () => {
  it('[GR1] [GR12] prints a plan and what it is worth; the same iterations give the same plan', async () => {
    const input = await written({ meetings: 3, groups: 3, participants: people(9) })
    const { code, out, err } = await typed(['groups', input, '--iterations', '200000', '--seed', '4'])
    expect(code).toBe(0)
    const plan = JSON.parse(out) as { meetings: string[][][]; figures: Record<string, unknown> }
    expect(plan.meetings.map((groups) => groups.flat().sort())).toEqual([0, 1, 2].map(() => people(9).map(({ id }) => id)))
    expect(plan.figures).toMatchObject({ sector: 0, organisation: 0, repeats: 0, proven: true, seed: 4, bounds: { repeats: 0 } })
    expect(err).toContain('No plan is better.')
    expect((await typed(['groups', input, '--iterations', '200000', '--seed', '4'])).out).toBe(out)
  })

  it('[GR14] says what even sectors cost when asked', async () => {
    const participants = Array.from({ length: 15 }, (_, n) => ({ id: `p${n}`, sector: n < 8 ? 'a' : n < 9 ? 'b' : n < 11 ? 'c' : 'd' }))
    const input = await written({ meetings: 7, groups: 5, participants })
    const { out, err } = await typed(['groups', input, '--iterations', '1000000', '--compare'], { language: 'it' })
    const { figures } = JSON.parse(out) as { figures: { compared: { repeatsForBalance: number } } }
    expect(figures.compared.repeatsForBalance).toBe(14)
    expect(err).toContain('L’equilibrio dei settori costa 14 incontri ripetuti')
  })

  it('[GR3] refuses wishes that contradict each other by name, in both languages, with exit code 1', async () => {
    const input = await written({
      meetings: 1,
      groups: 2,
      participants: people(4),
      together: [
        ['p1', 'p2'],
        ['p2', 'p3'],
      ],
    })
    const { code, out, err } = await typed(['groups', input])
    expect(code).toBe(1)
    const { refused } = JSON.parse(out) as { refused: { wishes: unknown[]; it: string; en: string }[] }
    expect(refused).toHaveLength(1)
    expect(refused[0]?.it).toMatch(/p1 insieme a p2; p2 insieme a p3\. Basta rinunciare a una/)
    expect(refused[0]?.en).toMatch(/p1 together with p2; p2 together with p3\. Giving up one/)
    expect(err.trim()).toBe(refused[0]?.en)
  })

  it.each([
    ['{ "meetings": 2,', /not valid JSON/, /non è JSON valido/],
    [
      { meetings: 2, groups: 2, participants: people(4), apart: [['p1', 'p9']] },
      /p9, among those to keep apart, is not/,
      /p9, tra chi va separato, non è/,
    ],
    [{ meetings: 2, groups: [2], participants: people(4) }, /for 1 only/, /solo per 1/],
  ])('[GR4] refuses %j with what to do', async (what, english, italian) => {
    const input = await written(what)
    const { code, out, err } = await typed(['groups', input])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(english)
    expect((await typed(['groups', input], { language: 'it' })).err).toMatch(italian)
  })

  it('[GR4] says so where there is no such file', async () => {
    expect(await typed(['groups', join(folder, 'none.json')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read (ENOENT)'),
    })
  })

  it.skipIf(!there)(
    `[GR1] the judge finds the plan of every public instance valid, and the figures are the judge's${there ? '' : ' (skipped: ../shared/groups is not there)'}`,
    async () => {
      expect(instances.length).toBeGreaterThan(20)
      for (const instance of instances) {
        const { code, out } = await typed(['groups', await written(instance), '--iterations', '1000000'])
        expect(code).toBe(0)
        const plan = JSON.parse(out) as { meetings: unknown[]; figures: Record<string, unknown> }
        const judged = judge?.(instance, plan)
        const { sector, organisation, repeats } = plan.figures
        expect(judged, instance.id).toMatchObject({ valid: true, sector, organisation, repeats })
        expect(plan.meetings.slice(0, instance.past?.length ?? 0)).toEqual(instance.past ?? [])
      }
    },
    60_000,
  )
})
