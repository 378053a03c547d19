import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CLI = fileURLToPath(new URL('../backend/dist/cli.js', import.meta.url))

/**
 * Another one-time link for the organiser, as `telaio sign-in-link` prints it beside the running server.
 *
 * @param {Record<string, string | undefined>} productEnv
 * @returns {Promise<string>}
 */
export async function signInLink(productEnv) {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'sign-in-link', '--data', productEnv.DATA_DIR ?? 'data'], {
    env: productEnv,
  })
  return stdout.trim()
}
