import type { RequestHandler, Response } from 'express'
import type { FaultKind } from '../quirks.ts'

/** One request to Miro's API as it came, and what became of it. */
export interface RecordedRequest {
  /** Counts from 1; what was asked later has the greater number. */
  readonly number: number
  readonly at: number
  readonly method: string
  /** Below the API's base, as Miro's description has it: `/v2/boards/uXjV…%3D/items`, `/v1/oauth/token`. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  /** As parsed; undefined where there was none. */
  readonly body: unknown
  /** Key of the user whose token it bore; null where it bore none that counts. */
  readonly user: string | null
  readonly fault: FaultKind | 'late' | null
  /** Null: not answered yet, or the connection was cut. */
  readonly status: number | null
  readonly answer: unknown
}

type Entry = { -readonly [Field in keyof RecordedRequest]: RecordedRequest[Field] }

/** Every request to the API, for tests and for whoever looks for what an app did; the newest few thousand. */
export interface RequestLog {
  readonly all: () => readonly RecordedRequest[]
  readonly clear: () => void
  readonly record: RequestHandler
}

const most = 5000
/** A test's own helpers say so, and stay out of the log. */
export const helperHeader = 'x-sandbox-helper'

const entries = new WeakMap<Response, Entry>()

/** Adds what only a later stage of the request knows. */
export function note(res: Response, facts: Partial<Omit<RecordedRequest, 'number' | 'at'>>): void {
  const entry = entries.get(res)
  if (entry) Object.assign(entry, facts)
}

export function createRequestLog(now: () => number): RequestLog {
  let log: Entry[] = []
  let count = 0
  return {
    all: () => log,
    clear: () => {
      log = []
    },
    record(req, res, next) {
      if (req.method === 'OPTIONS' || req.headers[helperHeader] !== undefined || entries.has(res)) return next()
      count += 1
      const entry: Entry = {
        number: count,
        at: now(),
        method: req.method,
        path: req.path,
        query: { ...req.query },
        body: undefined,
        user: null,
        fault: null,
        status: null,
        answer: undefined,
      }
      entries.set(res, entry)
      log.push(entry)
      if (log.length > most) log = log.slice(-most / 2)
      res.on('close', () => {
        entry.body ??= req.body
        if (res.writableFinished) entry.status = res.statusCode
      })
      next()
    },
  }
}
