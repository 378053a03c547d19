import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import * as z from 'zod'
import { hostOf } from '../http/local-only.ts'
import { problem, readBody } from '../http/problem.ts'
import { FACILITATOR, PARTICIPANTS, ZOOM_NUMBER } from './plan.ts'
import type { Stage } from './stage.ts'
import { type Bilingual, type Place, STAGE_HEADER, type StageState, STEPS, type StepKey } from './wire.ts'

/** Longer, and something between page and server may take the line for dead. */
const LONGEST_WAIT_MS = 20_000

const Entering = z.strictObject({ token: z.string().min(1).max(4096), language: z.enum(['it', 'en']).default('it') })
const Since = z.object({ since: z.coerce.number().int().default(0) })
const isStep = (text: string): text is StepKey => STEPS.some(({ key }) => key === text)

export interface StageAddresses {
  /** A person's page in the meeting: `http://p1.localhost:3100/zoom/…`. */
  readonly attendee: (port: string, number: string, key: string) => string
  readonly board: (port: string, board: string, key: string) => string
}

/** /stage/api: what the stage's page asks. A header carries the token, so that no other site's page can ask for it. */
export function createStageRoutes(stage: Stage, addresses: StageAddresses): Router {
  const router = Router()
  router.use(express.json({ limit: '16kb' }))
  const portOf = (req: Request): string => hostOf(req.headers.host).port
  const own = (port: string): string => `http://localhost${port === '' ? '' : `:${port}`}`

  const onlyOpened: RequestHandler = (req, res, next) => {
    if (stage.isOpenTo(String(req.headers[STAGE_HEADER] ?? ''))) return next()
    return problem(res, 403, 'stage_closed', 'The stage opens by the link that “telaio start” prints.')
  }

  function stateFor(req: Request): StageState {
    const { board, ...facts } = stage.facts()
    const port = portOf(req)
    const places: Place[] =
      board === null || facts.phase !== 'ready'
        ? []
        : [
            { ...FACILITATOR, kind: 'board', url: addresses.board(port, board, FACILITATOR.key) },
            ...PARTICIPANTS.map(({ key, name }) => ({
              key,
              name,
              kind: 'participant' as const,
              url: addresses.attendee(port, ZOOM_NUMBER, key),
            })),
            { ...FACILITATOR, kind: 'host', url: addresses.attendee(port, ZOOM_NUMBER, FACILITATOR.key) },
          ]
    return { ...facts, places }
  }

  router.post('/enter', async (req, res) => {
    const body = readBody(Entering, req.body, res)
    if (!body) return
    const may = await stage.enter(body.token, { zoomLink: `${own(portOf(req))}/j/${ZOOM_NUMBER}`, language: body.language })
    if (may) res.json({ entered: true })
    else problem(res, 403, 'stage_closed', 'This link opens no stage: it has been used elsewhere, or is another server’s.', 'token')
  })

  router.get('/state', onlyOpened, async (req, res) => {
    const { since } = Since.parse(req.query)
    await stage.newerThan(since, LONGEST_WAIT_MS)
    res.set('Cache-Control', 'no-store').json(stateFor(req))
  })

  router.post('/steps/:step', onlyOpened, async (req, res) => {
    const step = String(req.params['step'])
    if (!isStep(step)) return problem(res, 404, 'no_such_step', 'The stage has no such step.')
    const why = await stage.act(step)
    if (why) notDone(res, why)
    else res.json({ done: true })
  })

  router.post('/console', onlyOpened, async (_req: Request, res: Response) => {
    const link = await stage.consoleLink()
    if (link === null) problem(res, 409, 'no_link', 'Nobody here can give a link: “npx telaio sign-in-link” does.')
    else res.json({ link })
  })

  router.post('/cast', onlyOpened, async (_req: Request, res: Response) => {
    const why = await stage.bringCast()
    if (why) notDone(res, why)
    else res.json({ done: true })
  })

  return router
}

const notDone = (res: Response, why: Bilingual): void =>
  void res
    .status(409)
    .type('application/problem+json')
    .json({ type: 'about:blank', status: 409, code: 'not_done', detail: why.en, words: why })
