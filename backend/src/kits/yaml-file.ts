import { readFile } from 'node:fs/promises'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** What is wrong in a file of a kit: where, and what to do. English, as `KitFault`: kits are made by their authors' tools. */
export interface FileFault {
  /** Path inside the kit's folder. */
  readonly file: string
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null
  readonly message: string
}

export interface YamlFile {
  readonly name: string
  /** What the file says; undefined where it cannot be read. */
  readonly value: unknown
  readonly faults: readonly FileFault[]
  /** The line that a path leads to, or comes nearest to. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

const MENDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here twice: remove one of the two',
  TAB_AS_INDENT: 'indent with spaces, not with a tab',
  MULTIPLE_DOCS: 'a file of a kit holds one document: remove the line with ---',
  MISSING_CHAR: 'a character is missing (a quote, a bracket, a colon or a space)',
  MULTILINE_IMPLICIT_KEY: 'put this text in quotes: it holds a colon, or goes over several lines',
  BLOCK_AS_IMPLICIT_KEY: 'put this text in quotes: it holds a colon',
  BAD_INDENT: 'set this line in as far as its neighbours, or close the bracket that was opened before it',
}

/** Reads one YAML file of a kit, with the line of everything in it. */
export async function readYamlFile(folder: string, name: string): Promise<YamlFile> {
  const nothing = (message: string): YamlFile => ({
    name,
    value: undefined,
    faults: [{ file: name, line: null, message }],
    lineOf: () => 1,
  })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(`${folder}/${name}`))
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'ENOENT') return nothing('is missing: add it')
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return nothing('is not UTF-8: save it again as UTF-8')
    return nothing(`cannot be read (${code ?? String(error)})`)
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true, uniqueKeys: true })
  const faults = [...document.errors, ...document.warnings].map((error): FileFault => {
    const said = error.message.split(/ at line \d|\n/)[0] ?? error.message
    return { file: name, line: error.linePos?.[0].line ?? 1, message: `this is no YAML (${said}): ${MENDS[error.code] ?? 'correct it'}` }
  })
  if (faults.length > 0) return { ...nothing(''), faults }
  const lineAt = (offset: number) => lines.linePos(offset).line
  return {
    name,
    value: document.toJS() as unknown,
    faults: [],
    lineOf: (path) => lineAt(offsetOf(document, path)),
  }
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
