import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCasts } from './cast.js'
import { startChild } from './child.js'
import { CannotStart, readWords, settingsFor } from './settings.js'
import { signInLink } from './sign-in-link.js'

const PRODUCT = new URL('../backend/dist/main.js', import.meta.url)
const SANDBOX = new URL('../sandbox/dist/main.js', import.meta.url)

/** How long a child may take to stop after it was asked to. */
const GRACE_MS = 15_000

/**
 * `telaio start`: the server and, as another process on another port, the sandbox. They know of each other by environment only. Resolves with the
 * exit code once both have ended.
 */
export async function start(words, env) {
  try {
    const wanted = readWords(words)
    const missing = [PRODUCT, ...(wanted.hasSandbox ? [SANDBOX] : [])].filter((script) => !existsSync(fileURLToPath(script)))
    if (missing.length > 0)
      throw new CannotStart(
        'Telaio non è ancora costruito: lancia prima «npm run build».',
        'Telaio is not built yet: run “npm run build” first.',
      )
    return await run(await settingsFor(wanted, env))
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    return error instanceof CannotStart ? error.code : 1
  }
}

async function run({ product: productEnv, sandbox: sandboxEnv, sandboxPort }) {
  const children = []
  let asked = false
  const stopAll = (signal) => {
    asked = true
    for (const child of children) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll(signal))
  process.on('SIGHUP', () => stopAll('SIGTERM'))

  /** A child that ends unasked takes the other with it. */
  const ending = (child, words, why) =>
    child.ended.then(({ code, signal }) => {
      if (asked) return signal === null || signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1
      // before it was ready it has said itself why it does not start
      const said =
        why?.(child.last) ??
        (code !== null && !child.isReady() ? '' : `${words.it} (${signal ?? code}).\n${words.en} (${signal ?? code}).\n`)
      process.stderr.write(said)
      stopAll('SIGTERM')
      setTimeout(() => stopAll('SIGKILL'), GRACE_MS).unref()
      return code === null || code === 0 ? 1 : code
    })

  const product = startChild({ script: PRODUCT, env: productEnv })
  children.push(product)
  const codes = [ending(product, { it: 'Il server si è fermato', en: 'The server has stopped' })]
  const first = await Promise.race([product.ready, codes[0].then(() => null)])
  if (first === null || asked) return worst(codes)

  let sandboxUrl = null
  let stageUrl = null
  if (sandboxEnv) {
    const newLink = () => signInLink(productEnv)
    // a link of its own: the organiser's must stay good
    const stageLink = newLink().catch(() => null)
    const casts = createCasts(productEnv, first.url)
    const sandbox = startChild({
      script: SANDBOX,
      env: sandboxEnv,
      pipesOut: true,
      readyIn: (entry) => (entry?.msg === 'sandbox ready' ? entry.url : null),
      // whoever has opened the stage may go on into the console
      answer: async ({ wants, lab }) => {
        if (wants === 'sign-in-link') return { link: await newLink().catch(() => null) }
        if (wants !== 'cast' || typeof lab !== 'string') return {}
        return casts.start(lab).then(
          () => ({ started: true }),
          () => ({ started: false }),
        )
      },
    })
    children.push(sandbox)
    codes.push(ending(sandbox, { it: 'La sandbox si è fermata', en: 'The sandbox has stopped' }, (last) => portTaken(last, sandboxPort)))
    sandboxUrl = await Promise.race([sandbox.ready, codes[1].then(() => null)])
    if (sandboxUrl === null || asked) return worst(codes)
    const token = (await stageLink)?.split('#')[1]
    stageUrl = `${sandboxUrl}/stage${token === undefined ? '' : `#${token}`}`
  }
  process.stdout.write(welcome(first, sandboxUrl, stageUrl))
  return worst(codes)
}

const worst = async (codes) => Math.max(...(await Promise.all(codes)))

const portTaken = (last, port) =>
  last.some((line) => line.includes('EADDRINUSE'))
    ? `La porta ${port} della sandbox è già occupata: fermala altrove, scegline un’altra con SANDBOX_PORT=${port + 1}, o avvia con --no-sandbox.\nThe sandbox’s port ${port} is taken: free it, choose another with SANDBOX_PORT=${port + 1}, or start with --no-sandbox.\n`
    : null

const welcome = ({ url, link }, sandboxUrl, stageUrl) => `
Telaio è pronto · Telaio is ready: ${url}

Per chi organizza, una volta sola entro 24 ore · For the organiser, once, within 24 hours:
  ${link}
${
  sandboxUrl === null
    ? ''
    : `
Il palco: un laboratorio dal vivo in una pagina · The stage: a lab, live, in one page:
  ${stageUrl}

Sandbox, Zoom e Miro per finta su questa macchina · Sandbox, a make-believe Zoom and Miro on this machine:
  ${sandboxUrl}
`
}
Ctrl-C per fermare · Ctrl-C to stop
`
