import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Kit } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { YAML } from './folder.ts'
import type { Files } from './parse-file.ts'
import { kitFiles } from './write-kit.ts'

/** A kit of six meetings is a dozen files and 150 kB; twenty meetings with methods of their own stay well under this. */
const MOST_FILES = 200
const MOST_BYTES = 4 * 1024 * 1024
/** The first moment that a zip file can say: the same kit gives the same bytes, whenever it is asked for. */
const EPOCH = new Date(1980, 0, 1)

/** A kit's folder as one zip file. */
export function zipKit(kit: Kit): Uint8Array {
  const entries = Object.entries(kitFiles(kit)).map(([path, text]) => [`${kit.name}/${path}`, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: EPOCH, level: 6 })
}

/** Why a file is no folder of a kit. */
export class BadZip extends Error {
  override readonly name = 'BadZip'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}

/**
 * The YAML files of a zip file, by their path in the kit's folder: the folder itself may be in it or not. Nothing is written to disk. No more is unfolded than
 * the file says of itself beforehand, and what it says is held to limits. Throws `BadZip`.
 */
export function unzipKit(bytes: Uint8Array): Files {
  let count = 0
  let size = 0
  let unzipped: Record<string, Uint8Array>
  try {
    unzipped = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/^[/\\]|\\|(^|\/)\.\.(\/|$)|\0|^[A-Za-z]:/.test(name))
          throw new BadZip(`contiene un percorso che esce dalla cartella (${name})`, `it holds a path that leaves its folder (${name})`)
        // what systems add to folders: no part of a kit
        if (name.endsWith('/') || !YAML.test(name) || /(^|\/)(\.|__MACOSX\/)/.test(name)) return false
        count += 1
        size += originalSize
        if (count > MOST_FILES) throw new BadZip(`contiene più di ${MOST_FILES} file`, `it holds more than ${MOST_FILES} files`)
        if (size > MOST_BYTES) throw new BadZip('aperto, supera 4 MB', 'unpacked, it is larger than 4 MB')
        return true
      },
    })
  } catch (error) {
    if (error instanceof BadZip) throw error
    throw new BadZip(
      'non è un file zip, o è rovinato: scaricalo o comprimilo di nuovo',
      'it is no zip file, or damaged: download or compress it again',
    )
  }
  const names = Object.keys(unzipped)
  if (names.length === 0) throw new BadZip('non contiene file YAML di un kit', 'it holds no YAML files of a kit')
  const [top = ''] = names[0]?.split('/') ?? []
  const wrapped = !names.includes('kit.yaml') && names.every((name) => name.startsWith(`${top}/`))
  return new Map(names.sort().map((name) => [wrapped ? name.slice(top.length + 1) : name, unzipped[name] ?? new Uint8Array()]))
}
