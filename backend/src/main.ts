import { pino } from 'pino'
import { BadConfig, readConfig } from './config.ts'
import { startServer } from './server.ts'
import { firstAccount, signInLink } from './service/account.ts'

/** Starts the server alone, as a container does. `telaio start` puts the sandbox beside it. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }))
  const running = await startServer({ config, logger })
  const { server, keys, publicUrl, now } = running.services
  const account = await firstAccount(server, now())
  process.stdout.write(`Telaio: ${publicUrl()}\nAccesso di chi organizza / organiser’s sign-in:\n  ${signInLink(keys, publicUrl(), account.id, now())}\n`)
  const end = () => {
    // a second signal means now
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal)
    void running.stop().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof BadConfig || error instanceof Error ? error.message : String(error)}\n`)
  process.exit(error instanceof BadConfig ? 2 : 1)
})
