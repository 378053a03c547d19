import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MiroServer, startMiro } from '../testing/miro-server.ts'

/** Miro's own description, which the project refers to and does not commit; CI machines without it skip this. */
const path = resolve(import.meta.dirname, '../../../../../shared/specs/miro-openapi.prism.json')
const present = existsSync(path)

interface Spec {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: unknown; readonly responses: Readonly<Record<string, unknown>> }>>>
  >
}

const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

function createDescription() {
  const spec = JSON.parse(readFileSync(path, 'utf8')) as Spec
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false })
  ajv.addSchema(spec, 'miro')
  const compiled = new Map<string, ValidateFunction>()
  const at = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `miro#${pointer}` })
    compiled.set(pointer, known)
    return known
  }
  const violations = (pointer: string, value: unknown): string[] => {
    const validate = at(pointer)
    return validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) => `${pointer} ${instancePath} ${message} ${JSON.stringify(params)}`,
        )
  }
  return {
    request: (method: string, template: string, body: unknown) =>
      violations(`/paths/${escape(template)}/${method}/requestBody/content/application~1json/schema`, body),
    response: (method: string, template: string, status: number, body: unknown) =>
      violations(`/paths/${escape(template)}/${method}/responses/${status}/content/application~1json/schema`, body),
    /** The description's own defects: connectors are made with 201 on the wire and 200 in it; item groups have the schema of user groups. */
    statusOf: (method: string, template: string, status: number) => (template.endsWith('/connectors') && method === 'post' ? 200 : status),
  }
}

describe.skipIf(!present)(`against Miro's OpenAPI description${present ? '' : ` — SKIPPED: ${path} is not there`}`, () => {
  let miro: MiroServer
  let description: ReturnType<typeof createDescription>
  const board = '/v2/boards/{board_id}'
  const made: Record<string, string> = {}

  beforeAll(async () => {
    miro = await startMiro()
    description = createDescription()
  })
  afterAll(() => miro.close())

  async function ask(method: string, template: string, body?: object, query = ''): Promise<{ id: string; data: { id: string }[] }> {
    const real = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(name === 'board_id' ? miro.boardId : (made[name] ?? '')),
    )
    const answer = await miro.rest<{ id: string; data: { id: string }[] }>(method.toUpperCase(), `${real}${query}`, body)
    expect({ method, template, status: answer.status, body: answer.status < 300 ? null : answer.body }).toMatchObject({
      status: expect.toBeOneOf([200, 201, 204]),
    })
    if (body) expect(description.request(method, template, body)).toEqual([])
    if (answer.status !== 204)
      expect(description.response(method, template, description.statusOf(method, template, answer.status), answer.body)).toEqual([])
    return answer.body
  }

  it('sees violations where there are some', () => {
    expect(description.request('post', `${board}/sticky_notes`, { style: { fillColor: 'beige' } })).toHaveLength(1)
    expect(description.response('get', `${board}/tags`, 200, { data: [{ title: 'no id' }] })).not.toEqual([])
  })

  it('[MS170] requests like ours and the answers to them hold to it, kind by kind', async () => {
    made['frame'] = (
      await ask('post', `${board}/frames`, {
        data: { title: 'F', format: 'custom', type: 'freeform' },
        style: { fillColor: '#ffffff' },
        position: { x: 0, y: 0 },
        geometry: { width: 1000, height: 800 },
      })
    ).id
    const parent = { id: made['frame'] }
    const bodies: Readonly<Record<string, object>> = {
      sticky_notes: {
        data: { content: 'n', shape: 'square' },
        style: { fillColor: 'violet' },
        position: { x: 300, y: 300 },
        geometry: { width: 150 },
        parent,
      },
      texts: {
        data: { content: 't' },
        style: { fontSize: '24', textAlign: 'left' },
        position: { x: 300, y: 300 },
        geometry: { width: 200 },
        parent,
      },
      shapes: {
        data: { content: 's', shape: 'rectangle' },
        style: { fillColor: '#ffffff', borderWidth: '2', fontSize: '18', textAlignVertical: 'top' },
        position: { x: 300, y: 300 },
        geometry: { width: 200, height: 200 },
        parent,
      },
      cards: { data: { title: 'c', description: 'd' }, style: { cardTheme: '#2d9bf0' }, position: { x: 300, y: 300 }, parent },
      images: { data: { url: 'https://example.org/a.png', title: 'i' }, position: { x: 0, y: 0 }, geometry: { width: 200 } },
    }
    for (const [kind, body] of Object.entries(bodies)) {
      made['item_id'] = (await ask('post', `${board}/${kind}`, body)).id
      made[kind] = made['item_id']
      await ask('get', `${board}/${kind}/{item_id}`)
      if (kind !== 'images') await ask('patch', `${board}/${kind}/{item_id}`, { ...body, position: { x: 310, y: 310 } })
      await ask('get', `${board}/items/{item_id}`)
    }
    made['item_id'] = made['frame']
    await ask('patch', `${board}/frames/{item_id}`, { data: { title: 'G' }, geometry: { width: 1100, height: 900 } })
    made['item_id'] = made['shapes'] ?? ''
    await ask('patch', `${board}/items/{item_id}`, { position: { x: 320, y: 320 } })
    expect(Object.keys(bodies).map((kind) => typeof made[kind])).toEqual(Array.from({ length: 5 }, () => 'string'))
  })

  it('[MS171] lists, bulks, connectors, tags, boards, the token', async () => {
    await ask('get', `${board}/items`, undefined, '?limit=50')
    await ask('post', `${board}/items/bulk`, [
      { type: 'sticky_note', data: { content: 'a', shape: 'square' }, style: { fillColor: 'cyan' }, position: { x: 5000, y: 0 } },
      { type: 'shape', data: { shape: 'circle' }, style: { fillColor: '#ffffff' } },
    ])
    made['connector_id'] = (
      await ask('post', `${board}/connectors`, {
        startItem: { id: made['texts'], snapTo: 'right' },
        endItem: { id: made['cards'], position: { x: '0%', y: '50%' } },
        captions: [{ content: 'x', position: '50%' }],
        style: { strokeColor: '#00795a', strokeWidth: '2' },
      })
    ).id
    await ask('get', `${board}/connectors`, undefined, '?limit=10')
    await ask('get', `${board}/connectors/{connector_id}`)
    await ask('patch', `${board}/connectors/{connector_id}`, { shape: 'straight' })
    made['tag_id'] = (await ask('post', `${board}/tags`, { title: 'T', fillColor: 'cyan' })).id
    await ask('get', `${board}/tags`)
    await ask('patch', `${board}/tags/{tag_id}`, { title: 'U' })
    made['item_id'] = made['cards'] ?? ''
    await ask('post', `${board}/items/{item_id}`, undefined, `?tag_id=${made['tag_id']}`)
    await ask('get', `${board}/items/{item_id}/tags`)
    await ask('get', board)
    await ask('patch', board, { name: 'Nuovo nome', policy: { sharingPolicy: { teamAccess: 'edit' } } })
    await ask('get', '/v2/boards', undefined, '?limit=10')
    await ask('post', '/v2/boards', { name: 'B', description: 'd' })
    await ask('put', '/v2/boards', { name: 'C' }, `?copy_from=${encodeURIComponent(miro.boardId)}`)
    await ask('get', `${board}/members`)
    await ask('get', '/v1/oauth-token')
    made['item_id'] = made['sticky_notes'] ?? ''
    await ask('delete', `${board}/items/{item_id}`)
    expect((await miro.on('GET', `/items/${made['item_id']}`)).status).toBe(404)
  })
})
