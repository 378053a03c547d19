import { describe, expect, it } from 'vitest'
import { ApiProblem, createSender, NoAnswer } from '@telaio/shared/client'
import { troubleOf } from './send.ts'

const counter = () => {
  let n = 0
  return () => `id-${++n}`
}
const still = () => Promise.resolve()

describe('sending', () => {
  it('keeps the id of what nobody answered, through its own attempts and the next press', async () => {
    const send = createSender({ newId: counter(), wait: still, attempts: 2 })
    const seen: string[] = []
    const silent = (id: string) => {
      seen.push(id)
      return Promise.reject(new NoAnswer())
    }
    await expect(send('a', silent)).rejects.toBeInstanceOf(NoAnswer)
    await expect(send('a', (id) => (seen.push(id), Promise.resolve('done')))).resolves.toBe('done')
    expect(seen).toEqual(['id-1', 'id-1', 'id-1'])
    await send('a', (id) => (seen.push(id), Promise.resolve('done')))
    expect(seen.at(-1)).toBe('id-2')
  })
  it('takes a new id for another body and after a refusal', async () => {
    const send = createSender({ newId: counter(), wait: still, attempts: 1 })
    const seen: string[] = []
    const refuse = (id: string) => {
      seen.push(id)
      return Promise.reject(new ApiProblem({ status: 409, code: 'meeting_open', detail: 'x' }))
    }
    await expect(send('a', refuse)).rejects.toThrow('meeting_open')
    await expect(send('a', refuse)).rejects.toThrow('meeting_open')
    await expect(send('b', refuse)).rejects.toThrow('meeting_open')
    expect(seen).toEqual(['id-1', 'id-2', 'id-3'])
  })
  it('tells a refusal from silence', () => {
    expect(troubleOf(new NoAnswer())).toMatchObject({ code: 'no_answer', unanswered: true })
    expect(troubleOf(new ApiProblem({ status: 422, code: 'invalid', detail: 'Correggi.', field: 'zoomLink' }))).toMatchObject({
      field: 'zoomLink',
      detail: 'Correggi.',
    })
    expect(() => troubleOf(new TypeError('a bug'))).toThrow('a bug')
  })
})
