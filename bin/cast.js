import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { signInLink } from './sign-in-link.js'

const CLI = fileURLToPath(new URL('../backend/dist/cli.js', import.meta.url))
const WITH_PARENT = new URL('./with-parent.js', import.meta.url).href

/** A newcomer sees the room at work within a minute: notes as of ten minutes in one. */
const SPEED = '10'

/**
 * Brings simulated people into labs of the server that was started here, as `telaio accompany` does; one company a lab. They end with us.
 *
 * @param {Record<string, string | undefined>} productEnv
 * @param {string} url
 */
export function createCasts(productEnv, url) {
  const playing = new Map()
  return {
    /** @param {string} lab */
    start: async (lab) => {
      if (playing.has(lab)) return
      playing.set(lab, null)
      try {
        const link = await signInLink(productEnv)
        const child = spawn(process.execPath, ['--import', WITH_PARENT, CLI, 'accompany', '--lab', lab, '--url', url, '--speed', SPEED], {
          env: { ...productEnv, TELAIO_SIGN_IN_LINK: link },
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
          detached: true,
        })
        playing.set(lab, child)
        child.once('exit', () => playing.delete(lab))
      } catch (error) {
        playing.delete(lab)
        throw error
      }
    },
  }
}
