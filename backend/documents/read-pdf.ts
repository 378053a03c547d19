import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { oneLine } from '@telaio/shared/documents'

/** What a reader with a screen reader meets, read back from a PDF's tags. */
export interface ReadPdf {
  readonly pages: number
  readonly language: string | null
  readonly title: string
  readonly bookmarks: readonly string[]
  /** Roles in reading order, headings with their words. */
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  readonly roles: ReadonlySet<string>
  readonly alts: readonly string[]
  /** All that is tagged, in reading order, without white space, hyphens and places where a line may break. */
  readonly text: string
  /** Texts that stand over the edge of their page. */
  readonly overflows: readonly string[]
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Tag[]
}
interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** Letters alone: how lines are broken is the typesetter's, what they say is not. */
export const letters = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u2010\u2011\u202A-\u202E\u2066-\u2069\uFEFF-]/gu, '')

/** Reads a PDF by its tags, as assistive technology does (pdf.js). */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  try {
    const roles = new Set<string>()
    const alts: string[] = []
    const headings: { level: number; text: string }[] = []
    const overflows: string[] = []
    let text = ''
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const [, , width = 0, height = 0] = page.view
      // words of each piece of marked content, by its id
      const words = new Map<string, string>()
      let open: string[] = []
      for (const item of (await page.getTextContent({ includeMarkedContent: true })).items)
        if ('str' in item) {
          const id = open.findLast((one) => one !== '')
          if (id !== undefined) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
          const [, , , , x = 0, y = 0] = item.transform as number[]
          if (item.str.trim() !== '' && (x < -1 || x + item.width > width + 1 || y < -1 || y > height + 1))
            overflows.push(`page ${n}: ${item.str}`)
        } else if (item.type === 'endMarkedContent') open = open.slice(0, -1)
        else open.push(item.id ?? '')
      const wordsOf = (tag: Tag): string =>
        (tag.type === 'content' && tag.id !== undefined ? (words.get(tag.id) ?? '') : '') + (tag.children ?? []).map(wordsOf).join('')
      const walk = (tag: Tag): void => {
        if (tag.role !== undefined) roles.add(tag.role)
        if (tag.alt !== undefined) alts.push(tag.alt)
        const level = /^H(\d)$/.exec(tag.role ?? '')?.[1]
        if (level !== undefined) headings.push({ level: Number(level), text: oneLine(wordsOf(tag)) })
        for (const child of tag.children ?? []) walk(child)
      }
      const tree = (await page.getStructTree()) as Tag | null
      if (!tree) continue
      walk(tree)
      text += letters(wordsOf(tree))
    }
    const { info, metadata } = await pdf.getMetadata()
    const outline = ((await pdf.getOutline()) ?? []) as readonly Bookmark[]
    const titles = (list: readonly Bookmark[]): string[] => list.flatMap(({ title, items }) => [title, ...titles(items)])
    return {
      pages: pdf.numPages,
      language: (info as { Language?: string | null }).Language ?? null,
      title: String(metadata?.get('dc:title') ?? (info as { Title?: string }).Title ?? ''),
      bookmarks: titles(outline),
      headings,
      roles,
      alts,
      text,
      overflows,
    }
  } finally {
    await pdf.destroy()
  }
}
