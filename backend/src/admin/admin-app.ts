import { randomUUID } from 'node:crypto'
import { LabId, PersonId } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import express, { type ErrorRequestHandler, type Express } from 'express'
import * as z from 'zod'
import { safeParse, type $ZodType } from 'zod/v4/core'
import { DOCUMENT_NAMES } from '../documents/names.ts'
import { languageOf } from '../http/language.ts'
import { problemOf, Refusal, refuse } from '../http/problem.ts'
import type { Services } from '../http/services.ts'
import { kitOut } from '../kits/kit-out.ts'
import { firstAccount, signInLink } from '../service/account.ts'
import { examineLab } from './examine-lab.ts'
import { recordLab } from './lab-record.ts'
import { erasePerson, findPeople } from './people.ts'
import { AdminRefusal } from './refusal.ts'
import { restoreLab } from './restore-lab.ts'
import { addServerPart, readServerPart, ServerPart } from './server-part.ts'

/** One lab of a backup arrives in one body: as large as a string may become. */
const BODY_LIMIT = 500 * 1024 * 1024

const InLab = z.object({ lab: LabId })
const DocumentOf = z.object({ lab: LabId, name: z.string().max(80) })
const Found = z.object({ who: z.string().min(3).max(300), lab: z.optional(LabId) })
const Erasure = z.strictObject({ person: PersonId })
const Restoring = z.object({ replace: z.enum(['true', 'false']).default('false') })

function parse<T>(schema: $ZodType<T>, value: unknown): T {
  const read = safeParse(schema, value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = issue?.path.map(String).join('.') ?? ''
  throw new Refusal({ code: 'invalid', field, facts: { problem: `${field || 'body'}: ${issue?.message ?? 'invalid'}` } })
}

/** What the command line asks of whoever owns the data directory, over the socket in it: whoever can open that file may. */
export function adminApp(services: Services): Express {
  const { server, keys, publicUrl, now, store, registers, logger, labs, documents } = services
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.use(express.json({ limit: BODY_LIMIT }))

  app.post('/sign-in-link', async (_request, response) => {
    const account = await firstAccount(server, now())
    response.json({ link: signInLink(keys, publicUrl(), account.id, now()) })
  })

  app.get('/labs', async (_request, response) => {
    const lines = []
    for (const id of await store.list())
      try {
        const { lab } = await store.head(id)
        lines.push({ id, title: lab.title, archived: lab.archived, damaged: false })
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        lines.push({ id, title: '', archived: false, damaged: true })
      }
    response.json({ labs: lines })
  })
  app.get('/labs/:lab/kit', async (request, response) => {
    response.json(kitOut(await labs.scene(parse(InLab, request.params).lab)))
  })
  app.get('/labs/:lab/state', async (request, response) => {
    response.json(await examineLab(parse(InLab, request.params).lab, { labs: store, registers }))
  })

  app.get('/labs/:lab/documents', async (request, response) => {
    const scene = await labs.scene(parse(InLab, request.params).lab)
    response.json({ names: DOCUMENT_NAMES, missing: documents.missing(scene) })
  })
  app.get('/labs/:lab/documents/:name', async (request, response) => {
    const { lab, name } = parse(DocumentOf, request.params)
    const file = await documents.make(await labs.scene(lab), name)
    if (!file) throw refuse('not_found')
    response.json({ file: file.toString('base64') })
  })

  app.get('/labs/:lab/record', async (request, response) => {
    response.json(await recordLab(parse(InLab, request.params).lab, { labs: store, registers }))
  })
  app.put('/labs', async (request, response) => {
    response.json(await restoreLab(services, request.body, parse(Restoring, request.query).replace === 'true'))
  })
  app.get('/server', async (_request, response) => {
    response.json(await readServerPart(server))
  })
  app.put('/server', async (request, response) => {
    await addServerPart(server, parse(ServerPart, request.body))
    response.json({})
  })

  app.get('/people', async (request, response) => {
    const { who, lab } = parse(Found, request.query)
    response.json(await findPeople(services, who, lab ?? null))
  })
  app.post('/labs/:lab/erase', async (request, response) => {
    await erasePerson(services, parse(InLab, request.params).lab, parse(Erasure, request.body).person)
    response.json({})
  })

  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const language = languageOf(request)
    if (error instanceof AdminRefusal) {
      response.status(409).json({ code: 'refused', detail: error.words[language] })
      return
    }
    const reference = randomUUID().slice(0, 8)
    const { status, body, unexpected } = problemOf(error, language, reference)
    if (unexpected) logger.error({ err: error, reference, operation: 'command line' }, 'unexpected')
    response.status(status).json(body)
  }
  app.use((_request, _response) => {
    throw new AdminRefusal(
      'Il server in funzione è di un’altra versione: fermalo e avvia quella nuova.',
      'The server that is running is of another version: stop it and start the new one.',
    )
  })
  app.use(onError)
  return app
}
