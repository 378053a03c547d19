import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

/** The type of our documents and, where it lacks a letter, of others: Greek, Cyrillic, Arabic, Hebrew, emoji, symbols. In the order in which they are asked. */
const FAMILIES: readonly { readonly family: string; readonly files: readonly string[] }[] = [
  {
    family: 'Titillium Web',
    files: ['400Regular', '600SemiBold', '700Bold'].map((weight) => `titillium-web/${weight}/TitilliumWeb_${weight}.ttf`),
  },
  { family: 'Noto Sans', files: ['400Regular', '600SemiBold'].map((weight) => `noto-sans/${weight}/NotoSans_${weight}.ttf`) },
  { family: 'Noto Sans Arabic', files: ['noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'] },
  { family: 'Noto Sans Hebrew', files: ['noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'] },
  { family: 'Noto Emoji', files: ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'] },
  { family: 'Noto Sans Symbols 2', files: ['noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'] },
]

export interface Fonts {
  readonly families: readonly string[]
  readonly blobs: Buffer[]
  /** A folder of further typefaces, for letters that ours lack. */
  readonly folder: string | null
  /** True where one of the typefaces has this character. */
  readonly has: (codePoint: number) => boolean
}

const TYPEFACE = /\.(?:ttf|otf|ttc|otc)$/i

/** Adds what the typefaces of a folder and its subfolders have. Throws an error that says, in Italian and English, what is wrong with it. */
function coverFolder(folder: string, covered: Uint8Array): void {
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TYPEFACE.test(name))
  } catch {
    throw new Error(
      `FONTS_DIR: la cartella ${folder} non si legge. Indicane una che c’è.\nFONTS_DIR: the folder ${folder} cannot be read. Name one that exists.`,
    )
  }
  if (names.length === 0)
    throw new Error(
      `FONTS_DIR: in ${folder} non ci sono caratteri tipografici (.ttf, .otf, .ttc, .otc).\nFONTS_DIR: there are no typefaces (.ttf, .otf, .ttc, .otc) in ${folder}.`,
    )
  for (const name of names)
    try {
      const file = readFileSync(join(folder, name))
      for (const start of startsOf(file)) cover(file, start, covered)
    } catch {
      throw new Error(
        `FONTS_DIR: ${join(folder, name)} non è un carattere tipografico che si possa usare. Toglilo.\nFONTS_DIR: ${join(folder, name)} is no typeface that can be used. Remove it.`,
      )
    }
}

/** Where the typefaces of a file begin: a collection (OpenType, `ttcf`) has several. */
const startsOf = (file: Buffer): number[] =>
  file.toString('latin1', 0, 4) === 'ttcf' ? Array.from({ length: file.readUInt32BE(8) }, (_one, i) => file.readUInt32BE(12 + i * 4)) : [0]

/**
 * Reads the typefaces. Ours stand in the packages they came in; of the machine nothing is taken but what stands in `folder`, which is asked last.
 * Throws an error in Italian and English where that folder is of no use.
 */
export function readFonts(folder: string | null = null): Fonts {
  const read = FAMILIES.map(({ family, files }) => ({
    family,
    blobs: files.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))),
  }))
  const covered = new Uint8Array(0x110000 >> 3)
  for (const { blobs } of read) cover(blobs[0] ?? Buffer.alloc(0), 0, covered)
  if (folder !== null) coverFolder(folder, covered)
  return {
    families: read.map(({ family }) => family),
    blobs: read.flatMap(({ blobs }) => blobs),
    folder,
    has: (codePoint) => ((covered[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0,
  }
}

/** Adds which characters a typeface has, a bit each, by its table `cmap` (OpenType, formats 4 and 12). Throws where there is none. */
function cover(font: Buffer, start: number, covered: Uint8Array): void {
  const add = (first: number, last: number): void => {
    for (let code = first; code <= Math.min(last, 0x10ffff); code++) covered[code >> 3] = (covered[code >> 3] ?? 0) | (1 << (code & 7))
  }
  let found = false
  const tables = font.readUInt16BE(start + 4)
  for (let i = 0; i < tables; i++) {
    const record = start + 12 + i * 16
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue
    found = true
    const cmap = font.readUInt32BE(record + 8)
    for (let n = 0; n < font.readUInt16BE(cmap + 2); n++) {
      const at = cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4)
      const format = font.readUInt16BE(at)
      if (format === 4) {
        const segments = font.readUInt16BE(at + 6) / 2
        for (let s = 0; s < segments; s++) {
          const last = font.readUInt16BE(at + 14 + s * 2)
          const first = font.readUInt16BE(at + 16 + (segments + s) * 2)
          if (first !== 0xffff) add(first, last)
        }
      } else if (format === 12)
        for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
          const group = at + 16 + g * 12
          add(font.readUInt32BE(group), font.readUInt32BE(group + 4))
        }
    }
  }
  if (!found) throw new Error('no table cmap')
}
