import * as z from 'zod/mini'

/** A note is read aloud in a breakout room: 4,000 characters are two minutes of reading. Miro's own cap is not documented (clients see 6,000). */
export const TEXT_MAX = 4000
/** Titles, names, reasons. */
export const LINE_MAX = 300

/** Half of a surrogate pair cannot be written as UTF-8: such text would not come back as it was sent. */
const wellFormed = z.refine<string>((text) => !/\p{Cs}/u.test(text), 'must be valid Unicode')
const notBlank = z.refine<string>((text) => /\S/.test(text), 'must not be blank')

/** Text as written, kept character for character. */
export const FreeText = z.string().check(z.maxLength(TEXT_MAX, `must have at most ${TEXT_MAX} characters`), wellFormed)
/** The same, with something in it. */
export const Text = FreeText.check(notBlank)
export const FreeLine = z.string().check(z.maxLength(LINE_MAX, `must have at most ${LINE_MAX} characters`), wellFormed)
export const Line = FreeLine.check(notBlank)

/** As a reader sees it: any run of white space, no-break and zero-width ones included, is one space; ends trimmed. */
export const fold = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim()

/** Equal for texts that say the same to a reader: case, white space and a full stop at the end apart. */
export const sameText = (text: string): string => fold(text.normalize('NFC').toLowerCase()).replace(/(?<=[^.])\.$/, '')
