import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readWords, settingsFor } from '../../bin/settings.js'
import { Product } from './product.ts'

const SCRIPTS = {
  product: fileURLToPath(new URL('../../backend/dist/main.js', import.meta.url)),
  sandbox: fileURLToPath(new URL('../../sandbox/dist/main.js', import.meta.url)),
} as const

/**
 * The product and the sandbox as two processes of their own, with the environments that `telaio start` gives them: so that the server can die while Zoom and Miro
 * go on, as they would.
 */
export class TwoProcesses extends Product {
  readonly #children: Partial<Record<keyof typeof SCRIPTS, ChildProcess>> = {}

  static override async start(): Promise<TwoProcesses> {
    const [dataDir, ports] = await Product.place()
    const product = new TwoProcesses(dataDir, ports)
    await product.#start('product')
    await product.#start('sandbox')
    return product
  }

  /** Ends the server as a power cut does, and starts it again on the same data. */
  async killServer(): Promise<void> {
    await this.#end('product', 'SIGKILL')
    await this.#start('product')
  }

  override async stop(): Promise<void> {
    await this.#end('sandbox', 'SIGTERM')
    await this.#end('product', 'SIGTERM')
    await this.removeData()
  }

  async #start(which: keyof typeof SCRIPTS): Promise<void> {
    const [port, sandboxPort] = this.ports
    const wanted = readWords(['--port', String(port), '--data', this.dataDir])
    const settings = await settingsFor(wanted, {
      ...process.env,
      SANDBOX_PORT: String(sandboxPort),
      LOG_LEVEL: 'warn',
      LANG: 'it_IT.UTF-8',
    })
    const child = spawn(process.execPath, [SCRIPTS[which]], {
      env: { ...process.env, ...settings[which] },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#children[which] = child
    const health = which === 'product' ? `${this.url}/readyz` : `${this.sandbox}/`
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the ${which} ended at its start`)
      const up = await fetch(health).then(
        ({ ok }) => ok,
        () => false,
      )
      if (up) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  async #end(which: keyof typeof SCRIPTS, signal: NodeJS.Signals): Promise<void> {
    const child = this.#children[which]
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
}
