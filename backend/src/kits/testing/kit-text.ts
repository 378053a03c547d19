import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'

/** A key and its value in a file's text, by character. */
export interface Spot {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly key: string
  readonly value: unknown
  readonly keyAt: number
  /** From the first character of the value to behind its last. */
  readonly from: number
  readonly to: number
  /** Inside braces. */
  readonly flow: boolean
  /** First character of the key that holds the map, or of the list item that is the map. */
  readonly holderAt: number
}

/** A list item in a file's text. */
export interface Item {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly from: number
  readonly to: number
}

/** Where everything in a YAML text stands. */
export function spotsOf(file: string, text: string): { readonly spots: readonly Spot[]; readonly items: readonly Item[] } {
  const spots: Spot[] = []
  const items: Item[] = []
  const document = parseDocument(text)
  const range = (node: Node): readonly [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
  const walk = (node: unknown, path: readonly (string | number)[], holderAt: number): void => {
    if (isMap(node))
      for (const pair of node.items as Pair<Node, Node | null>[]) {
        if (!isScalar(pair.key) || !pair.value) continue
        const key = String(pair.key.value)
        const [from, to] = range(pair.value)
        const [keyAt] = range(pair.key)
        spots.push({
          file,
          path: [...path, key],
          key,
          value: pair.value.toJS(document),
          keyAt,
          from,
          to,
          flow: node.flow === true,
          holderAt,
        })
        walk(pair.value, [...path, key], keyAt)
      }
    if (isSeq(node))
      (node.items as Node[]).forEach((item, i) => {
        const [from, to] = range(item)
        items.push({ file, path: [...path, i], value: item.toJS(document), from, to })
        walk(item, [...path, i], from)
      })
  }
  walk(document.contents, [], document.contents?.range?.[0] ?? 0)
  return { spots, items }
}

/** The text with a value written anew; a text over several lines keeps the end of its last line. */
export const rewrite = (text: string, { from, to }: { readonly from: number; readonly to: number }, value: string): string =>
  text.slice(0, from) + value + (text.slice(from, to).endsWith('\n') ? '\n' : '') + text.slice(to)

/** The text with a key and its value taken out: with its lines, or with its comma inside braces. Null where a line holds something else too. */
export function without(text: string, { keyAt, to, flow }: Spot): string | null {
  if (flow) {
    const after = /^\s*,\s*/.exec(text.slice(to))
    if (after) return text.slice(0, keyAt) + text.slice(to + after[0].length)
    return text.slice(0, keyAt).replace(/,\s*$/, ' ') + text.slice(to)
  }
  const start = text.lastIndexOf('\n', keyAt - 1) + 1
  if (text.slice(start, keyAt).trim() !== '') return null
  const end = text[to - 1] === '\n' ? to : text.indexOf('\n', to) + 1
  return text.slice(0, start) + text.slice(end || text.length)
}

/** The text with a line of its own, or a place of its own inside braces, before a key. Null where the key is the first of a list item. */
export function insertBefore(text: string, { keyAt, flow }: Spot, written: string): string | null {
  if (flow) return `${text.slice(0, keyAt)}${written}, ${text.slice(keyAt)}`
  const start = text.lastIndexOf('\n', keyAt - 1) + 1
  const indent = text.slice(start, keyAt)
  return indent.trim() === '' ? `${text.slice(0, start)}${indent}${written}\n${text.slice(start)}` : null
}

/** Lines are counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
