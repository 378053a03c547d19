import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that speaks OpenAI's `/embeddings`, or fails as it is told to. */
export interface FakeEmbeddings {
  readonly url: string
  /** What it was asked, call by call. */
  readonly asked: { readonly path: string; readonly key: string | undefined; readonly model: string; readonly input: readonly string[] }[]
  /** How it answers from now on; by default one vector a text, by its letters. */
  answer: (input: readonly string[], response: ServerResponse) => void
  readonly close: () => Promise<void>
}

/** As many numbers as asked for; texts that share letters are alike. */
export const vectorOf = (text: string): number[] => [...'aeiou'].map((letter) => text.toLowerCase().split(letter).length - 1)

export function right(input: readonly string[], response: ServerResponse): void {
  const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }))
  // the order of the list is not promised: the index is
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ object: 'list', data: data.reverse() }))
}

export async function fakeEmbeddings(): Promise<FakeEmbeddings> {
  const fake = { url: '', asked: [] as FakeEmbeddings['asked'], answer: right as FakeEmbeddings['answer'] }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { model, input } = JSON.parse(Buffer.concat(pieces).toString()) as { model: string; input: string[] }
      fake.asked.push({ path: request.url ?? '', key: request.headers.authorization, model, input })
      fake.answer(input, response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return Object.assign(fake, {
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  })
}
