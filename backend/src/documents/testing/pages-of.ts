import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text on a page, in points from its lower left. */
interface Printed {
  readonly str: string
  readonly size: number
  readonly x: number
  readonly y: number
  readonly width: number
}

/** The pages of a PDF with every piece of text where it stands, in reading order; blank ones are left out. */
export async function pagesOf(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly texts: readonly Printed[] }[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const [, , width = 0, height = 0] = page.view
    const texts = (await page.getTextContent()).items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      return [{ str: item.str, size, x, y, width: item.width }]
    })
    pages.push({ width, height, texts })
  }
  await pdf.destroy()
  return pages
}
