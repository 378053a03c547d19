import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sandboxKeys } from './sandbox-keys.js'

/** What cannot be started, why, and what to do: in Italian and English. `code` is the exit code. */
export class CannotStart extends Error {
  constructor(it, en, code = 1) {
    super(`${it}\n${en}`)
    this.name = 'CannotStart'
    this.code = code
  }
}

const isThisMachine = (url) => {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}

/**
 * What `telaio start` was asked for.
 *
 * @param {readonly string[]} words
 */
export function readWords(words) {
  try {
    const options = /** @type {const} */ ({ port: { type: 'string' }, data: { type: 'string' }, 'no-sandbox': { type: 'boolean' } })
    const { values } = parseArgs({ args: [...words], options, strict: true })
    return { port: values.port, data: values.data, hasSandbox: values['no-sandbox'] !== true }
  } catch (error) {
    throw new CannotStart(`Comando scritto male (${error.message}): npx telaio start --help`, `Called wrongly: npx telaio start --help`, 2)
  }
}

/** @typedef {Record<string, string | undefined>} Env */

/**
 * Environments of the two processes, and where each will be found. Throws `CannotStart` where the sandbox may not run.
 *
 * @param {{ port?: string | undefined, data?: string | undefined, hasSandbox: boolean }} wanted
 * @param {Env} given
 * @returns {Promise<{ product: Env, sandbox: Env | null, productPort: number, sandboxPort: number | null }>}
 */
export async function settingsFor({ port, data, hasSandbox }, given) {
  // an empty variable counts as none, as in the backend
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const dataDir = resolve(data ?? env.DATA_DIR ?? 'data')
  const productPort = await portFrom(port ?? env.PORT ?? '3000', '--port')
  const product = { ...env, PORT: String(productPort), DATA_DIR: dataDir }
  if (!hasSandbox) return { product, sandbox: null, productPort, sandboxPort: null }

  refuseRealPlatforms(env)
  const sandboxPort = await portFrom(env.SANDBOX_PORT ?? '3100', 'SANDBOX_PORT')
  if (sandboxPort === productPort)
    throw new CannotStart(
      `La sandbox e il server non possono stare sulla stessa porta, la ${productPort}: cambia SANDBOX_PORT.`,
      `The sandbox and the server cannot share port ${productPort}: change SANDBOX_PORT.`,
    )
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${productPort}`
  const made = await sandboxKeys(dataDir).catch((error) => cannotUse(dataDir, error))
  const keys = {
    ...pair(env.ZOOM_CLIENT_ID ? env : made, 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'),
    ...pair(env.MIRO_CLIENT_ID ? env : made, 'MIRO_CLIENT_ID', 'MIRO_CLIENT_SECRET'),
  }
  const origin = `http://localhost:${sandboxPort}`
  const miro = { MIRO_API_URL: origin, MIRO_WEB_URL: `${origin}/miro`, MIRO_SDK_URL: `${origin}/miro/app/static/sdk/v2/miro.js` }
  const ancestors = [env.FRAME_ANCESTORS, origin, `http://*.localhost:${sandboxPort}`].filter(Boolean).join(' ')
  return {
    product: { ...product, ...keys, ...miro, FRAME_ANCESTORS: ancestors },
    sandbox: { ...env, ...keys, SANDBOX_PORT: String(sandboxPort), SANDBOX_DATA_DIR: join(dataDir, 'sandbox'), PUBLIC_URL: publicUrl },
    productPort,
    sandboxPort,
  }
}

/** @param {Env} from */
const pair = (from, ...names) => Object.fromEntries(names.map((name) => [name, from[name]]))

function cannotUse(dataDir, error) {
  throw new CannotStart(
    `La cartella dei dati ${dataDir} non si può usare (${error.code ?? error.message}): controlla i permessi, oppure scegline un’altra con --data.`,
    `The data directory ${dataDir} cannot be used (${error.code ?? error.message}): check its permissions, or choose another with --data.`,
  )
}

/** The sandbox signs anybody in as anybody: never where real people, real rooms or real boards could be meant. */
function refuseRealPlatforms(env) {
  for (const name of ['ZOOM_CLIENT_ID', 'MIRO_CLIENT_ID'])
    if (env[name] && !env[name].startsWith('sandbox-'))
      throw new CannotStart(
        `${name} è quello di un’app vera: accanto alle credenziali vere la sandbox non parte. Avvia con --no-sandbox, oppure togli ${name}.`,
        `${name} is a real app’s: the sandbox does not run beside real credentials. Start with --no-sandbox, or unset ${name}.`,
      )
  if (env.PUBLIC_URL && !isThisMachine(env.PUBLIC_URL))
    throw new CannotStart(
      `PUBLIC_URL (${env.PUBLIC_URL}) non è di questa macchina: la sandbox, che firma accessi finti, lavora solo su localhost. Avvia con --no-sandbox.`,
      `PUBLIC_URL (${env.PUBLIC_URL}) is not this machine’s: the sandbox, which signs make-believe sign-ins, works on localhost only. Start with --no-sandbox.`,
    )
}

/** A port by its number; 0 takes a free one, known before anybody listens on it, since each process must be told of the other's. */
async function portFrom(text, name) {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CannotStart(`${name}: «${text}» non è una porta (da 0 a 65535).`, `${name}: “${text}” is no port (0 to 65535).`, 2)
  if (port > 0) return port
  const probe = createServer()
  await new Promise((done, fail) => probe.once('error', fail).listen(0, '127.0.0.1', done))
  const { port: free } = probe.address()
  await new Promise((done) => probe.close(done))
  return free
}
