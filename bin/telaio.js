#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { frugal } from './memory.js'
import { start } from './start.js'

const CLI = fileURLToPath(new URL('../backend/dist/cli.js', import.meta.url))

const words = process.argv.slice(2)
const isStart = words[0] === 'start' && !words.includes('--help') && !words.includes('-h')
if (isStart) process.exitCode = await start(words.slice(1), process.env)
else if (existsSync(CLI)) handOver()
else {
  process.stderr.write(
    'Telaio non è ancora costruito: lancia prima «npm run build».\nTelaio is not built yet: run “npm run build” first.\n',
  )
  process.exitCode = 1
}

/** Every other command is the backend's: its streams, its signals, its exit code. */
function handOver() {
  const child = spawn(process.execPath, [CLI, ...words], { stdio: 'inherit', env: frugal(process.env) })
  // on a terminal the child hears Ctrl-C by itself; we only must not go before it
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
