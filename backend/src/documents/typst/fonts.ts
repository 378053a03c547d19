import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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
  /** True where one of the typefaces has this character. */
  readonly has: (codePoint: number) => boolean
}

/** Reads the typefaces. They stand in the packages they came in; nothing is taken from the machine. */
export function readFonts(): Fonts {
  const read = FAMILIES.map(({ family, files }) => ({
    family,
    blobs: files.map((file) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))),
  }))
  const ranges = read.map(({ blobs }) => coverageOf(blobs[0] ?? Buffer.alloc(0)))
  return {
    families: read.map(({ family }) => family),
    blobs: read.flatMap(({ blobs }) => blobs),
    has: (codePoint) => ranges.some((covered) => covered(codePoint)),
  }
}

/** Which characters a typeface has, by its table `cmap` (OpenType, formats 4 and 12). */
function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const found: (readonly [first: number, last: number])[] = []
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue
    const cmap = font.readUInt32BE(record + 8)
    for (let n = 0; n < font.readUInt16BE(cmap + 2); n++) {
      const at = cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4)
      const format = font.readUInt16BE(at)
      if (format === 4) {
        const segments = font.readUInt16BE(at + 6) / 2
        for (let s = 0; s < segments; s++) {
          const last = font.readUInt16BE(at + 14 + s * 2)
          const first = font.readUInt16BE(at + 16 + (segments + s) * 2)
          if (first !== 0xffff) found.push([first, last])
        }
      } else if (format === 12)
        for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
          const group = at + 16 + g * 12
          found.push([font.readUInt32BE(group), font.readUInt32BE(group + 4)])
        }
    }
  }
  const covered = new Set<number>()
  for (const [first, last] of found) for (let code = first; code <= last; code++) covered.add(code)
  return (codePoint) => covered.has(codePoint)
}
