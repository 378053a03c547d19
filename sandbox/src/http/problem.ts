import type { ErrorRequestHandler, Response } from 'express'
import * as z from 'zod'

/** Refusals as application/problem+json (RFC 9457), like the product's. */
export function problem(res: Response, status: number, code: string, detail: string, field?: string): void {
  res
    .status(status)
    .type('application/problem+json')
    .json({ type: 'about:blank', status, code, detail, ...(field !== undefined && { field }) })
}

/** The body as the schema says, or a 400 that names the field; null when refused. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown, res: Response): T | null {
  const read = schema.safeParse(body ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  problem(res, 400, 'malformed', z.prettifyError(read.error), issue?.path.join('.'))
  return null
}

export interface Log {
  readonly error: (facts: object, message: string) => void
}

/** A body that is no JSON is the caller's fault; anything else that arrives here is a bug of ours. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const status = z.object({ status: z.int().min(400).max(499) }).safeParse(error)
    if (status.success) return problem(res, status.data.status, 'malformed', 'The request could not be read.')
    log.error({ error, path: req.path }, 'request failed')
    return problem(res, 500, 'internal', 'The sandbox failed: see its log.')
  }
}
