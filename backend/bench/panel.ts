import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The panel's budget is measured in a browser, by the end-to-end workspace. */
export async function benchPanel(): Promise<void> {
  const script = fileURLToPath(new URL('../../e2e/bench/panel.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, script], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) process.exitCode = 1
}
