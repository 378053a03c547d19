import { expect, it } from 'vitest'
import { Scenario } from '@telaio/shared/testing'
import { createSharedParts } from './shared-parts.ts'

it('viewers share a part as one object, which says what differs while that is told and holds no word of it afterwards', () => {
  const lab = new Scenario()
  const [ann = '', bob = ''] = lab.people(['Ann'], ['Bob'])
  lab.do(lab.organiser, { type: 'formProjectGroups', groups: [{ key: 'g1', name: 'Green', people: [ann, bob] }] })
  lab.do(lab.organiser, { type: 'openMeeting', meeting: 2 })
  lab.do(lab.organiser, { type: 'startBlock', meeting: 2, block: 'work' })
  const parts = createSharedParts()
  const [hers, his] = [ann, bob].map((person) => parts.take(lab.viewer(person), lab.scene))
  const named = (name: string, of = hers) => of?.find((one) => one.name === name)
  expect(named('group:g1')).toBe(named('group:g1', his))
  const before = lab.scene
  lab.do(ann, { type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: 'A note' }, private: false })
  parts.during(before, lab.scene, () => {
    expect(JSON.stringify(named('group:g1')?.changes)).toContain('A note')
    expect(named(`person:${bob}`, his)?.changes).toBeNull()
  })
  expect(named('group:g1')?.changes).toBeNull()
  expect(() =>
    parts.during(before, lab.scene, () => {
      throw new Error('a line that broke')
    }),
  ).toThrow('a line that broke')
  expect(named('group:g1')?.changes).toBeNull()
})

it('a part that nobody has any more is let go of', () => {
  const lab = new Scenario()
  const [ann = '', bob = ''] = lab.people(['Ann'], ['Bob'])
  const parts = createSharedParts()
  const hers = parts.take(lab.viewer(ann), lab.scene)
  const his = parts.take(lab.viewer(bob), lab.scene)
  parts.release(hers)
  const again = parts.take(lab.viewer(ann), lab.scene)
  const find = (of: typeof his, name: string) => of.find((one) => one.name === name)
  expect(find(again, 'everyone')).toBe(find(his, 'everyone'))
  expect(find(again, `person:${ann}`)).not.toBe(find(hers, `person:${ann}`))
})
