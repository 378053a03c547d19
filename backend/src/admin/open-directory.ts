import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IdPrefix } from '@telaio/shared/lab'
import type { Express } from 'express'
import type { Logger } from 'pino'
import { compose } from '../compose.ts'
import type { Config } from '../config.ts'
import type { Services } from '../http/services.ts'
import { loadKits } from '../kits/load-kits.ts'
import { builtInRepertoire } from '../kits/repertoire.ts'
import { randomId } from '../service/keys.ts'
import { createMailer } from '../service/mailer.ts'
import { realFiles } from '../store/files/real-files.ts'
import { openStores, type Stores } from '../store/index.ts'
import { ownDirectory } from '../store/lowdb/own-directory.ts'
import { readSecrets } from '../store/secrets.ts'
import { adminApp } from './admin-app.ts'

export interface OpenOptions {
  readonly config: Config
  readonly logger: Logger
  /** A rehearsal gives a clock and ids of its own. */
  readonly now?: () => number
  readonly newId?: (prefix: IdPrefix) => string
  /** Keep who is there in a meeting; unless false. */
  readonly attendance?: boolean
}

/** A data directory that this process owns: its labs ready, the command line answered on its socket, nothing served on a port yet. */
export interface OpenedDirectory {
  readonly services: Services
  readonly app: Express
  /** Labs whose log is broken: closed, while the others go on. */
  readonly damaged: readonly string[]
  /** Where people reach the server, once its port is known. */
  readonly setPublicUrl: (url: string) => void
  /** Ends the feeds, lets commits under way finish, lets go of the directory. */
  readonly close: () => Promise<void>
}

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Opens a data directory, made where it is missing. Throws where another process owns it. */
export async function openDirectory({ config, logger, now = Date.now, newId = randomId }: OpenOptions): Promise<OpenedDirectory> {
  const dataDir = resolve(config.DATA_DIR)
  await realFiles.makeDirectory(dataDir)
  const owned = await ownDirectory(dataDir)
  let stores: Stores | undefined
  try {
    const secrets = await readSecrets({ dataDir, given: { TOKEN_SECRET: config.TOKEN_SECRET, ENCRYPTION_KEY: config.ENCRYPTION_KEY } })
    const opened = (stores = await openStores({
      dataDir,
      snapshotEvery: config.SNAPSHOT_EVERY,
      report: (report) => logger.warn(report, 'store'),
    }))
    let publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`
    const { services, app } = compose({
      config,
      stores,
      secret: secrets.TOKEN_SECRET,
      encryptionKey: secrets.ENCRYPTION_KEY,
      kits: await loadKits(root('shared/kits')),
      repertoire: await builtInRepertoire(),
      mailer: config.SMTP_URL === undefined ? null : createMailer(config.SMTP_URL, config.SMTP_FROM),
      logger,
      now,
      newId,
      publicUrl: () => publicUrl,
      apps: { console: root('organiser-app/dist'), zoom: root('zoom-app/dist'), miro: root('miro-app/dist') },
    })
    const { damaged } = await services.labs.recover()
    for (const lab of damaged) logger.error({ lab }, 'this lab is damaged and closed; the others go on')
    // accounts that a stop left behind after their lab or person had gone; Miro may be slow to answer, or away
    services.miro?.accounts.release().catch((error: unknown) => logger.error({ err: error }, 'accounts at Miro'))

    const admin = createServer(adminApp(services))
    const lines = new Set<Socket>()
    owned.server.on('connection', (socket) => {
      lines.add(socket)
      socket.once('close', () => lines.delete(socket))
      admin.emit('connection', socket)
    })
    const close = async (): Promise<void> => {
      services.arms.close()
      await Promise.all([services.feeds.close(), services.boards.stop(), services.documents.close()])
      // letting go of the directory waits for its lines, and Node does not count those of a server that never listened itself
      for (const socket of lines) socket.destroy()
      await opened.close()
      await owned.release()
    }
    let closing: Promise<void> | undefined
    return {
      services,
      app,
      damaged,
      setPublicUrl: (url) => {
        publicUrl = config.PUBLIC_URL ?? url
      },
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await stores?.close()
    await owned.release()
    throw error
  }
}
