import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Fonts } from './fonts.ts'
import { LINE_MAY_BREAK, printableData } from './printable.ts'

/** A document to be set: which template, with which data, as what. All of it plain data, so that it can go to another thread. */
export interface PrintJob {
  readonly template: 'reading' | 'poster' | 'map' | 'logo'
  /** What the template reads as `data.json`. Words in it are never markup. */
  readonly data: Readonly<Record<string, unknown>>
  /** Pictures by the name that the data gives them; base64. */
  readonly files: Readonly<Record<string, string>>
  readonly as: 'pdf' | 'svg'
  /** The document's date (seconds): the only thing in which two printings of one lab differ. */
  readonly at: number
}

/** Fields that are no words: addresses, pictures, ids. */
const VERBATIM: ReadonlySet<string> = new Set([
  'alt',
  'qr-alt',
  'description',
  'author',
  'keywords',
  'href',
  'qr',
  'file',
  'fonts',
  'colour',
  'accent',
  'id',
  'language',
  'words',
  'kind',
  'shape',
])
const ROOT = '/telaio'
const TEMPLATES = fileURLToPath(new URL('../../../typst/', import.meta.url))

export interface Typst {
  readonly print: (job: PrintJob) => Buffer
  /** Clears what this job was set from, after its document is on its way: for a long one that takes a tenth of the time. */
  readonly forget: (job: PrintJob) => void
}

/**
 * Typst in this thread. It sees the templates, the data and the pictures it is handed, and nothing of the machine: its folder does not exist, its typefaces
 * are ours and those it is told of. A PDF is PDF/UA-1 or it is an error.
 */
export function createTypst(fonts: Fonts): Typst {
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: fonts.blobs }, ...(fonts.folder === null ? [] : [{ fontPaths: [fonts.folder] }])],
  })
  for (const name of readdirSync(TEMPLATES)) compiler.addSource(`${ROOT}/${name}`, readFileSync(`${TEMPLATES}/${name}`, 'utf8'))
  return {
    // what a sheet was set from serves its next format; what long documents were set from would only fill the memory
    forget: ({ template, as }) => compiler.evictCache(template === 'reading' || as === 'pdf' ? 0 : 1),
    print: ({ template, data, files, as, at }) => {
      const missing = new Set<number>()
      for (;;) {
        const has = (code: number): boolean => fonts.has(code) && !missing.has(code)
        const shown = JSON.stringify({
          ...(printableData(data, has, VERBATIM) as object),
          fonts: fonts.families,
          fallback: fonts.folder !== null,
        })
        const breaks = shown.includes(LINE_MAY_BREAK)
        compiler.mapShadow(`${ROOT}/data.json`, Buffer.from(`{"breaks":${breaks},${shown.slice(1)}`))
        for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(bytes, 'base64'))
        try {
          // set and written in one step: a laid out document in JavaScript's hands would keep its tens of megabytes until the next collection
          const main = { mainFilePath: `${ROOT}/${template}.typ` }
          return as === 'pdf' ? compiler.pdf(main, { pdfStandard: 'ua-1', creationTimestamp: at }) : Buffer.from(compiler.plainSvg(main))
        } catch (error) {
          const fault = faultOf(error)
          // a cluster that no typeface can draw as a whole, though each has its parts: its parts are given up one by one
          const lost = /the text `\\?"(.+?)\\?"` could not be displayed/u.exec(fault.message)?.[1]
          const codes = [...(lost ?? '')].map((letter) => letter.codePointAt(0) ?? 0).filter((code) => !missing.has(code) && code > 0x7f)
          if (codes.length === 0) throw fault
          for (const code of codes) missing.add(code)
        } finally {
          for (const name of Object.keys(files)) compiler.unmapShadow(`${ROOT}/${name}`)
        }
      }
    },
  }
}

/** The compiler's faults say what is wrong in their code. */
function faultOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return new Error(`typst: ${[error.message, 'code' in error ? String(error.code) : ''].filter(Boolean).join(' ')}`)
}
