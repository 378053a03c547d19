import { randomUUID } from 'node:crypto'

/** The line to whoever started this process: `telaio start`, which may ask the product for what only its keeper may have. */
export interface LauncherLine {
  readonly send?: ((message: object) => unknown) | undefined
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown
  readonly off: (event: 'message', listener: (message: unknown) => void) => unknown
}

const PATIENCE_MS = 20_000

/** What the launcher answers to a wish. */
type Answer = Readonly<Record<string, unknown>>

const ask = (line: LauncherLine, wish: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const id = randomUUID()
    const hear = (message: unknown): void => {
      const said = message as Answer
      if (said['answer'] !== id) return
      end()
      resolve(said)
    }
    const timer = setTimeout(() => {
      end()
      reject(new Error('the launcher does not answer'))
    }, PATIENCE_MS)
    const end = (): void => {
      clearTimeout(timer)
      line.off('message', hear)
    }
    line.on('message', hear)
    line.send?.({ ask: id, ...wish })
  })

/** Asks the launcher for a fresh link into the console; null where nobody launched us. */
export function askLauncher(line: LauncherLine): (() => Promise<string>) | null {
  if (!line.send) return null
  return async () => {
    const { link } = await ask(line, { wants: 'sign-in-link' })
    if (typeof link !== 'string') throw new Error('the launcher has no link')
    return link
  }
}

/** Asks the launcher for simulated people in a lab; null where nobody launched us. */
export function askForCast(line: LauncherLine): ((lab: string) => Promise<void>) | null {
  if (!line.send) return null
  return async (lab) => {
    const { started } = await ask(line, { wants: 'cast', lab })
    if (started !== true) throw new Error('nobody can be brought in')
  }
}
