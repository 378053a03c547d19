import { expect, it } from 'vitest'
import { createVectors, unpacked } from './vectors.ts'

const packed = (...numbers: number[]): string => btoa(String.fromCharCode(...new Uint8Array(Float32Array.from(numbers).buffer)))
const note = (n: number, text = `text ${n}`) => ({ id: `con_${n}`, text })

it('reads floats as the server packs them', () => {
  expect([...unpacked(packed(1, -0.5, 3))]).toEqual([1, -0.5, 3])
})

it('[TH36] asks in parts, for what is new or changed only, and goes on where it stopped', async () => {
  const asked: string[][] = []
  let broken = false
  const find = createVectors(async (ids) => {
    asked.push([...ids])
    if (broken) throw new Error('no answer')
    return Promise.resolve(Object.fromEntries(ids.filter((id) => id !== 'con_3').map((id) => [id, packed(Number(id.slice(4)))])))
  })
  const notes = Array.from({ length: 70 }, (_, n) => note(n))
  const parts: number[] = []
  const found = await find(
    notes,
    (done) => parts.push(done),
    () => false,
  )
  expect([asked.map((ids) => ids.length), parts]).toEqual([
    [64, 6],
    [0, 64],
  ])
  expect([found.size, found.get('con_69')?.[0], found.has('con_3')]).toEqual([69, 69, false])
  const changed = [...notes.slice(0, 69), note(69, 'other words'), note(70)]
  broken = true
  await expect(
    find(
      changed,
      () => undefined,
      () => false,
    ),
  ).rejects.toThrow('no answer')
  broken = false
  await find(
    changed,
    () => undefined,
    () => false,
  )
  expect(asked.slice(2)).toEqual([
    ['con_69', 'con_70'],
    ['con_69', 'con_70'],
  ])
  await find(
    [note(99)],
    () => undefined,
    () => true,
  )
  expect(asked).toHaveLength(4)
})
