import { randomUUID } from 'node:crypto'

/** The line to whoever started this process: `telaio start`, which may ask the product for what only its keeper may have. */
export interface LauncherLine {
  readonly send?: ((message: object) => unknown) | undefined
  readonly on: (event: 'message', listener: (message: unknown) => void) => unknown
  readonly off: (event: 'message', listener: (message: unknown) => void) => unknown
}

const PATIENCE_MS = 20_000

/** Asks the launcher for a fresh link into the console; null where nobody launched us. */
export function askLauncher(line: LauncherLine): (() => Promise<string>) | null {
  if (!line.send) return null
  return () =>
    new Promise((resolve, reject) => {
      const ask = randomUUID()
      const hear = (message: unknown): void => {
        const { answer, link } = message as { answer?: unknown; link?: unknown }
        if (answer !== ask) return
        end()
        if (typeof link === 'string') resolve(link)
        else reject(new Error('the launcher has no link'))
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
      line.send?.({ ask, wants: 'sign-in-link' })
    })
}
