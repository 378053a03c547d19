import { constants } from 'node:fs'
import { chmod, copyFile, cp, readdir, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { BadCopy, copyStores } from '../../admin/copy-stores.ts'
import { readOnlyFiles } from '../../admin/read-only-files.ts'
import { realFiles } from '../../store/files/real-files.ts'
import { openStores, type Stores } from '../../store/index.ts'
import { connectToOwner, ownDirectory } from '../../store/lowdb/own-directory.ts'
import { type CliCommand, DATA_OPTION, dataDirOf, Refused, textOption, UsageError } from '../command.ts'
import type { Terminal } from '../terminal.ts'

/** What stands in a data directory besides the stores: the server's keys, and the sandbox's. */
const KEYS = ['secrets.json', 'sandbox.json']
/** The sandbox's boards. */
const SANDBOX = 'sandbox'

const entriesOf = (directory: string): Promise<string[]> =>
  readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

async function refuseDamaged(from: Stores): Promise<void> {
  const damaged: string[] = []
  for (const id of await from.labs.list()) await from.labs.head(id).catch(() => damaged.push(id))
  if (damaged.length > 0)
    throw new Refused(
      `Questi laboratori sono danneggiati, e niente è stato copiato: ${damaged.join(', ')}. Rimettili da un backup (telaio restore --replace).`,
      `These labs are damaged, and nothing was copied: ${damaged.join(', ')}. Put them back from a backup (telaio restore --replace).`,
    )
}

async function copyAll(source: string, target: string, from: Stores, terminal: Terminal): Promise<number> {
  await realFiles.makeDirectory(target)
  const owned = await ownDirectory(target)
  try {
    const to = await openStores({ dataDir: target })
    try {
      const count = await copyStores(from, to, (done, of) =>
        terminal.progress({ it: `Laboratorio ${done + 1} di ${of}`, en: `Lab ${done + 1} of ${of}` }),
      )
      for (const name of KEYS) {
        if (!(await entriesOf(source)).includes(name)) continue
        await copyFile(join(source, name), join(target, name), constants.COPYFILE_EXCL)
        await chmod(join(target, name), 0o600)
      }
      if ((await entriesOf(source)).includes(SANDBOX)) await cp(join(source, SANDBOX), join(target, SANDBOX), { recursive: true })
      await realFiles.syncDirectory(target)
      return count
    } finally {
      await to.close()
    }
  } catch (error) {
    // it was empty before: half a copy must not be taken for a whole one
    for (const name of ['labs', 'registers', 'server.json', 'kits.json', SANDBOX, ...KEYS])
      await rm(join(target, name), { recursive: true, force: true })
    if (error instanceof BadCopy)
      throw new Refused(
        `La copia non è uguale all’originale (${error.message}), e l’ho tolta: controlla i dischi (telaio doctor) e riprova.`,
        `The copy is not like the original (${error.message}), and was taken away: check the disks (telaio doctor) and try again.`,
      )
    throw error
  } finally {
    terminal.progress(null)
    await owned.release()
  }
}

export const moveCommand: CliCommand = {
  name: 'move',
  usage: '--to DIR [--data DIR]',
  summary: { it: 'copia tutti i dati in un’altra cartella e li confronta', en: 'copies all data into another directory and compares' },
  about: {
    it: 'A server fermo, copia ogni laboratorio, i dati personali, gli account e le chiavi in una cartella nuova o vuota, poi rilegge e confronta tutto. La cartella di partenza resta com’è: cancellala tu, quando hai visto che la nuova funziona.',
    en: 'With the server stopped, copies every lab, the personal data, the accounts and the keys into a new or empty directory, then reads everything back and compares. The source stays as it is: delete it yourself, once you have seen that the new one works.',
  },
  options: { to: { type: 'string', value: 'DIR', words: { it: 'la cartella nuova', en: 'the new directory' } }, data: DATA_OPTION },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const to = textOption(call, 'to')
    if (to === undefined) throw new UsageError('Manca --to: dove copiare.', '--to is missing: where to copy.')
    const [source, target] = [resolve(dataDirOf(call)), resolve(to)]
    const inside = relative(source, target)
    if (!inside.startsWith('..'))
      throw new Refused('La cartella nuova non può stare in quella di partenza.', 'The new directory cannot stand inside the source.')
    if ((await entriesOf(target)).length > 0)
      throw new Refused(`La cartella ${target} non è vuota.`, `The directory ${target} is not empty.`)
    const running = await connectToOwner(source)
    if (running) {
      running.destroy()
      throw new Refused(
        'Prima ferma il server: ciò che scrivesse durante la copia andrebbe perso.',
        'Stop the server first: what it wrote meanwhile would be lost.',
      )
    }
    if ((await entriesOf(source)).length === 0)
      throw new Refused(`In ${source} non c’è niente da copiare.`, `There is nothing to copy in ${source}.`)
    const owned = await ownDirectory(source)
    const from = await openStores({ dataDir: source, files: readOnlyFiles })
    try {
      await refuseDamaged(from)
      const count = await copyAll(source, target, from, terminal)
      terminal.say(
        `Copiati e confrontati ${count} laboratori. Ora avvia il server con --data ${target}.`,
        `${count} labs copied and compared. Now start the server with --data ${target}.`,
      )
      terminal.out(target)
      return 0
    } finally {
      await from.close()
      await owned.release()
    }
  },
}
