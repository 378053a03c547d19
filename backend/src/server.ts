import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type OpenOptions, openDirectory } from './admin/open-directory.ts'
import { idleSettings } from './config.ts'
import type { Services } from './http/services.ts'

export interface RunningServer {
  readonly url: string
  readonly services: Services
  readonly damaged: readonly string[]
  /** Stops taking requests, lets commits under way finish, ends the feeds, lets go of the data directory. */
  readonly stop: () => Promise<void>
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/**
 * Lets go of lines on which nobody waits for an answer. Browsers open some ahead and may never ask anything on them; Node's own
 * `closeIdleConnections` leaves those alone, and a server would wait for them in vain.
 */
function idleLines(http: Server): { readonly close: () => void } {
  const owed = new Map<Socket, number>()
  http.on('connection', (socket) => {
    owed.set(socket, 0)
    socket.once('close', () => owed.delete(socket))
  })
  http.on('request', ({ socket }, response) => {
    owed.set(socket, (owed.get(socket) ?? 0) + 1)
    response.once('close', () => owed.has(socket) && owed.set(socket, (owed.get(socket) ?? 1) - 1))
  })
  return {
    close: () => {
      for (const [socket, answers] of owed) if (answers === 0) socket.destroy()
    },
  }
}

/** How long a request under way may still take when the server stops. */
const GRACE_MS = 10_000
const SWEEP_MS = 20

/** Opens the data directory and serves the product. Throws where another server holds the directory or the port. */
export async function startServer(options: OpenOptions): Promise<RunningServer> {
  const { PORT, HOST } = options.config
  const opened = await openDirectory(options)
  const { services, app, damaged } = opened
  const idle = idleSettings(options.config)
  if (idle !== null) options.logger.warn(idle)
  try {
    const http = createServer(app)
    // a feed may be silent between keep-alives; a proxy in front closes idle lines before we do
    http.keepAliveTimeout = 75_000
    const lines = idleLines(http)
    const url = `http://localhost:${await listen(http, PORT, HOST)}`
    opened.setPublicUrl(url)
    const labs = await services.store.list()
    services.boards.start(labs)
    const { labs: cards } = await services.server.read()
    if (options.attendance !== false) services.attendance.start(labs.filter((id) => cards[id]?.meetings?.open != null))

    const stop = async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      services.arms.close()
      await services.attendance.stop()
      await Promise.all([services.feeds.close(), services.boards.stop()])
      const sweep = setInterval(lines.close, SWEEP_MS)
      const force = setTimeout(() => http.closeAllConnections(), GRACE_MS)
      await closed
      clearInterval(sweep)
      clearTimeout(force)
      await opened.close()
    }
    let stopping: Promise<void> | undefined
    return { url, services, damaged, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await opened.close()
    throw error
  }
}
