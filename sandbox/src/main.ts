import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createSandbox } from './app.ts'
import { readConfig } from './config.ts'
import { randomMiroIds } from './miro/ids.ts'
import { createKeeper } from './miro/keeper.ts'
import { askForCast, askLauncher } from './stage/ask-launcher.ts'
import { createStageKeeper } from './stage/keep.ts'
import { systemClock } from './zoom/clock.ts'
import { randomIds } from './zoom/ids.ts'

const read = readConfig(process.env)
if (!read.ok) {
  process.stderr.write(`${read.reasons.join('\n\n')}\n`)
  process.exit(1)
}

const { port, miro, dataDir, ...config } = read.config
const log = pino({ name: 'sandbox' })
// From the sources the built pages are next door, in dist; from dist they are inside.
const pages = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../dist/pages/' : './pages/', import.meta.url))

const newSeed = () => randomBytes(16).toString('hex')
const keeper = miro && dataDir !== null ? createKeeper(dataDir) : null
const sandbox = createSandbox({
  ...config,
  miro: miro && { ...miro, ids: randomMiroIds(), kept: keeper?.kept ?? null },
  stage: { keeper: createStageKeeper(dataDir, newSeed), newSeed, consoleLink: askLauncher(process), cast: askForCast(process) },
  pages,
  clock: systemClock,
  ids: randomIds,
  log,
})

// Loopback only: it signs people in without asking who they are.
const server = sandbox.app.listen(port, '127.0.0.1', (error?: Error) => {
  if (error) {
    log.fatal({ error }, 'cannot listen')
    process.exit(1)
  }
  const address = server.address()
  log.info({ url: `http://localhost:${typeof address === 'object' ? address?.port : port}`, publicUrl: config.publicUrl }, 'sandbox ready')
})

/** Boards are written when they have changed, and at the end: what a kill takes is no more than this. */
const saveEveryMs = 2000
const save = () => sandbox.miro && keeper?.save(sandbox.miro.snapshot())
setInterval(save, saveEveryMs).unref()

const stop = () => {
  save()
  sandbox.stage?.stop()
  server.close()
  // Feeds stay open for as long as their pages: they would hold the process.
  server.closeAllConnections()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
