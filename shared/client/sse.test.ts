import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents, type SentEvent } from './sse.ts'

async function* chunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const cut of [...cuts.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]) {
    yield bytes.subarray(from, cut)
    from = Math.max(from, cut)
  }
}
const all = async (text: string, cuts: readonly number[] = []): Promise<SentEvent[]> => {
  const events: SentEvent[] = []
  for await (const event of readEvents(chunks(new TextEncoder().encode(text), cuts))) events.push(event)
  return events
}

describe('reading Server-Sent Events', () => {
  it('reads events, ids, comments, many data lines, and every kind of line end', async () => {
    expect(await all(': hello\r\nid: e-1\revent: changes\ndata: a\ndata:  b\n\nevent: here\nid: e-2\ndata\n\ndata: unfinished')).toEqual([
      { event: 'changes', id: 'e-1', data: 'a\n b' },
      { event: 'here', id: 'e-2', data: '' },
    ])
  })

  it('gives the same events however the bytes are cut', async () => {
    const text = 'id: k-1\nevent: changes\ndata: {"testo":"perché 🌿 ①"}\n\nid: k-2\r\nevent: here\r\ndata: {}\r\n\r\n'
    const expected = await all(text)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(500), { maxLength: 12 }), async (cuts) => {
        expect(await all(text, cuts)).toEqual(expected)
      }),
    )
  })
})
