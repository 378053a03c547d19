import type { Content, Unprintable } from '@telaio/shared/documents'
import { lostLetters } from './printable.ts'

/** Texts of the documents that cannot be printed letter for letter, each once, with the characters that are lost. */
export function unprintableIn(content: Content, has: (codePoint: number) => boolean): Unprintable[] {
  const found = new Map<string, readonly string[]>()
  const look = (data: unknown): void => {
    if (typeof data === 'string') {
      if (found.has(data)) return
      const letters = lostLetters(data, has)
      if (letters.length > 0) found.set(data, letters)
    } else if (Array.isArray(data)) data.forEach(look)
    else if (typeof data === 'object' && data !== null) Object.values(data).forEach(look)
  }
  // pictures are no texts, but what they say is
  look({ ...content, look: content.look.logos.map(({ alt }) => alt) })
  return [...found].map(([text, letters]) => ({ text, letters }))
}
