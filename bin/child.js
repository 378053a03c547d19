import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { frugal } from './memory.js'

const WITH_PARENT = new URL('./with-parent.js', import.meta.url).href

/**
 * Starts one of our processes. `ready` resolves with what it says of itself, `ended` with its exit code; each once. It stands in a process group of its
 * own: Ctrl-C on a terminal goes to the whole group of the launcher, and it would hear it twice. `answer` says what a message that asks for something gets.
 */
export function startChild({ script, env, pipesOut = false, readyIn = (message) => message?.ready, answer }) {
  const child = spawn(process.execPath, ['--import', WITH_PARENT, fileURLToPath(script)], {
    env: frugal(env),
    detached: true,
    stdio: ['ignore', pipesOut ? 'pipe' : 'inherit', 'inherit', 'ipc'],
  })
  /** The last lines it wrote to its log, for when it dies. */
  const last = []
  let wasReady = false
  let resolveReady
  const ready = new Promise((resolve) => {
    resolveReady = resolve
  })
  const hear = (message) => {
    const found = readyIn(message)
    if (!found) return
    wasReady = true
    resolveReady(found)
  }
  child.on('message', hear)
  if (answer)
    child.on('message', (message) => {
      if (message?.ask) void answer(message).then((found) => child.connected && child.send({ answer: message.ask, ...found }))
    })
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      last.push(line)
      if (last.length > 20) last.shift()
      const entry = parsed(line)
      hear(entry)
      // what it logs before anything is wrong is of no use on a terminal; faults are, save one that we say better
      if (!entry || (entry.level >= 40 && !line.includes('EADDRINUSE'))) process.stderr.write(`${line}\n`)
    })
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  return { ready, isReady: () => wasReady, ended, last, kill: (signal) => child.kill(signal) }
}

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
