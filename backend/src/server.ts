import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { IdPrefix } from '@telaio/shared/lab'
import { adminApp } from './admin/admin-app.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import type { Services } from './http/services.ts'
import { loadKits } from './kits/load-kits.ts'
import { createFeeds } from './service/feeds.ts'
import { keysFrom, randomId } from './service/keys.ts'
import { createLabs } from './service/labs.ts'
import { createMailer } from './service/mailer.ts'
import { createTokens } from './sign-in/claims.ts'
import { openStores, type Stores } from './store/index.ts'
import { ownDirectory } from './store/lowdb/own-directory.ts'
import { readSecrets } from './store/secrets.ts'

export interface StartOptions {
  readonly config: Config
  readonly logger: Logger
  /** A rehearsal gives a clock and ids of its own. */
  readonly now?: () => number
  readonly newId?: (prefix: IdPrefix) => string
}

export interface RunningServer {
  readonly url: string
  readonly services: Services
  readonly damaged: readonly string[]
  /** Stops taking requests, lets commits under way finish, ends the feeds, lets go of the data directory. */
  readonly stop: () => Promise<void>
}

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/** How long a request under way may still take when the server stops. */
const GRACE_MS = 10_000

/** Opens the data directory and serves the product. Throws where another server holds the directory or the port. */
export async function startServer({ config, logger, now = Date.now, newId = randomId }: StartOptions): Promise<RunningServer> {
  const owned = await ownDirectory(config.DATA_DIR)
  let stores: Stores | undefined
  try {
    const secrets = await readSecrets(config.DATA_DIR, { TOKEN_SECRET: config.TOKEN_SECRET, ENCRYPTION_KEY: config.ENCRYPTION_KEY })
    stores = await openStores({ dataDir: config.DATA_DIR, report: (report) => logger.warn(report, 'store') })
    const { labs: store, registers, server } = stores
    const keys = keysFrom(secrets.TOKEN_SECRET)
    const kits = await loadKits(root('shared/kits'))
    let publicUrl = config.PUBLIC_URL ?? ''
    let metrics: Metrics | undefined
    const feeds = createFeeds({
      scene: (labId) => labs.scene(labId),
      now,
      onReset: (cause) => metrics?.resets.inc({ cause }),
      onFault: (error) => logger.error({ err: error }, 'feed'),
    })
    const labs = createLabs({
      labs: store,
      registers,
      server,
      keys,
      now,
      newId,
      onCommit: (labId, _after, redacted) => {
        metrics?.commits.inc()
        feeds.publish(labId, redacted)
      },
      onDelete: feeds.drop,
    })
    metrics = createMetrics(feeds.count)
    const services: Services = {
      config, keys, store, registers, server, labs, feeds, kits, logger, now, newId,
      tokens: createTokens(keys.tokens, now),
      mailer: config.SMTP_URL === undefined ? null : createMailer(config.SMTP_URL, config.SMTP_FROM),
      newCommandId: () => randomBytes(16).toString('hex'),
      publicUrl: () => publicUrl,
    }
    const { damaged } = await labs.recover()
    for (const lab of damaged) logger.error({ lab }, 'this lab is damaged and closed; the others go on')
    const app = createApp(services, metrics, {
      apps: { console: root('organiser-app/dist'), zoom: root('zoom-app/dist'), miro: root('miro-app/dist') },
      frameAncestors: config.FRAME_ANCESTORS.split(/\s+/).filter(Boolean),
      miroSdk: config.MIRO_SDK_URL,
    })
    const http = createServer(app)
    // a feed may be silent between keep-alives; a proxy in front closes idle lines before we do
    http.keepAliveTimeout = 75_000
    const port = await listen(http, config.PORT, config.HOST)
    publicUrl ||= `http://localhost:${port}`
    const admin = createServer(adminApp(services))
    owned.server.on('connection', (socket) => admin.emit('connection', socket))

    const open = stores
    let stopping: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      await feeds.close()
      http.closeIdleConnections()
      const force = setTimeout(() => http.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(force)
      admin.closeAllConnections()
      await open.close()
      await owned.release()
    }
    return { url: `http://localhost:${port}`, services, damaged, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await stores?.close()
    await owned.release()
    throw error
  }
}
