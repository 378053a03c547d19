import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BULK, httpEmbedder } from './embedder.ts'
import { embedderOf, remembering } from './embedders.ts'
import { type FakeEmbeddings, fakeEmbeddings, right, vectorOf } from './testing/fake-embeddings.ts'

let fake: FakeEmbeddings
beforeAll(async () => {
  fake = await fakeEmbeddings()
})
beforeEach(() => {
  fake.asked.length = 0
  fake.answer = right
})
afterAll(() => fake.close())

const json = (body: unknown) => (_: readonly string[], response: ServerResponse) => void response.end(JSON.stringify(body))

describe('a model behind an address', () => {
  it('[TH33] is asked in parts, and gives the vectors in the order of the texts', async () => {
    const texts = Array.from({ length: 2 * BULK + 2 }, (_, n) => 'a'.repeat(n))
    const embedder = httpEmbedder({ url: `${fake.url}/`, model: 'small', key: 'k' })
    expect(await embedder.embed(texts)).toEqual(texts.map(vectorOf))
    expect(fake.asked.map(({ path, key, model, input }) => [path, key, model, input.length])).toEqual(
      [BULK, BULK, 2].map((many) => ['/v1/embeddings', 'Bearer k', 'small', many]),
    )
    expect([embedder.name, embedder.away]).toEqual(['small', null])
    expect(httpEmbedder({ url: 'https://models.example.org/v1', model: 'm' }).away).toBe('models.example.org')
  })

  it('[TH34] says why when it gives no vectors: late, faulty, of another form, too large', async () => {
    const silent = async (answer: FakeEmbeddings['answer'], italian: RegExp, english: RegExp): Promise<void> => {
      fake.answer = answer
      const asked = httpEmbedder({ url: fake.url, model: 'm', patience: 300 }).embed(['one', 'two'])
      await expect(asked).rejects.toMatchObject({
        name: 'ModelSilent',
        words: { it: expect.stringMatching(italian), en: expect.stringMatching(english) },
      })
    }
    await silent(() => undefined, /nessuna risposta in/, /no answer within/)
    // the headers come, the rest does not
    await silent((_, response) => void response.write('{"data":['), /nessuna risposta in/, /no answer within/)
    await silent((_, response) => void response.writeHead(500).end('broken'), /errore HTTP 500/, /HTTP error 500/)
    await silent(
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /non si raggiunge/,
      /cannot be reached/,
    )
    await silent((_, response) => void response.destroy(), /non si raggiunge/, /cannot be reached/)
    await silent((_, response) => void response.end('<html>'), /non risponde come/, /does not answer like/)
    await silent(json({ data: [{ index: 0 }] }), /non risponde come/, /does not answer like/)
    await silent(json({ data: [{ index: 0, embedding: [1] }] }), /un vettore per nota/, /a vector for each note/)
    const two = (one: number[], other: number[]) =>
      json({
        data: [
          { index: 0, embedding: one },
          { index: 1, embedding: other },
        ],
      })
    await silent(two([1, 2], [1]), /stessa lunghezza/, /one length/)
    await silent(two([], []), /stessa lunghezza/, /one length/)
    const long = Array.from({ length: 8193 }, () => 1)
    await silent(two(long, long), /stessa lunghezza/, /one length/)
    const mebibyte = ' '.repeat(1024 * 1024)
    await silent(
      (_, response) => {
        for (let n = 0; n < 17; n++) response.write(mebibyte)
        response.end('{}')
      },
      /troppo grande|nessuna risposta/,
      /too large|no answer/,
    )
  })

  it('[TH34] says that an address with nobody behind it cannot be reached', async () => {
    const gone = await fakeEmbeddings()
    await gone.close()
    await expect(httpEmbedder({ url: gone.url, model: 'm' }).embed(['one'])).rejects.toMatchObject({
      words: { en: 'its address cannot be reached' },
    })
  })

  it('[TH33] is off unless it is set; the same setting takes a folder', () => {
    expect(embedderOf({})).toBeNull()
    expect(embedderOf({ EMBEDDINGS_URL: '', EMBEDDINGS_MODEL: 'm' })).toBeNull()
    expect(embedderOf({ EMBEDDINGS_URL: fake.url })).toMatchObject({ name: 'default', away: null })
    expect(embedderOf({ EMBEDDINGS_URL: '/srv/models/minilm/' })).toMatchObject({ name: 'minilm', away: null })
  })

  it('[TH36] is asked for a text once, also when two ask for it at the same time, and again after it failed', async () => {
    const embedder = remembering(httpEmbedder({ url: fake.url, model: 'm' }))
    fake.answer = (_, response) => void response.writeHead(503).end()
    await expect(embedder.embed(['one'])).rejects.toMatchObject({ name: 'ModelSilent' })
    fake.answer = right
    fake.asked.length = 0
    const both = await Promise.all([embedder.embed(['one', 'two', 'one']), embedder.embed(['two', 'three'])])
    expect(both).toEqual([['one', 'two', 'one'].map(vectorOf), ['two', 'three'].map(vectorOf)])
    expect(fake.asked.map(({ input }) => input)).toEqual([['one', 'two'], ['three']])
  })

  it('[TH36] forgets the oldest vectors when they fill their room', async () => {
    const asked: string[][] = []
    const embed = (texts: readonly string[]) => {
      asked.push([...texts])
      return Promise.resolve(texts.map(() => [1, 2, 3, 4]))
    }
    // room for two vectors of four numbers
    const embedder = remembering({ name: 'm', away: null, embed }, 32)
    await embedder.embed(['one', 'two'])
    await embedder.embed(['one', 'three'])
    await embedder.embed(['one', 'two'])
    expect(asked).toEqual([['one', 'two'], ['three'], ['two']])
  })
})
