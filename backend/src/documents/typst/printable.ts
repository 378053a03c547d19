/** Characters that are seen by their effect only: joiners, marks of direction, selectors of emoji. A typeface need not have them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
const DIRECTION = /\p{Bidi_Control}/u
/** Longer words get places where a line may break: nothing runs over the edge. */
const LONGEST_WORD = 32
const BREAK_EVERY = 12
/** Letters of Western languages that the first of our typefaces is known to have, no soft hyphen, in words that are short enough: most texts need no more of a look. */
const PLAIN = /^(?:[\x21-\x7E\u00A1-\u00AC\u00AE-\u00FF\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u20AC]{1,32}(?: |$))*$/
/** Stands in a long word where a line may break: a space of no width. */
export const LINE_MAY_BREAK = '\u200B'
/** Stands for a character that none of the typefaces has. */
export const NO_GLYPH = '\u25A1'

/** A word, by its letters, with places where a line may break. */
export function withBreaks(letters: readonly string[]): string {
  const parts: string[] = []
  for (let i = 0; i < letters.length; i += BREAK_EVERY) parts.push(letters.slice(i, i + BREAK_EVERY).join(''))
  return parts.join(LINE_MAY_BREAK)
}

/**
 * A text as it can be printed: what no typeface has is shown as an empty box – a document that said nothing there would hide it – and a word as long as a
 * line may break. The words of the documents in other formats stay letter for letter.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text
  let shown = ''
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0
    if (letter === '\n' || letter === '\r' || letter === '\t' || letter === '\u2028' || letter === '\u2029') shown += ' '
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) continue
    else if (INVISIBLE.test(letter)) shown += DIRECTION.test(letter) ? '' : letter
    else shown += has(code) ? letter : NO_GLYPH
  }
  return shown.replace(/\S+/gu, (word) => {
    const letters = [...word]
    return letters.length <= LONGEST_WORD ? word : withBreaks(letters)
  })
}

/** The characters of a text that would be printed as empty boxes, each once. */
export function lostLetters(text: string, has: (codePoint: number) => boolean): string[] {
  if (PLAIN.test(text)) return []
  return [...new Set(text.normalize('NFC'))].filter((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(letter) && !INVISIBLE.test(letter) && !has(code)
  })
}

/** All texts of some plain data made printable. Keys stay as they are. */
export function printableData(data: unknown, has: (codePoint: number) => boolean, verbatim: ReadonlySet<string>): unknown {
  if (typeof data === 'string') return printable(data, has)
  if (Array.isArray(data)) return data.map((one) => printableData(one, has, verbatim))
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, verbatim.has(key) ? value : printableData(value, has, verbatim)]),
    )
  return data
}
