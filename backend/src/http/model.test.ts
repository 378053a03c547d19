import { afterAll, beforeAll, expect, it } from 'vitest'
import { ApiProblem } from '@telaio/shared/client'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'
import { type FakeEmbeddings, fakeEmbeddings, right, vectorOf } from '../themes/testing/fake-embeddings.ts'

let fake: FakeEmbeddings
let server: TestServer
let lab: TestLab
let notes: string[]
beforeAll(async () => {
  fake = await fakeEmbeddings()
  server = await startTestServer({ env: { EMBEDDINGS_URL: fake.url, EMBEDDINGS_MODEL: 'small', EMBEDDINGS_KEY: 'secret' } })
  lab = await makeTestLab(server)
  const ann = server.api(lab.people['Ann']?.token)
  notes = []
  for (const [n, text] of ['<b>alberi</b> in piazza', 'bandi', 'only mine'].entries()) {
    const answer = { type: 'cards', text } as const
    const made = await ann.send(lab.lab, { id: commandId(), type: 'contribute', meeting: 1, zone: 'C1.2', answer, private: n === 2 })
    notes.push((made as unknown as { contribution: string }).contribution)
  }
})
afterAll(() => Promise.all([server.close(), fake.close()]))

const never = new AbortController().signal
const floats = (base64: string | undefined): number[] => {
  const bytes = Buffer.from(base64 ?? '', 'base64')
  return Array.from({ length: bytes.length / 4 }, (_, place) => bytes.readFloatLE(place * 4))
}

it('[TH36] gives organisers the model’s vectors for the lab’s own notes; what it is not asked about is left out', async () => {
  const api = server.api(lab.organiser)
  expect(await api.model(lab.lab)).toEqual({ model: { name: 'small', away: null } })
  const asked = [...notes, `con_${'0'.repeat(26)}`]
  const { vectors } = await api.vectors(lab.lab, asked, never)
  expect(Object.keys(vectors)).toEqual(notes.slice(0, 2))
  expect(floats(vectors[notes[0] ?? ''])).toEqual(vectorOf('alberi in piazza'))
  expect(fake.asked).toEqual([{ path: '/v1/embeddings', key: 'Bearer secret', model: 'small', input: ['alberi in piazza', 'bandi'] }])
  await api.vectors(lab.lab, notes, never)
  expect(fake.asked).toHaveLength(1)
})

it('[TH34] says in the reader’s language that the model does not answer, without its address or key', async () => {
  fake.answer = (_, response) => void response.writeHead(500).end()
  const ann = server.api(lab.people['Ann']?.token)
  const answer = { type: 'cards', text: 'new' } as const
  const made = await ann.send(lab.lab, { id: commandId(), type: 'contribute', meeting: 1, zone: 'C1.2', answer, private: false })
  const problem = await server
    .api(lab.organiser)
    .vectors(lab.lab, [(made as unknown as { contribution: string }).contribution], never)
    .catch((error: unknown) => error)
  fake.answer = right
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ status: 503, code: 'model_silent', detail: expect.stringMatching(/HTTP error 500.*Try again/) })
  expect(JSON.stringify(problem) + server.log.join('')).not.toMatch(/secret|127\.0\.0\.1:\d+\/v1/)
})

it('[TH36] takes 64 notes at a time', async () => {
  const many = Array.from({ length: 65 }, (_, n) => `con_${String(n).padStart(26, '0')}`)
  await expect(server.api(lab.organiser).vectors(lab.lab, many, never)).rejects.toMatchObject({ status: 422 })
})

it('[TH33] has none where none is set', async () => {
  const plain = await startTestServer()
  const other = await makeTestLab(plain)
  expect(await plain.api(other.organiser).model(other.lab)).toEqual({ model: null })
  await expect(plain.api(other.organiser).vectors(other.lab, [`con_${'0'.repeat(26)}`], never)).rejects.toMatchObject({ code: 'no_model' })
  await plain.close()
})
