import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RecordedRequest } from '@telaio/sandbox/testing'
import { Ajv, type ValidateFunction } from 'ajv'

/** Miro's own description, which the project refers to and does not commit; machines without it skip what needs it. */
export const DESCRIPTION = resolve(import.meta.dirname, '../../../../../shared/specs/miro-openapi.prism.json')
export const isDescribed = existsSync(DESCRIPTION)

interface Operation {
  readonly requestBody?: object
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[]
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** What of these requests Miro's description does not have; each kind of fault once for each operation. */
export function undescribed(requests: readonly RecordedRequest[]): string[] {
  const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false })
  ajv.addSchema(description, 'miro')
  const validators = new Map<string, ValidateFunction>()
  const faults = new Set<string>()
  for (const { method, path, body, query } of requests) {
    const template = path.replace(/^\/v2\/boards\/[^/]+/, '/v2/boards/{board_id}').replace(/\/\d+$/, '/{item_id}')
    const name = `${method} ${template}`
    const operation = description.paths[template]?.[method.toLowerCase()]
    if (!operation) {
      faults.add(`${name} is not in the description`)
      continue
    }
    const known = (operation.parameters ?? []).flatMap((parameter) => parameter.name ?? [])
    for (const one of Object.keys(query)) if (!known.includes(one)) faults.add(`${name} ?${one}`)
    if (method !== 'POST' && method !== 'PATCH') continue
    const $ref = `miro#/paths/${escape(template)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
    const validate = validators.get(name) ?? ajv.compile({ $ref })
    validators.set(name, validate)
    if (!validate(body)) for (const { instancePath, message } of validate.errors ?? []) faults.add(`${name} ${instancePath} ${message}`)
  }
  return [...faults]
}
