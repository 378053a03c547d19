import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Collection, type Repertoire } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { type FileFault, inOrder } from './fault.ts'
import { filesOf, YAML } from './folder.ts'
import { BadKit } from './load-kits.ts'
import { readMethods } from './method-files.ts'
import { type Files, parseFile } from './parse-file.ts'

export type RepertoireRead =
  | { readonly repertoire: Repertoire; readonly faults: readonly [] }
  | { readonly repertoire: null; readonly faults: readonly FileFault[] }

const REPERTOIRE = fileURLToPath(new URL('../../../shared/methods', import.meta.url))
const HEAD = 'collection.yaml'

/** Folder in front of a path's last part; empty where there is none. */
const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')))

/** True where these are the files of a collection of methods, or of several, and not of a kit. */
export const areMethods = (files: Files): boolean =>
  !files.has('kit.yaml') && [...files.keys()].some((name) => name === HEAD || name.endsWith(`/${HEAD}`))

/** Reads one collection (its `collection.yaml` at the root) or several, a folder each. Every fault is named with its file and line. */
export function readRepertoire(files: Files): RepertoireRead {
  const names = [...files.keys()].filter((name) => YAML.test(name)).sort()
  const single = files.has(HEAD)
  const faults: FileFault[] = []
  const say = (file: string, line: number | null, message: Bilingual) => faults.push({ file, line, message })
  const collections: Repertoire['collections'] = []
  const methods: Repertoire['methods'] = []
  const first = new Map<string, string>()
  for (const folder of new Set(names.map(folderOf))) {
    if (single ? folder !== '' : folder === '') {
      for (const file of names.filter((name) => folderOf(name) === folder))
        say(file, null, {
          it: 'non sta in una raccolta: spostalo nella cartella di una raccolta, con il suo collection.yaml',
          en: 'is in no collection: move it into the folder of a collection, with its collection.yaml',
        })
      continue
    }
    const here = names.filter((name) => folderOf(name) === folder)
    const headName = single ? HEAD : `${folder}/${HEAD}`
    const head = parseFile(files, headName, Collection)
    faults.push(...head.faults)
    // a collection checked by itself is not told its name
    const id = folder || 'collection'
    if (head.value) collections.push({ id, ...head.value })
    const read = readMethods(
      files,
      here.filter((name) => name !== headName),
    )
    faults.push(...read.faults)
    for (const { file, method } of read.methods) {
      const other = first.get(method.id)
      if (other === undefined) first.set(method.id, file.name)
      else
        say(file.name, file.lineOf(['id']), {
          it: `il metodo «${method.id}» è anche in ${other}: dagli un id suo`,
          en: `method "${method.id}" is also in ${other}: give it an id of its own`,
        })
      if (head.value && head.value.licence !== method.licence)
        say(file.name, file.lineOf(['licence']), {
          it: `la licenza è ${method.licence}, quella della raccolta ${head.value.licence}: correggila, o sposta il metodo in un’altra raccolta`,
          en: `the licence is ${method.licence}, that of its collection ${head.value.licence}: correct it, or move the method into another collection`,
        })
      methods.push({ ...method, collection: id })
    }
  }
  return faults.length === 0 ? { repertoire: { collections, methods }, faults: [] } : { repertoire: null, faults: inOrder(faults) }
}

/** Reads a folder of collections. Throws `BadKit` with every fault. */
export async function loadRepertoire(folder: string): Promise<Repertoire> {
  const { repertoire, faults } = readRepertoire(await filesOf(folder))
  if (!repertoire) throw new BadKit(folder, faults)
  return repertoire
}

/** The methods that come with Telaio; none where their folder is not there. */
export async function builtInRepertoire(): Promise<Repertoire> {
  const found = await stat(join(REPERTOIRE)).catch(() => null)
  return found?.isDirectory() ? loadRepertoire(REPERTOIRE) : { collections: [], methods: [] }
}

/** Ids that a block may name as its method; undefined where there is no repertoire to look them up in. */
export const methodIds = ({ methods }: Pick<Repertoire, 'methods'>): ReadonlySet<string> | undefined =>
  methods.length > 0 ? new Set(methods.map(({ id }) => id)) : undefined
