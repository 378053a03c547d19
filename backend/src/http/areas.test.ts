import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let lab: TestLab
beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
})
afterAll(() => server.close())

const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/api/labs/${lab.lab}/areas/${path}`, { headers: { authorization: `Bearer ${lab.organiser}`, ...headers } })

it('draws what would stand on the board, with the words on request', async () => {
  const outline = await ask('m1/preview.svg')
  expect(outline.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  const [small, large] = [await outline.text(), await (await ask('m1/preview.svg?detail=whole')).text()]
  expect(small).toMatch(/^<svg .*<\/svg>$/s)
  expect(large.length).toBeGreaterThan(small.length)
  expect(await (await ask('canvas/preview.svg')).text()).toContain('<title>')
})

it('draws again only what has changed', async () => {
  const first = await ask('m2/preview.svg')
  const tag = first.headers.get('etag') ?? ''
  await first.text()
  expect((await ask('m2/preview.svg', { 'if-none-match': tag })).status).toBe(304)
  expect((await ask('m1/preview.svg', { 'if-none-match': tag })).status).toBe(200)
  await server.api(lab.organiser).send(lab.lab, { id: commandId(), type: 'changeLab', title: 'Other' })
  expect((await ask('m2/preview.svg', { 'if-none-match': tag })).status).toBe(200)
})

it('knows no area that the kit has not', async () => {
  for (const path of ['m9/preview.svg', 'm9/items']) expect((await ask(path)).status).toBe(404)
  expect((await ask('all/items')).status).toBe(422)
})

it('lists nothing where nothing was placed', async () => {
  expect(await (await ask('m1/items')).json()).toEqual({ board: null, items: [] })
})
