import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Kit, Repertoire } from '@telaio/shared/kit'
import type { IdPrefix, Lab } from '@telaio/shared/lab'
import type { LabStore, RegisterStore, ServerStore } from '@telaio/shared/ports'
import { BadConfig, type Config } from './config.ts'
import { createBoardDesk } from './board/desk.ts'
import type { BoardSettings } from './board/step.ts'
import { createArms } from './board/panel/arms.ts'
import { createDocumentDesk } from './documents/desk.ts'
import { createPrinter, type Printer } from './documents/typst/printer.ts'
import { createApp } from './http/app.ts'
import { CALLBACK_PATH } from './http/miro-callback.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import type { PagesOptions } from './http/pages.ts'
import type { Services } from './http/services.ts'
import { boardLink } from './miro/board-link.ts'
import { createMiro, type Miro } from './miro/miro.ts'
import { createAttendance } from './service/attendance.ts'
import { createFeeds } from './service/feeds.ts'
import { keysFrom } from './service/keys.ts'
import { createKits } from './service/kits.ts'
import { createLabs } from './service/labs.ts'
import type { Mailer } from './service/mailer.ts'
import { createTokens } from './sign-in/claims.ts'
import { embedderOf, remembering } from './themes/embedders.ts'

export interface Parts {
  readonly config: Config
  readonly stores: { readonly labs: LabStore; readonly registers: RegisterStore; readonly server: ServerStore }
  /** TOKEN_SECRET: every key is made from it. */
  readonly secret: string
  /** ENCRYPTION_KEY: under it platforms' tokens are kept. */
  readonly encryptionKey: string
  /** The built-in ones, by name. */
  readonly kits: ReadonlyMap<string, Kit>
  readonly repertoire: Repertoire
  readonly mailer: Mailer | null
  readonly logger: Logger
  readonly now: () => number
  readonly newId: (prefix: IdPrefix) => string
  readonly publicUrl: () => string
  readonly apps: PagesOptions['apps']
  /** Pace and patience of the writer on boards, where they are not the usual. */
  readonly boardSettings?: Partial<BoardSettings>
}

function openPrinter({ FONTS_DIR: folder }: Config): Printer {
  try {
    return createPrinter(folder === undefined ? null : resolve(folder))
  } catch (error) {
    throw new BadConfig(error instanceof Error ? error.message : String(error))
  }
}

/** Puts the parts of the server together: stores, labs, feeds, sign-in, HTTP. Opens nothing and listens nowhere. Throws `BadConfig` where FONTS_DIR is of no use. */
export function compose({
  config,
  stores,
  secret,
  encryptionKey,
  kits,
  repertoire,
  mailer,
  logger,
  now,
  newId,
  publicUrl,
  apps,
  boardSettings = {},
}: Parts): {
  services: Services
  app: Express
} {
  const { labs: store, registers, server } = stores
  const keys = keysFrom(secret)
  let metrics: Metrics | undefined
  const { MIRO_CLIENT_ID: clientId, MIRO_CLIENT_SECRET: clientSecret, MIRO_API_URL: apiUrl, MIRO_WEB_URL: webUrl } = config
  const miro: Miro | null =
    clientId === undefined || clientSecret === undefined
      ? null
      : createMiro({
          app: { clientId, clientSecret, apiUrl, webUrl, redirectUri: () => `${publicUrl()}${CALLBACK_PATH}` },
          server,
          encryptionKey,
          subjects: keys.subjects,
          now,
          warn: (what) => logger.warn(what),
        })
  const feeds = createFeeds({
    scene: (labId) => labs.scene(labId),
    now,
    onReset: (cause) => metrics?.resets.inc({ cause }),
    onPresence: (labId, came) => attendance.wake(labId, came),
    onFault: (error) => logger.error({ err: error }, 'feed'),
  })
  const attendance = createAttendance({
    head: (labId) => labs.head(labId),
    record: (labId, work) => labs.record(labId, work),
    here: feeds.here,
    now,
    after: (ms, work) => {
      const timer = setTimeout(work, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
    onFault: (error) => logger.error({ err: error }, 'attendance'),
  })
  /** Meetings as last seen, by lab: attendance looks again when one is opened, not at every note. */
  const meetings = new Map<string, Lab['meetings']>()
  const labs = createLabs({
    labs: store,
    registers,
    server,
    keys,
    now,
    newId,
    onCommit: (labId, after, redacted) => {
      metrics?.commits.inc()
      feeds.publish(labId, redacted)
      boards.wake(labId)
      if (meetings.get(labId) !== after.meetings) attendance.wake(labId)
      meetings.set(labId, after.meetings)
    },
    onDelete: (labId) => {
      feeds.drop(labId)
      attendance.drop(labId)
      meetings.delete(labId)
    },
    onUnbound: (subjects) => {
      miro?.accounts.release(subjects).catch((error: unknown) => logger.error({ err: error }, 'accounts at Miro'))
    },
  })
  const newCommandId = () => randomBytes(16).toString('hex')
  const arms = createArms({
    onArrive: (labId) => boards.wake(labId),
    newId: newCommandId,
    boardUrl: (board) => boardLink(webUrl, board),
  })
  const boards = createBoardDesk({
    head: labs.head,
    record: labs.record,
    open: (writer, board, lab) => (writer === null ? arms.open(lab, board) : (miro?.boards.open(writer, board) ?? null)),
    credits: (writer) => (writer === null ? null : (miro?.boards.credits(writer) ?? null)),
    now,
    newId,
    logger,
    settings: boardSettings,
  })
  const embedder = embedderOf(config)
  metrics = createMetrics(feeds.count, arms.count)
  const services: Services = {
    config,
    keys,
    store,
    registers,
    server,
    labs,
    feeds,
    attendance,
    boards,
    kits: createKits({ builtIn: kits, repertoire, server, now }),
    repertoire,
    documents: createDocumentDesk({ repertoire, printer: openPrinter(config), publicUrl, now }),
    arms,
    logger,
    now,
    newId,
    mailer,
    embedder: embedder && remembering(embedder),
    miro,
    publicUrl,
    tokens: createTokens(keys.tokens, now),
    newCommandId,
  }
  const app = createApp(services, metrics, {
    apps,
    frameAncestors: config.FRAME_ANCESTORS.split(/\s+/).filter(Boolean),
    miroSdk: config.MIRO_SDK_URL,
  })
  return { services, app }
}
