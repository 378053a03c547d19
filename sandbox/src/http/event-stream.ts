import type { Request, Response } from 'express'

export interface EventStream {
  readonly send: (event: string, data: unknown, id?: number) => void
}

/** Server-Sent Events to one page; `closed` runs once, when the page or its line has gone. */
export function openEventStream(req: Request, res: Response, closed: () => void): EventStream {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  // A page whose line was cut comes back soon: everything runs on one machine.
  res.write('retry: 500\n\n')
  req.once('close', closed)
  return {
    // JSON has no raw line breaks, so one data line holds it.
    send: (event, data, id) => void res.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
  }
}
