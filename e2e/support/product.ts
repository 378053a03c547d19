import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Api, createApi } from '@telaio/shared/client'

export const TELAIO = fileURLToPath(new URL('../../bin/telaio.js', import.meta.url))

/** A port that nobody listens on just now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

/** The product and the sandbox, started as a newcomer starts them, on ports and a data directory of their own. */
export class Product {
  readonly dataDir: string
  readonly url: string
  readonly sandbox: string
  /** The organiser's link that the last start printed. */
  link = ''
  /** The stage's, of the same start. */
  stageLink = ''
  /** Of the server and of the sandbox. */
  protected readonly ports: readonly [number, number]
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined

  protected constructor(dataDir: string, ports: readonly [number, number], env: Readonly<Record<string, string>> = {}) {
    this.dataDir = dataDir
    this.#env = env
    this.ports = ports
    this.url = `http://localhost:${ports[0]}`
    this.sandbox = `http://localhost:${ports[1]}`
  }

  /** @param env settings beside those it needs to run at all. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    const product = new Product(...(await Product.place()), env)
    await product.start()
    return product
  }

  /** A data directory and two ports that are nobody else's. */
  protected static async place(): Promise<readonly [dataDir: string, ports: readonly [number, number]]> {
    return [await mkdtemp(join(tmpdir(), 'telaio-e2e-')), [await freePort(), await freePort()]]
  }

  async start(): Promise<void> {
    const [port, sandboxPort] = this.ports
    const child = spawn(process.execPath, [TELAIO, 'start', '--port', String(port), '--data', this.dataDir], {
      env: { ...process.env, ...this.#env, SANDBOX_PORT: String(sandboxPort), LOG_LEVEL: 'warn', LANG: 'it_IT.UTF-8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      const link = /(http\S+#sign-in=\S+)/.exec(said)?.[1]
      if (link && said.includes(String(sandboxPort))) {
        this.link = link
        this.stageLink = /(http\S+\/stage#sign-in=\S+)/.exec(said)?.[1] ?? ''
        child.stdout.resume()
        return
      }
    }
    throw new Error(`the product ended at its start: ${said}`)
  }

  /** Another one-time link for the organiser, as `telaio sign-in-link` prints it beside the running server. */
  async signInLink(): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [TELAIO, 'sign-in-link', '--data', this.dataDir])
    return stdout.trim()
  }

  /** The organiser's API, for what a test needs to find ready. */
  async api(): Promise<Api> {
    const link = await this.signInLink()
    const { token } = await createApi({ base: this.url, token: () => null }).signInOrganiser(link.split('#sign-in=')[1] ?? '')
    return createApi({ base: this.url, token: () => token })
  }

  /** Stops it as Ctrl-C does, and takes its data away. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    await this.removeData()
  }

  protected async removeData(): Promise<void> {
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
}
