import type { ServerPart } from '../../admin/server-part.ts'
import type { Restored } from '../../admin/restore-lab.ts'
import { BadBackup, type BackupHead, readBackup } from '../backup-file.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused } from '../command.ts'
import { labsOf, type Owner, withOwner } from '../owner.ts'
import type { Terminal } from '../terminal.ts'

interface Contents {
  readonly head: BackupHead
  readonly labs: readonly { readonly id: string; readonly title: string }[]
}

/** Reads and checks the whole file before anything is touched. */
async function contentsOf(file: string, terminal: Terminal): Promise<Contents> {
  let head: BackupHead | null = null
  const labs: { id: string; title: string }[] = []
  try {
    for await (const item of readBackup(file)) {
      if (item.kind === 'head') head = item.head
      else labs.push({ id: item.record.lab, title: item.title })
      terminal.progress({ it: `Controllo il backup: ${labs.length} laboratori`, en: `Checking the backup: ${labs.length} labs` })
    }
  } catch (error) {
    if (!(error instanceof BadBackup)) throw error
    throw new Refused(
      `${file} non si può usare (${error.message}): niente è cambiato.`,
      `${file} cannot be used (${error.message}): nothing was changed.`,
    )
  }
  if (!head) throw new Refused(`${file} è vuoto.`, `${file} is empty.`)
  return { head, labs }
}

async function putBack(owner: Owner, file: string, { head, labs }: Contents, replace: boolean, terminal: Terminal): Promise<void> {
  const server: ServerPart = head.server
  // accounts first, so that no lab is ever there without its organiser; once more at the end, for the answers that speak of labs
  await owner.send('PUT', '/server', server)
  let done = 0
  for await (const item of readBackup(file)) {
    if (item.kind === 'head') continue
    done += 1
    terminal.progress({ it: `Laboratorio ${done} di ${labs.length}: ${item.title}`, en: `Lab ${done} of ${labs.length}: ${item.title}` })
    const { again, invites } = await owner.send<Restored>('PUT', `/labs?replace=${replace}`, item.record)
    if (again > 0)
      terminal.say(
        `«${item.title}»: ${again} cancellazioni più recenti del backup sono state rifatte.`,
        `“${item.title}”: ${again} erasures later than the backup were done again.`,
      )
    if (invites > 0)
      terminal.say(
        `«${item.title}»: ${invites} link d’invito ritirati o rifatti dopo il backup restano com’erano.`,
        `“${item.title}”: ${invites} invite links withdrawn or made anew since the backup stay as they were.`,
      )
    terminal.out([item.record.lab, item.title].join('\t'))
  }
  await owner.send('PUT', '/server', server)
  terminal.progress(null)
}

export const restoreCommand: CliCommand = {
  name: 'restore',
  usage: 'FILE [--replace] [--data DIR]',
  summary: { it: 'rimette i laboratori di un backup', en: 'puts the labs of a backup back' },
  about: {
    it: 'Controlla tutto il file, poi rimette ogni laboratorio intero: su un server vuoto o in funzione. Se un laboratorio c’è già, niente cambia; con --replace quello del backup prende il suo posto. I pannelli aperti ricominciano da capo da soli. Chi è stato cancellato dopo il backup resta cancellato se il suo laboratorio c’è ancora; altrimenti va cancellato di nuovo (telaio erase). Su stdout: laboratorio e titolo, separati da una tabulazione.',
    en: 'Checks the whole file, then puts each lab back whole: into an empty server, or one that is running. Where a lab is there already nothing is changed; with --replace the backup’s takes its place. Open panels begin anew by themselves. Whoever was erased after the backup stays erased, and invites withdrawn since stay withdrawn, where their lab is still there; otherwise erase them again (telaio erase). On stdout: lab and title, separated by a tab.',
  },
  options: {
    replace: { type: 'boolean', words: { it: 'sostituisce i laboratori che ci sono già', en: 'replaces labs that are there already' } },
    data: DATA_OPTION,
  },
  operands: 1,
  run: async (call) => {
    const { terminal, operands, values } = call
    const file = operands[0] ?? ''
    const contents = await contentsOf(file, terminal)
    const replace = values['replace'] === true
    await withOwner({ terminal, dataDir: dataDirOf(call), make: true }, async (owner) => {
      const there = new Set((await labsOf(owner)).map(({ id }) => id))
      const twice = contents.labs.filter(({ id }) => there.has(id))
      if (twice.length > 0 && !replace) {
        const list = twice.map(({ id, title }) => `\n  ${id}  ${title}`).join('')
        throw new Refused(
          `Ci sono già, e niente è cambiato:${list}\nPer sostituirli aggiungi --replace.`,
          `These are there already, and nothing was changed:${list}\nAdd --replace to replace them.`,
        )
      }
      await putBack(owner, file, contents, replace, terminal)
    })
    terminal.say(
      `Fatto: ${contents.labs.length} laboratori, com’erano il ${contents.head.at}. I link d’invito valgono ancora solo se le chiavi del server (secrets.json) sono le stesse.`,
      `Done: ${contents.labs.length} labs, as they were on ${contents.head.at}. Invites still work only where the server’s keys (secrets.json) are the same.`,
    )
    return 0
  },
}
