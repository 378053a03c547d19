import { accessSync, constants, existsSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../../config.ts'
import type { Env } from '../terminal.ts'
import { bad, type Finding, good, note } from './finding.ts'

const MB = 1024 * 1024
/** Below this a lab of 200 people could fill the disk in one meeting. */
const ROOM_BAD = 50 * MB
const ROOM_LOW = 1024 * MB

/** What the machine and its settings are like. `newest` is the time of the newest event of all labs. */
export async function examineMachine(env: Env, newest: string | null, now: Date): Promise<Finding[]> {
  return [nodeVersion(), settings(env), clock(newest, now), timeZones(), chromium(env), apps()]
}

function nodeVersion(): Finding {
  const { node } = process.versions
  const [major = 0, minor = 0] = node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
    ? good('Node.js', node)
    : bad('Node.js', { it: `${node}: serve almeno la 20.19`, en: `${node}: 20.19 or later is needed` })
}

function settings(env: Env): Finding {
  const what = { it: 'impostazioni', en: 'settings' }
  try {
    const config = readConfig(env)
    const isLocal =
      config.PUBLIC_URL === undefined || /^https?:\/\/(localhost|127\.0\.0\.1|[^/:]+\.localhost)(:|$|\/)/.test(config.PUBLIC_URL)
    if (!isLocal && config.PUBLIC_URL?.startsWith('http:'))
      return bad(what, {
        it: `PUBLIC_URL ${config.PUBLIC_URL}: fuori da questa macchina serve https`,
        en: `PUBLIC_URL ${config.PUBLIC_URL}: beyond this machine it must be https`,
      })
    if (!isLocal && config.ZOOM_CLIENT_ID?.startsWith('sandbox-'))
      return bad(what, {
        it: 'ZOOM_CLIENT_ID è quello della sandbox, ma PUBLIC_URL non è di questa macchina',
        en: 'ZOOM_CLIENT_ID is the sandbox’s, but PUBLIC_URL is not this machine’s',
      })
    const set = Object.keys(config).filter((name) => env[name])
    return good(what, set.length === 0 ? { it: 'tutte quelle di partenza', en: 'all as they come' } : set.join(', '))
  } catch (error) {
    return bad(what, error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error))
  }
}

function clock(newest: string | null, now: Date): Finding {
  const what = { it: 'orologio', en: 'clock' }
  const said = now.toISOString()
  // an event of the future was written by this server under another time: durations and sign-ins would go wrong
  if (newest !== null && Date.parse(newest) > now.getTime() + 120_000)
    return bad(what, {
      it: `${said}, ma un fatto è del ${newest}: metti l’ora giusta`,
      en: `${said}, but there is an event of ${newest}: set the right time`,
    })
  return now.getUTCFullYear() < 2026
    ? bad(what, { it: `${said}: metti la data giusta`, en: `${said}: set the right date` })
    : good(what, said)
}

function timeZones(): Finding {
  const what = { it: 'fusi orari', en: 'time zones' }
  try {
    // noon of a summer day in Rome: a Node without its tables would say 10
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Rome', hour: '2-digit' }).format(new Date('2026-07-01T10:00:00Z'))
    if (hour === '12') return good(what, `Europe/Rome ✓ (${Intl.DateTimeFormat().resolvedOptions().timeZone})`)
  } catch {
    // said below
  }
  return bad(what, {
    it: 'questo Node.js non ha le tabelle dei fusi: installane uno completo (full-icu)',
    en: 'this Node.js has no tables of time zones: install a full one (full-icu)',
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function chromium(env: Env): Finding {
  const what = { it: 'Chromium (per i test)', en: 'Chromium (for tests)' }
  const given = env['CHROMIUM_PATH']
  if (given)
    return isProgram(given)
      ? good(what, given)
      : bad(what, { it: `CHROMIUM_PATH ${given} non si può eseguire`, en: `CHROMIUM_PATH ${given} cannot be run` })
  const found = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find(isProgram)
  return found
    ? good(what, found)
    : note(what, {
        it: 'non c’è: serve solo ai test nel browser (CHROMIUM_PATH, o apt install chromium)',
        en: 'not there: only browser tests need it (CHROMIUM_PATH, or apt install chromium)',
      })
}

function apps(): Finding {
  const what = { it: 'pagine', en: 'pages' }
  const missing = ['organiser-app', 'zoom-app'].filter(
    (name) => !existsSync(fileURLToPath(new URL(`../../../../${name}/dist/index.html`, import.meta.url))),
  )
  return missing.length === 0
    ? good(what, { it: 'costruite', en: 'built' })
    : note(what, {
        it: `da costruire (npm run build): ${missing.join(', ')}`,
        en: `still to be built (npm run build): ${missing.join(', ')}`,
      })
}

/** What the directory is like, seen from outside. */
export async function examineDirectory(directory: string): Promise<Finding[]> {
  const what = { it: 'cartella dei dati', en: 'data directory' }
  const found = await stat(directory).catch(() => null)
  if (!found)
    return [
      note(what, { it: `${directory}: non c’è ancora, nasce al primo avvio`, en: `${directory}: not there yet, made at the first start` }),
    ]
  if (!found.isDirectory()) return [bad(what, { it: `${directory} non è una cartella`, en: `${directory} is no directory` })]
  const findings: Finding[] = []
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    findings.push(good(what, directory))
  } catch {
    findings.push(bad(what, { it: `${directory}: non ci posso scrivere`, en: `${directory}: I may not write there` }))
  }
  const uid = process.getuid?.()
  const owner = { it: 'proprietario', en: 'owner' }
  if (uid !== undefined && found.uid !== uid)
    findings.push(note(owner, { it: `utente ${found.uid}, io sono ${uid}`, en: `user ${found.uid}, I am ${uid}` }))
  else if ((found.mode & 0o077) !== 0)
    findings.push(
      note(owner, {
        it: `altri utenti della macchina possono entrarci: chmod 700 ${directory}`,
        en: `other users of this machine may enter: chmod 700 ${directory}`,
      }),
    )
  else findings.push(good(owner, { it: `utente ${found.uid}, solo lui`, en: `user ${found.uid}, nobody else` }))
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  const room = { it: 'spazio libero', en: 'free space' }
  const said = free > 10 * ROOM_LOW ? `${Math.round(free / ROOM_LOW)} GB` : `${Math.round(free / MB)} MB`
  findings.push(
    free < ROOM_BAD
      ? bad(room, { it: `${said}: libera spazio`, en: `${said}: make room` })
      : free < ROOM_LOW
        ? note(room, said)
        : good(room, said),
  )
  return findings
}
