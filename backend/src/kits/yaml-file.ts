import type { Bilingual } from '@telaio/shared/words'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { FileFault } from './fault.ts'

export interface YamlFile {
  readonly name: string
  /** What the file says; undefined where it cannot be read. */
  readonly value: unknown
  readonly faults: readonly FileFault[]
  /** The line that a path leads to, or comes nearest to. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

const MENDS: Readonly<Record<string, Bilingual>> = {
  DUPLICATE_KEY: { it: 'questa chiave c’è due volte: togline una', en: 'this key stands here twice: remove one of the two' },
  TAB_AS_INDENT: { it: 'rientra con spazi, non con un tab', en: 'indent with spaces, not with a tab' },
  MULTIPLE_DOCS: {
    it: 'un file di un kit contiene un solo documento: togli la riga con ---',
    en: 'a file of a kit holds one document: remove the line with ---',
  },
  MISSING_CHAR: {
    it: 'manca un carattere (una virgoletta, una parentesi, i due punti o uno spazio): aggiungilo',
    en: 'a character is missing (a quote, a bracket, a colon or a space): add it',
  },
  MULTILINE_IMPLICIT_KEY: {
    it: 'metti questo testo tra virgolette: contiene i due punti, o va su più righe',
    en: 'put this text in quotes: it holds a colon, or goes over several lines',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    it: 'metti questo testo tra virgolette: contiene i due punti',
    en: 'put this text in quotes: it holds a colon',
  },
  BAD_INDENT: {
    it: 'rientra questa riga come le vicine',
    en: 'set this line in as far as its neighbours',
  },
}
const CORRECT: Bilingual = { it: 'correggilo', en: 'correct it' }

/** Reads one YAML file of a kit, with the line of everything in it. `bytes` undefined: the file is not there. */
export function readYamlFile(name: string, bytes: Uint8Array | undefined): YamlFile {
  const broken = (faults: readonly FileFault[]): YamlFile => ({ name, value: undefined, faults, lineOf: () => 1 })
  const nothing = (it: string, en: string, line: number | null = null) => broken([{ file: name, line, message: { it, en } }])
  if (!bytes) return nothing('manca: aggiungilo', 'is missing: add it')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return nothing('non è in UTF-8: salvalo di nuovo in UTF-8', 'is not UTF-8: save it again as UTF-8')
  }
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true })
    const open = openBracket(document, text)
    // what is read behind a bracket that nobody closed is not what was meant
    const errors = [...document.errors, ...document.warnings].filter(({ pos }) => !open || pos[0] < open.until)
    const faults = errors.map((error): FileFault => {
      const said = error.message.split(/ at line \d|\n/)[0] ?? error.message
      const mend = MENDS[error.code] ?? CORRECT
      const message = { it: `questo non è YAML (${said}): ${mend.it}`, en: `this is no YAML (${said}): ${mend.en}` }
      return { file: name, line: error.linePos?.[0].line ?? 1, message }
    })
    if (open)
      faults.push({
        file: name,
        line: lines.linePos(open.at).line,
        message: {
          it: `la parentesi «${open.bracket}» aperta qui non è chiusa: chiudila`,
          en: `the bracket "${open.bracket}" opened here is not closed: close it`,
        },
      })
    if (faults.length > 0) return broken(faults)
    const value = document.toJS() as unknown
    return { name, value, faults: [], lineOf: (path) => lines.linePos(offsetOf(document, path)).line }
  } catch {
    // an anchor that unfolds without end, or brackets deeper than any kit has
    return nothing(
      'è annidato o ripetuto oltre ogni misura: togli le parentesi di troppo, le ancore (&) e i richiami (*)',
      'is nested or repeated beyond measure: take superfluous brackets, anchors (&) and aliases (*) away',
      1,
    )
  }
}

/** The first bracket that is not closed, and where the parser gave it up. */
function openBracket(
  document: Document.Parsed,
  text: string,
): { readonly at: number; readonly until: number; readonly bracket: string } | null {
  let found: ReturnType<typeof openBracket> = null
  visit(document, {
    Collection: (_key, node) => {
      const [at, until] = node.range ?? [0, 0]
      if (!node.flow || !document.errors.some(({ pos }) => pos[0] === until) || /[\]}]$/.test(text.slice(at, until))) return undefined
      found = { at, until, bracket: text.charAt(at) }
      return visit.BREAK
    },
  })
  return found
}

/** Where in the text the thing at a path begins: its key in a map, its value in a list; where there is none, what was to hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const part of path) {
    const here: unknown = isAlias(node) ? node.resolve(document) : node
    if (isMap(here)) {
      const pair = here.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(part))
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value as Node | null
    } else if (isSeq(here)) {
      const item = here.items[Number(part)] as Node | undefined
      if (!item) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}
