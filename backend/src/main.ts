import { pino } from 'pino'
import { BadConfig, type Config, readConfig } from './config.ts'
import { startServer } from './server.ts'
import { firstAccount, signInLink } from './service/account.ts'
import { DirectoryInUseError } from './store/lowdb/own-directory.ts'

/** Starts the server alone, as a container does. `telaio start` puts the sandbox beside it. */
async function main(config: Config): Promise<void> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }))
  const running = await startServer({ config, logger })
  const { server, keys, publicUrl, now } = running.services
  const account = await firstAccount(server, now())
  const link = signInLink(keys, publicUrl(), account.id, now())
  // under `telaio start` the launcher says it, together with the sandbox's address
  if (process.send) process.send({ ready: { url: publicUrl(), link } })
  else process.stdout.write(`Telaio: ${publicUrl()}\nAccesso di chi organizza / organiser’s sign-in:\n  ${link}\n`)
  const end = () => {
    // a second signal means now
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
    void running.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

/** Why the server does not start, and what to do about it, in Italian and English. */
function reasonOf(error: unknown, config: Config | null): string {
  if (error instanceof BadConfig) return error.message
  const { code } = error as { code?: string }
  const port = config?.PORT ?? 3000
  if (code === 'EADDRINUSE')
    return `La porta ${port} è già occupata da un altro programma: fermalo, oppure scegline un’altra (PORT=${port + 1}, o telaio start --port ${port + 1}).\nPort ${port} is taken by another program: stop it, or choose another port (PORT=${port + 1}, or telaio start --port ${port + 1}).`
  if (code === 'EACCES' && (error as { syscall?: string }).syscall === 'listen')
    return `Qui la porta ${port} non si può usare: scegline una sopra la 1024.\nPort ${port} may not be used here: choose one above 1024.`
  if (error instanceof DirectoryInUseError)
    return `Su ${error.directory} lavora già un server: fermalo, oppure scegli un’altra cartella con --data.\n${error.message}.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    return `La cartella dei dati «${config?.DATA_DIR}» non si può usare (${code}): controlla i permessi, oppure scegline un’altra con --data.\nThe data directory “${config?.DATA_DIR}” cannot be used (${code}): check its permissions, or choose another with --data.`
  return error instanceof Error ? error.message : String(error)
}

let config: Config | null = null
try {
  config = readConfig(process.env)
  await main(config)
} catch (error) {
  process.stderr.write(`${reasonOf(error, config)}\n`)
  process.exit(error instanceof BadConfig ? 2 : 1)
}
