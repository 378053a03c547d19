import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { examineLab, type LabState } from '../../admin/examine-lab.ts'
import { readOnlyFiles } from '../../admin/read-only-files.ts'
import { openStores } from '../../store/index.ts'
import { connectToOwner } from '../../store/lowdb/own-directory.ts'
import { readSecrets } from '../../store/secrets.ts'
import { type CliCommand, DATA_OPTION, dataDirOf } from '../command.ts'
import { bad, type Finding, good, note } from '../doctor/finding.ts'
import { sayLab } from '../doctor/labs.ts'
import { examineDirectory, examineMachine } from '../doctor/machine.ts'
import { labsOf, withOwner } from '../owner.ts'
import type { Terminal } from '../terminal.ts'

interface Examined {
  readonly findings: Finding[]
  readonly labs: readonly LabState[]
}

const SERVER = { it: 'server', en: 'server' }

/** Asks the server that runs here to read each of its labs from the first event. */
const throughServer = (directory: string, terminal: Terminal): Promise<Examined> =>
  withOwner({ terminal, dataDir: directory }, async (owner) => {
    const labs: LabState[] = []
    for (const { id, title } of await labsOf(owner)) {
      terminal.progress({ it: `Rileggo «${title}»`, en: `Reading “${title}”` })
      labs.push(await owner.get<LabState>(`/labs/${id}/state`))
    }
    return { findings: [good(SERVER, { it: 'in funzione su questa cartella', en: 'running on this directory' })], labs }
  })

/** Reads a directory on which no server runs, and leaves every byte of it as it is. */
async function byOurselves(directory: string, terminal: Terminal): Promise<Examined> {
  const findings = [note(SERVER, { it: 'fermo', en: 'stopped' })]
  const labs: LabState[] = []
  const torn: string[] = []
  try {
    const stores = await openStores({
      dataDir: directory,
      files: readOnlyFiles,
      report: (report) => report.what === 'torn' && torn.push(report.lab),
    })
    for (const id of await stores.labs.list()) {
      terminal.progress({ it: `Rileggo ${id}`, en: `Reading ${id}` })
      labs.push(await examineLab(id, stores))
    }
    await stores.close()
  } catch (error) {
    findings.push(bad({ it: 'archivio', en: 'store' }, error instanceof Error ? error.message : String(error)))
  }
  for (const id of torn)
    findings.push(
      note(
        { it: `laboratorio ${id}`, en: `lab ${id}` },
        {
          it: 'l’ultima scrittura fu interrotta: il prossimo avvio la toglie (nessuno ne aveva avuto conferma)',
          en: 'its last write was cut short: the next start removes it (nobody had been told it was done)',
        },
      ),
    )
  return { findings, labs }
}

async function examineKeys(directory: string): Promise<Finding> {
  const what = { it: 'chiavi del server', en: 'server’s keys' }
  if (!existsSync(join(directory, 'secrets.json')))
    return note(what, { it: 'non ci sono ancora: nascono al primo avvio', en: 'not there yet: made at the first start' })
  try {
    await readSecrets({ dataDir: directory, files: readOnlyFiles })
    return good(what, 'secrets.json')
  } catch (error) {
    return bad(what, error instanceof Error ? error.message : String(error))
  }
}

const MARKS = { it: { good: 'bene', note: 'nota', bad: 'GUASTO' }, en: { good: 'good', note: 'note', bad: 'WRONG' } } as const

function tableOf(findings: readonly Finding[], language: 'it' | 'en'): string {
  const rows = findings.map(({ state, what, found }) => [MARKS[language][state], what[language], found[language]] as const)
  const width = Math.max(...rows.map(([, what]) => what.length))
  return rows.map(([mark, what, found]) => `${mark.padEnd(6)}  ${what.padEnd(width)}  ${found}`).join('\n')
}

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '[--data DIR]',
  summary: { it: 'controlla che tutto sia a posto', en: 'checks that all is well' },
  about: {
    it: 'Controlla la macchina, le impostazioni, la cartella dei dati e ogni laboratorio (riletto dal primo fatto), senza cambiare niente. Stampa una tabella; esce con 1 se qualcosa è guasto.',
    en: 'Checks the machine, the settings, the data directory and every lab (read from its first event), and changes nothing. Prints a table; exits with 1 where something is wrong.',
  },
  options: { data: DATA_OPTION },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const directory = resolve(dataDirOf(call))
    const outside = await examineDirectory(directory)
    const isThere = existsSync(directory)
    const running = isThere ? await connectToOwner(directory) : null
    running?.destroy()
    const nothing: Examined = { findings: [], labs: [] }
    const { findings, labs } = running
      ? await throughServer(directory, terminal)
      : isThere
        ? await byOurselves(directory, terminal)
        : nothing
    terminal.progress(null)
    const newest = labs.reduce<string | null>(
      (last, one) => (one.newest !== null && (last === null || one.newest > last) ? one.newest : last),
      null,
    )
    const all = [
      ...(await examineMachine(terminal.env, newest, new Date())),
      ...outside,
      ...(isThere ? [await examineKeys(directory)] : []),
      ...findings,
      ...(await Promise.all(labs.map((lab) => sayLab(lab, directory)))).flat(),
    ]
    terminal.out(tableOf(all, terminal.language))
    const wrong = all.filter(({ state }) => state === 'bad').length
    if (wrong > 0)
      terminal.say(
        wrong === 1 ? 'Una cosa da sistemare.' : `${wrong} cose da sistemare.`,
        wrong === 1 ? 'One thing to put right.' : `${wrong} things to put right.`,
      )
    return wrong > 0 ? 1 : 0
  },
}
