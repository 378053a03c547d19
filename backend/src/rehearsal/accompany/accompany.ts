import { type Api, createApi, newCommandId, pause } from '@telaio/shared/client'
import type { Bilingual } from '@telaio/shared/words'
import { createClient, patiently } from '../client.ts'
import type { Place } from '../place.ts'
import { CannotRehearse } from '../prepare-lab.ts'
import { randomFrom } from '../random.ts'
import { createWriter } from '../words/answers.ts'
import { type Companion, startCompanion, type Tally } from './companion.ts'
import { joinLab } from './join-lab.ts'

export interface AccompanyOptions {
  readonly place: Place
  /** Null: the one lab that there is. */
  readonly lab: string | null
  readonly participants: number
  readonly speed: number
  readonly seed: number
  readonly anyway: boolean
  /** Ends it; what waits is still sent, for a moment. */
  readonly signal: AbortSignal
  readonly onProgress?: (words: Bilingual) => void
}

export interface Accompanied extends Tally {
  readonly lab: string
  readonly participants: number
}

const LOOK_MS = 100
/** How long what was written last may still be on its way at the end. */
const LAST_MS = 5000

/**
 * Simulated participants come into a lab on a running server and stay while somebody conducts: they write, show, vote, call for help, drop out and come
 * back, each in what was started, by the public API alone. Ends when the meeting that was open is closed, or by the signal.
 */
export async function accompany(options: AccompanyOptions): Promise<Accompanied> {
  const { place, participants, speed, seed, anyway, signal, onProgress } = options
  const api = await asOrganiser(place)
  const lab = options.lab ?? (await onlyLab(api))
  const random = randomFrom(`accompany ${seed}`)
  const joined = await joinLab({ api, lab, participants, random: random.fork('cast'), anyway, newCommandId })
  const { items } = await patiently(() => api.view(lab))
  const writer = createWriter(items.lab['lab']?.kit.name ?? '')
  const tally: Tally = { sent: 0, acknowledged: 0, refused: {}, votes: 0, helps: 0, drops: 0, reveals: 0 }
  const cast = joined.map(({ person }) => person)
  const companions: Companion[] = []
  for (const { person, character, invite } of joined) {
    if (signal.aborted) break
    const client = createClient({ place, character, person, signIn: (own) => own.signInInvite(invite), keys: 8 })
    companions.push(await startCompanion({ client, lab, cast, writer, random, speed, tally, newCommandId }))
    onProgress?.({ it: `${companions.length} di ${joined.length} sono entrate`, en: `${companions.length} of ${joined.length} are in` })
  }
  let wasOpen = false
  while (!signal.aborted) {
    const states = Object.values(companions.find((one) => one.items() !== null)?.items()?.meetings ?? {})
    const isOpen = states.some(({ status }) => status === 'open')
    if (wasOpen && !isOpen) break
    wasOpen ||= isOpen
    onProgress?.({
      it: `${tally.acknowledged} contributi, ${tally.votes} voti, ${tally.helps} richieste di aiuto`,
      en: `${tally.acknowledged} contributions, ${tally.votes} votes, ${tally.helps} calls for help`,
    })
    await pause(LOOK_MS, signal)
  }
  for (const end = Date.now() + LAST_MS; companions.some((one) => one.waiting() > 0) && Date.now() < end; ) await pause(LOOK_MS)
  for (const one of companions) one.stop()
  return { lab, participants: companions.length, ...tally }
}

async function asOrganiser({ base, organiserToken }: Place): Promise<Api> {
  const open = createApi({ base, token: () => null, language: () => 'it' })
  const { token } = await patiently(() => open.signInOrganiser(organiserToken))
  return createApi({ base, token: () => token, language: () => 'it' })
}

/** The lab whose meeting is open, or the only one there is. */
async function onlyLab(api: Api): Promise<string> {
  const { labs } = await patiently(() => api.labs())
  const living = labs.filter(({ archived, damaged }) => !archived && !damaged)
  const open = living.filter((one) => one.open !== null)
  const [found, other] = open.length > 0 ? open : living
  if (found && !other) return found.id
  const list = living.map(({ id, title }) => `${id} ${title}`).join('; ')
  if (!found) throw new CannotRehearse('Qui non c’è nessun laboratorio.', 'There is no lab here.')
  throw new CannotRehearse(`Quale laboratorio? Dillo con --lab: ${list}`, `Which lab? Say it with --lab: ${list}`)
}
