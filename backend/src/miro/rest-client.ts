import { MiroLowlevelApi } from '@mirohq/miro-api'
import { BoardError } from '@telaio/shared/ports'
import * as z from 'zod'
import { creditsOf, limitsOf, type Purse, resetOf } from './limits.ts'

export interface RestClientOptions {
  readonly apiUrl: string
  readonly access: () => Promise<string>
  readonly afterRefusal: (dead: string) => Promise<string>
  /** The account's credits: nothing is asked that it cannot pay. */
  readonly purse: Purse
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  /** From 0 up to 1. */
  readonly random: () => number
}

interface Headers {
  get(name: string): string | null
}

interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Pauses before a reading is tried again. */
const PAUSES_MS = [200, 800, 2500] as const
/** A reading waits so long for new credits; longer is for the caller to decide. */
const READ_PATIENCE_MS = 3000
/** Whoever waits for the same moment comes back spread over this much. */
const JITTER_MS = 1000
/** The connection was never made: nothing can have happened. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])
const NEVER_LEFT_LATER_MS = 5000

const HttpFault = z.object({ name: z.literal('HttpError'), statusCode: z.number(), response: z.custom<{ headers: Headers }>() })
const Refusal = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  context: z.object({ fields: z.array(z.object({ field: z.string() })) }).optional(),
})

/** Requests to Miro's REST API by one account, through the npm client's low-level call: it alone gives answers as they came (facts: §2). */
export function createRestClient({ apiUrl, access, afterRefusal, purse, now, wait, random }: RestClientOptions) {
  /** `BoardError` alone leaves here: without a token nothing was asked. */
  async function token(get: () => Promise<string>): Promise<string> {
    try {
      return await get()
    } catch (error) {
      throw error instanceof BoardError
        ? error
        : new BoardError('busy', 'the tokens cannot be read or kept now', { cause: error, retryAt: now() + NEVER_LEFT_LATER_MS })
    }
  }

  async function once(bearer: string, method: Method, path: string, body: unknown): Promise<Answer> {
    try {
      // the whole address: the client would drop a path of its base
      const { body: answer, response } = await new MiroLowlevelApi(bearer).call(
        method,
        `${apiUrl}${path}`,
        body === undefined ? undefined : JSON.stringify(body),
      )
      const { status, headers } = response as unknown as { status: number; headers: Headers }
      return { status, body: answer, headers }
    } catch (error) {
      const fault = HttpFault.safeParse(error)
      if (fault.success)
        return { status: fault.data.statusCode, body: (error as { body?: unknown }).body, headers: fault.data.response.headers }
      const { code = '' } = error as { code?: string }
      if (NEVER_LEFT.has(code)) throw new BoardError('busy', `Miro cannot be reached (${code})`, { retryAt: now() + NEVER_LEFT_LATER_MS })
      throw new BoardError('unknown', `no answer from Miro (${code || (error as Error).name})`)
    }
  }

  /** One request, and one more where the token turned out to be dead: a 401 was surely not carried out. */
  async function ask(method: Method, path: string, body?: unknown): Promise<unknown> {
    const bearer = await token(access)
    const giveBack = purse.take(creditsOf(method, path, Array.isArray(body) ? body.length : 1))
    try {
      let answer = await once(bearer, method, path, body)
      if (answer.status === 401) {
        const fresh = await token(() => afterRefusal(bearer))
        answer = await once(fresh, method, path, body)
      }
      const limits = limitsOf(answer.headers, now())
      if (limits) purse.learn(limits)
      if (answer.status >= 200 && answer.status < 300) return answer.body
      throw faultOf(answer, `${method} ${kindOf(path)}`)
    } finally {
      giveBack()
    }
  }

  function faultOf({ status, body, headers }: Answer, what: string): BoardError {
    const said = Refusal.safeParse(body)
    // names of fields, never their values: those are what people wrote
    const fields = said.success ? (said.data.context?.fields.map(({ field }) => field) ?? []) : []
    const words = [`${what}: ${status}`, said.success ? said.data.code : undefined, fields.join(', ')].filter(Boolean).join(' ')
    if (status === 429) {
      const reset = resetOf(headers, now())
      return new BoardError('busy', words, { retryAt: reset === 0 ? 0 : reset + Math.floor(random() * JITTER_MS) })
    }
    if (status === 401 || status === 403) return new BoardError('no-access', words)
    if (status === 404 || status === 410) return new BoardError('gone', words)
    if (status === 408 || status === 425 || status < 400 || status >= 500) return new BoardError('unknown', words)
    return new BoardError('refused', words)
  }

  return {
    /** Reads, as often as it needs: a few times where the answer is lost, torn or no use. */
    read: async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
      for (let tried = 0; ; tried += 1)
        try {
          return fit(schema, await ask('GET', path), path)
        } catch (error) {
          if (!(error instanceof BoardError)) throw error
          const pause = PAUSES_MS[tried]
          const isBusy = error.code === 'busy'
          if (pause === undefined || (error.code !== 'unknown' && !isBusy)) throw error
          const long = isBusy && error.retryAt > 0 ? Math.max(error.retryAt - now(), 0) : 0
          if (long > READ_PATIENCE_MS) throw error
          await wait(Math.max(long, pause * (0.5 + random())))
        }
    },
    /** Writes, once: what became of it is said, never guessed. An answer that cannot be read is `unknown`. */
    write: async <T>(method: Exclude<Method, 'GET'>, path: string, body: unknown, schema: z.ZodType<T>): Promise<T> =>
      fit(schema, await ask(method, path, body), path),
  }
}
export type RestClient = ReturnType<typeof createRestClient>

function fit<T>(schema: z.ZodType<T>, body: unknown, path: string): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw new BoardError('unknown', `an answer about ${kindOf(path)} cannot be read (${read.error.issues[0]?.path.join('.') ?? ''})`)
}

/** What a path is about, without ids. */
const kindOf = (path: string): string => /\/v2\/boards\/[^/?]+\/([a-z_]+(?:\/bulk)?)/.exec(path)?.[1] ?? 'boards'
