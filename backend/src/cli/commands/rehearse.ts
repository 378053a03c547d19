import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BadNotes, type NotesFile, readNotes } from '../../rehearsal/notes-file.ts'
import { givenPlace, ownPlace, type Place } from '../../rehearsal/place.ts'
import { CannotRehearse } from '../../rehearsal/prepare-lab.ts'
import { isWhole, rehearse } from '../../rehearsal/rehearse.ts'
import { type Call, type CliCommand, numberOption, Refused, textOption, UsageError } from '../command.ts'

function meetingsOption(call: Call): { first: number; last: number | null } {
  const text = textOption(call, 'meetings')
  if (text === undefined) return { first: 1, last: null }
  const [, from, to] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? []
  const [first, last] = [Number(from), Number(to ?? from)]
  if (from === undefined || first < 1 || last < first)
    throw new UsageError(
      `--meetings si scrive così: 1-6, o 2. Non «${text}».`,
      `--meetings is written like this: 1-6, or 2. Not “${text}”.`,
    )
  return { first, last }
}

/** The server of somebody else, or null for one of our own. */
function urlOption(call: Call): { url: string; link: string } | null {
  const url = textOption(call, 'url')
  const link = textOption(call, 'link') ?? call.terminal.env['TELAIO_SIGN_IN_LINK']
  if (url === undefined) {
    if (textOption(call, 'link') !== undefined) throw new UsageError('--link vale solo con --url.', '--link goes with --url only.')
    return null
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`--url dev’essere un indirizzo web, non «${url}».`, `--url must be a web address, not “${url}”.`)
  if (!link)
    throw new UsageError(
      'Con --url serve --link (o TELAIO_SIGN_IN_LINK): un link per chi organizza, da telaio sign-in-link.',
      '--url needs --link (or TELAIO_SIGN_IN_LINK): an organiser’s link, from telaio sign-in-link.',
    )
  return { url, link }
}

function speedOption(call: Call): number {
  const text = textOption(call, 'speed')
  if (text === undefined) return 0
  const speed = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || speed > 100_000)
    throw new UsageError(
      `--speed dev’essere un numero: 0, o quante volte il tempo vero. Non «${text}».`,
      `--speed must be a number: 0, or how many times real time. Not “${text}”.`,
    )
  return speed
}

async function notesOption(call: Call): Promise<NotesFile | null> {
  const file = textOption(call, 'notes')
  if (file === undefined) return null
  try {
    const notes = await readNotes(file)
    for (const { row, why } of notes.refused)
      call.terminal.say(`${file}, riga ${row}: rifiutata, ${why.it}.`, `${file}, row ${row}: refused, ${why.en}.`)
    return notes
  } catch (error) {
    if (error instanceof BadNotes) throw new Refused(`${file}: ${error.words.it}`, `${file}: ${error.words.en}`)
    throw error
  }
}

export const rehearseCommand: CliCommand = {
  name: 'rehearse',
  usage:
    '--out DIR [--participants 25] [--groups 5] [--meetings 1-6] [--seed 1] [--kit NAME] [--notes FILE.csv] [--url URL --link LINK] [--speed 0]',
  summary: { it: 'prova un laboratorio intero con persone finte', en: 'rehearses a whole lab with simulated people' },
  about: {
    it: 'Persone inventate fanno un laboratorio intero attraverso l’API pubblica: su un server proprio che poi sparisce (con lo stesso seme, lo stesso laboratorio), o su quello di --url, in tempo reale. Scrive in --out summary.json, lab.json, contributions.csv, final-canvas.json, poster, mappa, manifesto e vademecum; su stdout il riassunto. Con --notes le parole delle note vengono dalla colonna «text» di un CSV: ogni riga una volta, lettera per lettera. Esce con 0 solo se tutto ciò che è stato inviato è stato confermato e salvato una volta sola. Per condurre tu, con persone simulate: telaio accompany.',
    en: 'Invented people hold a whole lab through the public API: on a server of their own that vanishes afterwards (the same seed, the same lab), or on that of --url, in real time. Writes summary.json, lab.json, contributions.csv, final-canvas.json, poster, map, manifesto and handbook into --out; the summary on stdout. With --notes the words of notes come from the column “text” of a CSV: each row once, letter by letter. Exits with 0 only where everything sent was acknowledged and stored once. To conduct yourself, with simulated people: telaio accompany.',
  },
  options: {
    out: { type: 'string', value: 'DIR', words: { it: 'dove scrivere i risultati', en: 'where results are written' } },
    participants: { type: 'string', value: 'N', words: { it: 'quante persone partecipano (25)', en: 'how many take part (25)' } },
    groups: { type: 'string', value: 'N', words: { it: 'quanti gruppi di progetto (5)', en: 'how many project groups (5)' } },
    meetings: { type: 'string', value: 'A-B', words: { it: 'quali incontri (tutti)', en: 'which meetings (all)' } },
    seed: {
      type: 'string',
      value: 'N',
      words: { it: 'il seme: lo stesso seme, lo stesso laboratorio (1)', en: 'the seed: the same seed, the same lab (1)' },
    },
    kit: { type: 'string', value: 'NAME', words: { it: 'il kit (cross-sector-lab)', en: 'the kit (cross-sector-lab)' } },
    notes: {
      type: 'string',
      value: 'FILE',
      words: { it: 'CSV da cui prendere le parole delle note', en: 'CSV to take the words of notes from' },
    },
    url: { type: 'string', value: 'URL', words: { it: 'un server già in funzione', en: 'a server that is running' } },
    link: {
      type: 'string',
      value: 'LINK',
      words: {
        it: 'con --url: il link di telaio sign-in-link (o TELAIO_SIGN_IN_LINK)',
        en: 'with --url: the link of telaio sign-in-link (or TELAIO_SIGN_IN_LINK)',
      },
    },
    speed: {
      type: 'string',
      value: 'N',
      words: {
        it: 'con --url: N volte il tempo vero, 0 più in fretta che si può (0)',
        en: 'with --url: N times real time, 0 as fast as it goes (0)',
      },
    },
  },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const out = textOption(call, 'out')
    if (out === undefined) throw new UsageError('Manca --out: dove scrivere i risultati.', '--out is missing: where results are written.')
    const participants = numberOption(call, 'participants', { otherwise: 25, least: 2, most: 2000 })
    const groups = numberOption(call, 'groups', { otherwise: Math.min(5, participants), least: 1, most: 60 })
    if (groups > participants)
      throw new UsageError(
        `Ci sono più gruppi (${groups}) che persone (${participants}).`,
        `There are more groups (${groups}) than people (${participants}).`,
      )
    const seed = numberOption(call, 'seed', { otherwise: 1, least: 0, most: Number.MAX_SAFE_INTEGER })
    const meetings = meetingsOption(call)
    const server = urlOption(call)
    const speed = speedOption(call)
    if (speed > 0 && !server)
      throw new UsageError(
        '--speed vale solo con --url: un server proprio ha un orologio finto.',
        '--speed goes with --url only: a server of its own has a make-believe clock.',
      )
    const notes = await notesOption(call)

    const folder = resolve(out)
    await mkdir(folder, { recursive: true })
    let place: Place | null = null
    try {
      place = server ? givenPlace(server.url, server.link, speed) : await ownPlace(seed)
      const done = await rehearse(place, {
        seed,
        participants,
        groups,
        ...meetings,
        kit: textOption(call, 'kit') ?? 'cross-sector-lab',
        notes: notes?.notes ?? null,
        printed: true,
        onProgress: terminal.progress,
      })
      terminal.progress(null)
      const summary = `${JSON.stringify(done.summary, null, 2)}\n`
      for (const [name, text] of Object.entries({ 'summary.json': summary, ...done.documents, ...done.printed }))
        await writeFile(join(folder, name), text)
      terminal.out(summary)
      for (const problem of done.problems) terminal.say(problem, problem)
      const { events, commands, again } = done.work
      terminal.say(
        `${commands} comandi inviati (${again} due volte), ${events} fatti nel registro. I risultati sono in ${folder}.`,
        `${commands} commands sent (${again} of them twice), ${events} events in the log. Results are in ${folder}.`,
      )
      if (isWhole(done)) return 0
      terminal.say('Non tutto ciò che è stato inviato è stato salvato una volta sola.', 'Not everything that was sent was stored once.')
      return 1
    } catch (error) {
      if (error instanceof CannotRehearse) throw new Refused(error.words.it, error.words.en)
      throw error
    } finally {
      await place?.close()
    }
  },
}
