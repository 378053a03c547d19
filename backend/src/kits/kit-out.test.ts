import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kitOfLab } from '@telaio/shared/lab'
import { randomLab, REGISTER_ONLY, Scenario, SmallLab, smallKit, steps } from '@telaio/shared/testing'
import { kitOut } from './kit-out.ts'
import { readKit } from './read-kit.ts'
import { kitFiles } from './write-kit.ts'

const filesOf = (kit: Parameters<typeof kitFiles>[0]): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(kitFiles(kit)).map(([name, text]) => [name, Buffer.from(text)]))
const both = (text: string) => ({ it: text, en: text })

describe('a lab becomes a kit', () => {
  it('[DOC19] with the changes made in it, in order, under a name of its own, and its credits say that it was changed', () => {
    const lab = new Scenario()
    const [plan] = lab.lab.kit.meetings
    if (!plan) throw new Error('no meeting')
    const longer = plan.agenda.map((block, i) =>
      i === 0 ? { ...block, minutes: block.minutes + 7, prompt: both('Scrivete in tre') } : block,
    )
    expect(kitOfLab(lab.lab, []).kit).toEqual(smallKit)
    lab.do(lab.organiser, { type: 'planMeeting', rev: 0, plan: { ...plan, agenda: longer } })
    const { kit } = kitOfLab(lab.lab, [], { name: 'next-lab', title: both('Next') })
    expect(kit).toMatchObject({ name: 'next-lab', title: both('Next'), version: 1, credits: { it: 'Test Modificato in un laboratorio.' } })
    expect(kit.meetings[0]).toMatchObject({ minutes: 27, agenda: [{ prompt: both('Scrivete in tre') }, {}, {}] })
    const read = readKit(filesOf(kit))
    expect([read.faults, read.kit]).toEqual([[], kit])
  })

  it.each([[1], [240]])('[DOC19] lasts as long as its agenda, be every block of it %i minutes', (minutes) => {
    const lab = new Scenario()
    const [plan] = lab.lab.kit.meetings
    if (!plan) throw new Error('no meeting')
    const agenda = Array.from({ length: 5 }, (_, i) => plan.agenda.map((block) => ({ ...block, id: `${block.id}-${i}`, minutes }))).flat()
    lab.do(lab.organiser, { type: 'planMeeting', rev: 0, plan: { ...plan, agenda } })
    const { kit } = kitOut(lab.scene, { name: 'next-lab' })
    expect(kit.meetings[0]?.minutes).toBe(15 * minutes)
    expect(readKit(filesOf(kit)).faults).toEqual([])
  })

  it('[DOC19] takes names, addresses and numbers out of the programme’s texts, says where, and names words to look at', () => {
    const lab = new Scenario()
    lab.people(['Rosa Bianchi', ['participant'], 'social'], ['Ugo', ['facilitator']])
    const [plan] = lab.lab.kit.meetings
    if (!plan) throw new Error('no meeting')
    const texts = [
      'Apre Rosa  Bianchi, o Bianchi Rosa; scrivete a rosa.bianchi@example.org o al 333 123 4567',
      'La Rosa dei venti, il 2026-11-22 alle 17:00',
      'Un rosario di Bianchini',
    ]
    const agenda = plan.agenda.map((block, i) => ({ ...block, prompt: both(texts[i] ?? '') }))
    lab.do(lab.organiser, { type: 'planMeeting', rev: 0, plan: { ...plan, agenda } })
    const { kit, removed, doubtful } = kitOut(lab.scene)
    expect(kit.meetings[0]?.agenda.map(({ prompt }) => prompt?.it)).toEqual([
      'Apre …, o …; scrivete a … o al …',
      'La Rosa dei venti, il 2026-11-22 alle 17:00',
      'Un rosario di Bianchini',
    ])
    expect(removed.map(({ it: where }) => where)).toEqual(['incontro 1, «Silent»'])
    expect(doubtful).toMatchObject([{ word: 'Rosa', text: texts[1], place: { en: 'meeting 1, “Mixed”' } }, { word: 'Rosa' }])
    // at a touch it goes, in one place or in all
    const cleaned = kitOut(lab.scene, { takeOut: doubtful.slice(0, 1).map(({ id }) => id) })
    expect(cleaned.kit.meetings[0]?.agenda[1]?.prompt).toEqual({ it: 'La … dei venti, il 2026-11-22 alle 17:00', en: texts[1] })
    expect(cleaned.doubtful).toEqual(doubtful.slice(1))
  })

  it('[DOC19] leaves out votes that were opened on the spot, with the question they gave their block; the rest of the meeting stays', () => {
    const lab = new SmallLab().start(1, 'mixed')
    lab.note(lab.ann, 'C1.2', 'hedges')
    const before = lab.lab.kit.meetings[0]
    const { zone } = lab.do(lab.fay, { type: 'openVote', meeting: 1, on: 'C1.2', ask: { type: 'votes', dots: 2 } })
    expect(lab.lab.kit.meetings[0]?.canvas.zones.map(({ id }) => id)).toContain(zone)
    expect(kitOfLab(lab.lab, []).kit.meetings[0]).toEqual(before)
  })

  it('[DOC19] for any lab: no note, name, address or answer about a person is in its files, and they are in order', () => {
    fc.assert(
      fc.property(steps(60), (todo) => {
        const { lab } = randomLab(todo)
        const programme = JSON.stringify(lab.lab.kit)
        const { kit } = kitOut(lab.scene, { name: 'next-lab' })
        const files = filesOf(kit)
        const all = [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8')).join('\n')
        expect(all).not.toContain(REGISTER_ONLY)
        for (const id of [...lab.lab.people.keys(), ...lab.lab.contributions.keys(), ...lab.lab.entries.keys()])
          expect(all).not.toContain(id)
        for (const { answer } of lab.lab.contributions.values())
          if (answer.type === 'cards' && answer.text.length > 3 && !programme.includes(JSON.stringify(answer.text).slice(1, -1)))
            expect(all).not.toContain(answer.text)
        expect(readKit(files).faults).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
