import * as core from 'zod/v4/core'
import { Problem } from '@telaio/shared/api'
import { COMMAND_TYPES, commandSchema, PERMISSIONS } from '@telaio/shared/lab'
import type { Operation } from './operation.ts'
import { PROBLEM_CODES } from './problem.ts'

type Json = Record<string, unknown>

/** JSON Schema of a zod schema, as what is sent (`input`) or what comes back (`output`). */
const schemaOf = (schema: core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = core.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

const parametersOf = (schema: core.$ZodType | undefined, where: 'path' | 'query'): Json[] => {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }))
}

const problem: Json = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The API's description, OpenAPI 3.1, made from the same schemas that check requests. */
export function openApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const path = `/api${operation.path.replace(/:(\w+)/g, '{$1}')}`
    const isCommand = operation.id === 'sendCommand'
    const requestBody = operation.raw
      ? { required: true, content: Object.fromEntries(operation.raw.map((type) => [type, { schema: { type: 'string' } }])) }
      : operation.body
        ? {
            required: true,
            content: {
              'application/json': { schema: isCommand ? { $ref: '#/components/schemas/Command' } : schemaOf(operation.body, 'input') },
            },
          }
        : undefined
    const content = operation.answer
      ? { 'application/json': { schema: schemaOf(operation.answer, 'output') } }
      : { [operation.produces ?? 'application/json']: { schema: { type: 'string' } } }
    paths[path] = {
      ...paths[path],
      [operation.method]: {
        operationId: operation.id,
        summary: operation.summary,
        ...(operation.allowed === 'anyone' ? { security: [] } : {}),
        'x-allowed': operation.allowed,
        parameters: [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query')],
        ...(requestBody ? { requestBody } : {}),
        responses: { [String(operation.status ?? 200)]: { description: 'Done', content }, default: problem },
      },
    }
  }
  const commands = Object.fromEntries(
    COMMAND_TYPES.map((type) => [`Command.${type}`, { ...schemaOf(commandSchema(type), 'input'), 'x-allowed': PERMISSIONS[type] }]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Telaio',
      version: '0.1.0',
      description: 'A lab is an append-only log; views and documents are folds of it. Refusals are problem documents (RFC 9457).',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...commands,
        Command: {
          oneOf: Object.keys(commands).map((name) => ({ $ref: `#/components/schemas/${name}` })),
          discriminator: { propertyName: 'type' },
        },
        Problem: {
          ...schemaOf(Problem, 'output'),
          properties: { ...(schemaOf(Problem, 'output')['properties'] as Json), code: { enum: PROBLEM_CODES } },
        },
      },
    },
  }
}
