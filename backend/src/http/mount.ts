import { type Request, type RequestHandler, type Response, Router } from 'express'
import * as core from 'zod/v4/core'
import { EDIT_KEYS_HEADER, EDIT_KEYS_MAX } from '@telaio/shared/api'
import { type Actor, LabId } from '@telaio/shared/lab'
import { createHash } from 'node:crypto'
import type { Labs } from '../service/labs.ts'
import { actorIn, type Claims, type Tokens } from '../sign-in/claims.ts'
import { jsonBody, rawBody } from './body.ts'
import { languageOf } from './language.ts'
import type { Call, Given, Operation } from './operation.ts'
import { misfit, Refusal, refuse } from './problem.ts'

export interface MountOptions {
  readonly tokens: Tokens
  readonly labs: Labs
  /** Limits calls to operations marked `slow`. */
  readonly limit: RequestHandler
}

/** Reads one input by its schema. A misfit is a refusal that names the field and what is wrong with it. */
function parse<T>(schema: core.$ZodType<T> | undefined, value: unknown, where: string): T {
  if (!schema) return null as T
  const read = core.safeParse(schema, value)
  if (read.success) return read.data
  throw misfit(read.error.issues[0] ?? { message: 'invalid', path: [] }, where)
}

async function claimsOf(request: Request, tokens: Tokens): Promise<{ claims: Claims; until: number }> {
  const header = request.get('authorization')
  if (header === undefined) throw refuse('unauthenticated')
  const token = /^Bearer ([\w.~+/=-]{1,4096})$/i.exec(header)?.[1]
  const read = token === undefined ? null : await tokens.read(token)
  if (!read) throw refuse('token_invalid')
  return { claims: read.claims, until: read.expiresAt }
}

/** Hashes of the edit keys that the client holds. */
function editKeysOf(request: Request): string[] {
  const keys = (request.get(EDIT_KEYS_HEADER) ?? '').split(',').filter((key) => /^[A-Za-z0-9_-]{22,64}$/.test(key))
  return keys.slice(0, EDIT_KEYS_MAX).map((key) => createHash('sha256').update(key).digest('base64url'))
}

/** True where this actor has a role (or a standing) that the operation's row names. */
export function isAllowed(allowed: Operation['allowed'], actor: Actor): boolean {
  if (allowed === 'anyone' || allowed === 'signed-in' || allowed === 'by-command') return true
  return allowed.some((who) => {
    if (who === 'newcomer') return actor.person === null
    if (who === 'zoom-host') return actor.zoom !== undefined && actor.zoom.role !== 'participant'
    return actor.roles.includes(who)
  })
}

function answer(response: Response, given: Given, status: number): void {
  if (given === 'handled') return
  if ('json' in given) {
    response.status(given.status ?? status).json(given.json)
    return
  }
  response.type(given.contentType)
  if (given.name !== undefined) response.attachment(given.name).type(given.contentType)
  response.send(given.file)
}

interface Caller {
  readonly claims: Claims
  readonly until: number
  readonly editKeys: readonly string[]
  readonly actor: Actor | null
}

/** Mounts operations on a router: limit, identity, permission, input, work, answer – in that order for each. */
export function mount(operations: readonly Operation[], { tokens, labs, limit }: MountOptions): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const operation of operations) {
    const identify: RequestHandler = async (request, response, next) => {
      response.locals['operation'] = operation.id
      const { claims, until } = operation.allowed === 'anyone' ? { claims: {}, until: 0 } : await claimsOf(request, tokens)
      const editKeys = editKeysOf(request)
      const labId = request.params['lab']
      let actor: Actor | null = null
      if (operation.path.includes(':lab')) {
        // an id that is none, a lab that is not there and a lab one has nothing to do with look the same from outside
        if (typeof labId !== 'string' || !core.safeParse(LabId, labId).success) throw new Refusal({ code: 'unknown_lab' })
        const { lab } = await labs.head(labId)
        actor = actorIn(lab, claims, editKeys)
        if (!actor) throw new Refusal({ code: 'unknown_lab' })
        if (!isAllowed(operation.allowed, actor)) throw new Refusal({ code: 'forbidden' })
      }
      response.locals['caller'] = { claims, until, editKeys, actor } satisfies Caller
      next()
    }
    const work: RequestHandler = async (request, response) => {
      const call: Call<unknown, unknown, unknown> = {
        ...(response.locals['caller'] as Caller),
        params: parse(operation.params, request.params, ''),
        query: parse(operation.query, request.query, ''),
        body: operation.raw ? request.body : parse(operation.body, request.body, ''),
        language: languageOf(request),
        request,
        response,
      }
      answer(response, await operation.handle(call), operation.status ?? 200)
    }
    const input = operation.raw ? rawBody(operation.raw) : operation.body ? jsonBody() : []
    router[operation.method](operation.path, ...(operation.slow ? [limit] : []), identify, ...input, work)
  }
  return router
}
