import { accompany } from '../../rehearsal/accompany/accompany.ts'
import { givenPlace } from '../../rehearsal/place.ts'
import { CannotRehearse } from '../../rehearsal/prepare-lab.ts'
import { type Call, type CliCommand, DATA_OPTION, dataDirOf, numberOption, Refused, textOption, UsageError } from '../command.ts'
import { withOwner } from '../owner.ts'

/** A link for the organiser: the one given, or one from the server that runs on this machine. */
async function linkFor(call: Call): Promise<string> {
  const given = textOption(call, 'link') ?? call.terminal.env['TELAIO_SIGN_IN_LINK']
  if (given !== undefined) return given
  return withOwner({ terminal: call.terminal, dataDir: dataDirOf(call) }, async (owner) => {
    if (!owner.isServer)
      throw new Refused(
        'Qui non c’è un server acceso: avvialo con «npm start», o di’ dov’è con --url e --link.',
        'No server runs here: start one with “npm start”, or say where it is with --url and --link.',
      )
    return (await owner.send<{ link: string }>('POST', '/sign-in-link')).link
  })
}

function urlOf(call: Call): string {
  const url = textOption(call, 'url') ?? `http://localhost:${call.terminal.env['PORT'] ?? 3000}`
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new UsageError(`--url dev’essere un indirizzo web, non «${url}».`, `--url must be a web address, not “${url}”.`)
}

/** A signal that Ctrl-C gives; a second one ends the process at once. */
function untilAsked(): { readonly signal: AbortSignal; readonly release: () => void } {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  const names = ['SIGINT', 'SIGTERM'] as const
  for (const name of names) process.once(name, end)
  return {
    signal: ending.signal,
    release: () => {
      for (const name of names) process.off(name, end)
    },
  }
}

export const accompanyCommand: CliCommand = {
  name: 'accompany',
  usage: '[--lab LAB] [--participants 12] [--speed 1] [--seed 1] [--url URL] [--link LINK] [--data DIR] [--anyway]',
  summary: { it: 'fa entrare persone simulate mentre conduci tu', en: 'brings in simulated people while you conduct' },
  about: {
    it: 'Prova generale con te alla guida: persone inventate entrano nel laboratorio di un server acceso e seguono ciò che avvii. Scrivono a ritmo umano, prima in privato e poi per tutti, votano, chiedono aiuto, perdono la linea e tornano. Entrano nei gruppi che ci sono già. Finisce quando chiudi l’incontro, o con Ctrl-C. Con lo stesso seme, le stesse persone fanno le stesse scelte. Non entra dove c’è qualcuno con un indirizzo vero, se non con --anyway.',
    en: 'A rehearsal with you in the lead: invented people come into a lab on a running server and follow what you start. They write at human pace, in private first and then for all, vote, call for help, lose the line and come back. They join the groups that are there. It ends when you close the meeting, or with Ctrl-C. The same seed, the same people and choices. It stays out where somebody has a real address, unless you say --anyway.',
  },
  options: {
    lab: {
      type: 'string',
      value: 'LAB',
      words: { it: 'il laboratorio (quello aperto, o l’unico)', en: 'the lab (the one that is open, or the only one)' },
    },
    participants: { type: 'string', value: 'N', words: { it: 'quante persone (12)', en: 'how many people (12)' } },
    speed: { type: 'string', value: 'N', words: { it: 'quante volte il tempo vero (1)', en: 'how many times real time (1)' } },
    seed: { type: 'string', value: 'N', words: { it: 'il seme (1)', en: 'the seed (1)' } },
    url: { type: 'string', value: 'URL', words: { it: 'il server (http://localhost:3000)', en: 'the server (http://localhost:3000)' } },
    link: {
      type: 'string',
      value: 'LINK',
      words: {
        it: 'il link di telaio sign-in-link (o TELAIO_SIGN_IN_LINK); senza, lo chiede al server di questa cartella',
        en: 'the link of telaio sign-in-link (or TELAIO_SIGN_IN_LINK); without it, the server of this directory is asked',
      },
    },
    data: DATA_OPTION,
    anyway: { type: 'boolean', words: { it: 'anche in un laboratorio vero', en: 'also in a real lab' } },
  },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const participants = numberOption(call, 'participants', { otherwise: 12, least: 1, most: 250 })
    const speed = numberOption(call, 'speed', { otherwise: 1, least: 1, most: 10_000 })
    const seed = numberOption(call, 'seed', { otherwise: 1, least: 0, most: Number.MAX_SAFE_INTEGER })
    const place = givenPlace(urlOf(call), await linkFor(call), speed)
    const asked = untilAsked()
    terminal.say('Le persone simulate entrano. Ctrl-C le fa uscire.', 'The simulated people come in. Ctrl-C takes them out.')
    try {
      const done = await accompany({
        place,
        lab: textOption(call, 'lab') ?? null,
        participants,
        speed,
        seed,
        anyway: call.values['anyway'] === true,
        signal: asked.signal,
        onProgress: terminal.progress,
      })
      terminal.progress(null)
      terminal.out(JSON.stringify(done, null, 2))
      return done.acknowledged === done.sent ? 0 : 1
    } catch (error) {
      if (error instanceof CannotRehearse) throw new Refused(error.words.it, error.words.en)
      throw error
    } finally {
      asked.release()
      await place.close()
    }
  },
}
