import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { aFrame, aNote, aShape } from '@telaio/shared/contracts'
import type { NewBoardItem } from '@telaio/shared/ports'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { connectedMiro } from './testing/connected-miro.ts'

/** Miro's own description, which the project refers to and does not commit; machines without it skip this. */
const path = resolve(import.meta.dirname, '../../../../shared/specs/miro-openapi.prism.json')
const present = existsSync(path)
const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

interface Operation {
  readonly requestBody?: object
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[]
}
interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

describe.skipIf(!present)(`requests against Miro's OpenAPI description${present ? '' : ` — SKIPPED: ${path} is not there`}`, () => {
  it('every request of the Board adapter holds to it', async () => {
    const spec = JSON.parse(readFileSync(path, 'utf8')) as Spec
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false })
    ajv.addSchema(spec, 'miro')
    const one = await connectedMiro()
    const board = one.miro.boards.open(await one.connect(), one.sandbox.boardId)
    if (!board) throw new Error('not connected')
    const box = { left: -700, top: -450, width: 1400, height: 900 }
    const [frame] = await board.create([aFrame(box)])
    const parent = { id: frame?.id ?? '', box }
    const inside = { left: -600, top: -400, width: 400, height: 300 }
    const text: NewBoardItem = {
      kind: 'text',
      parent,
      box: inside,
      content: '<p>Titolo</p>',
      style: { size: 84, ink: '#1F2430', weight: 'bold', align: 'left' },
    }
    const items = [aShape(inside, parent), aNote('nota', -100, 0, parent), text]
    const made = await board.create([
      ...items,
      { ...aShape(inside), style: {} },
      { ...text, parent: null, box: { ...inside, rotation: 15 } },
    ])
    for (const item of items) await board.create([item])
    for (const [at, item] of items.entries()) {
      const id = made[at]?.id ?? ''
      await board.update(id, item.kind, {
        content: '<p>altro</p>',
        style: item.style,
        place: { box: { ...item.box, left: item.box.left + 10 }, parent },
      })
      await board.item(id)
      await board.remove(id, item.kind)
    }
    await board.update(parent.id, 'frame', { content: 'Altro', style: { fill: '#EAF2F6' }, place: { box, parent: null } })
    await board.items()
    await board.info()

    const asked = one.sandbox.requests.filter(({ path: of }) => of.startsWith('/v2/'))
    expect(asked.length).toBeGreaterThan(15)
    const faults = asked.flatMap(({ method, path: of, body, query }) => {
      const template = of.replace(/^\/v2\/boards\/[^/]+/, '/v2/boards/{board_id}').replace(/\/\d+$/, '/{item_id}')
      const operation = spec.paths[template]?.[method.toLowerCase()]
      if (!operation) return [`${method} ${template} is not in the description`]
      const known = (operation.parameters ?? []).flatMap(({ name }) => name ?? [])
      const strange = Object.keys(query)
        .filter((name) => !known.includes(name))
        .map((name) => `${method} ${template} ?${name}`)
      if (method !== 'POST' && method !== 'PATCH') return strange
      const validate = ajv.compile({
        $ref: `miro#/paths/${escape(template)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`,
      })
      return validate(body)
        ? strange
        : [...strange, ...(validate.errors ?? []).map(({ instancePath, message }) => `${method} ${template} ${instancePath} ${message}`)]
    })
    expect(faults).toEqual([])
    await one.close()
  })
})
