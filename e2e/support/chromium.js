import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** `CHROMIUM_PATH`, else the system's; null where there is none. Throws where `CHROMIUM_PATH` names a file that is not there. */
export function chromiumPath() {
  const given = process.env['CHROMIUM_PATH']
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH=${given}: there is no such file`)
  }
  return SYSTEM.find(existsSync) ?? null
}

/** The same, installing Debian's package where that can be done. Throws with the remedy where there is no browser to be had. */
export function needChromium() {
  const found = chromiumPath()
  if (found) return found
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.error('No Chromium on this machine: installing Debian’s package…')
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    } catch {
      // said below, with the remedy
    }
    const installed = chromiumPath()
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; macOS: Google Chrome) or set CHROMIUM_PATH to its executable.',
  )
}
