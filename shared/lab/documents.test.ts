import { describe, expect, it } from 'vitest'
import { isRefused } from '../testing/scenario.ts'
import { SmallLab } from '../testing/small-lab.ts'
import { PIXEL } from '../testing/random-documents.ts'
import { contrastOnPaper, readLogo } from './index.ts'
import { viewOf } from '../view/index.ts'

const base64 = (text: string): string => btoa(text)
const svg = (inside: string, more = ''): string =>
  base64(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" ${more}>${inside}</svg>`)

describe('how the documents look', () => {
  it('[DOC8] keeps what was set and leaves the rest; a colour that cannot be read is refused with its contrast', () => {
    const lab = new SmallLab()
    lab.do(lab.oscar, { type: 'setDocuments', theme: 'public-body', promoters: ['Comune di Prova'] })
    lab.do(lab.oscar, { type: 'setDocuments', colour: '#1D5B79' })
    const before = lab.lab.documents
    expect(before).toMatchObject({ theme: 'public-body', promoters: ['Comune di Prova'], colour: '#1D5B79', licence: 'CC-BY-SA-4.0' })
    expect(lab.send(lab.oscar, { type: 'setDocuments', colour: '#FFFF00', credits: 'x' })).toMatchObject({
      code: 'colour_unreadable',
      field: 'colour',
      facts: { contrast: '1.0', least: '4.5' },
    })
    expect(lab.lab.documents).toEqual(before)
    lab.do(lab.oscar, { type: 'setDocuments', colour: null })
    expect(lab.lab.documents.colour).toBeNull()
  })

  it('[DOC8] the contrast is WCAG’s', () => {
    expect(contrastOnPaper('#FFFFFF')).toBeCloseTo(1)
    expect(contrastOnPaper('#000000')).toBeCloseTo(21)
    expect(contrastOnPaper('#0066CC')).toBeGreaterThan(5)
    expect(contrastOnPaper('#767676')).toBeCloseTo(4.54, 1)
  })

  it('[DOC9] takes PNG, JPEG and drawings; refuses what is no picture, and drawings that could run or fetch something', () => {
    expect(readLogo(PIXEL)).toEqual({ type: 'image/png' })
    expect(readLogo(base64('\u00ff\u00d8\u00ff\u00e0 jfif'))).toEqual({ type: 'image/jpeg' })
    expect(readLogo(svg('<path d="M0 0h9v9z"/>'))).toEqual({ type: 'image/svg+xml' })
    expect(readLogo(svg('<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/>'))).toEqual({
      type: 'image/svg+xml',
    })
    for (const no of [base64('GIF89a'), base64('<html><svg></svg></html>'), base64('=HYPERLINK("x")'), 'AAAA'])
      expect(readLogo(no)).toEqual({ fault: 'no-picture' })
    const bad = [
      '<script>alert(1)</script>',
      '<svg:script>alert(1)</svg:script>',
      '<rect onload="alert(1)"/>',
      '<a href="javascript:alert(1)"><rect/></a>',
      '<image href="https://example.org/x.png"/>',
      "<image xlink:href='//example.org/x.png'/>",
      '<foreignObject><p>x</p></foreignObject>',
      '<style>@import "x.css";</style>',
      '<rect fill="url(https://example.org/#g)"/>',
      '<!ENTITY x "y">',
      '<text>&#106;avascript</text>',
      '<set attributeName="href" to="javascript:x"/>',
    ]
    for (const inside of bad) expect(readLogo(svg(inside)), inside).toEqual({ fault: 'script' })
    expect(readLogo(svg('', 'ONLOAD = "alert(1)"'))).toEqual({ fault: 'script' })
  })

  it('[DOC9] a logo is kept with its words and stays out of views', () => {
    const lab = new SmallLab()
    const { logo } = lab.do(lab.oscar, { type: 'addLogo', alt: 'Comune di Prova', data: PIXEL })
    expect(lab.lab.documents.logos).toEqual([{ id: logo, type: 'image/png', alt: 'Comune di Prova', data: PIXEL }])
    expect(viewOf(lab.viewer(lab.oscar), lab.scene).documents['documents']?.logos).toEqual([
      { id: logo, type: 'image/png', alt: 'Comune di Prova' },
    ])
    expect(viewOf(lab.viewer(lab.ann), lab.scene).documents).toEqual({})
    expect(lab.send(lab.oscar, { type: 'addLogo', alt: 'x', data: base64('no picture') })).toMatchObject({
      code: 'logo_unusable',
      field: 'data',
    })
    lab.do(lab.oscar, { type: 'removeLogo', logo: String(logo) })
    expect(lab.lab.documents.logos).toEqual([])
  })
})

describe('the public page', () => {
  it('[DOC10] stands only while an organiser says so, with entries that are there', () => {
    const lab = new SmallLab().start(2, 'work')
    const note = lab.note(lab.ann, 'C2.3', 'try this')
    const entry = lab.do(lab.oscar, { type: 'addEntry', block: 'B2', text: 'Try this', sources: [note] })['entry'] as string
    const publication = {
      entries: [entry, entry],
      papers: ['poster' as const],
      indexable: false,
      contact: 'info@example.org',
      language: 'it' as const,
    }
    expect(lab.send(lab.fay, { type: 'publish', ...publication })).toMatchObject({ code: 'forbidden' })
    expect(lab.lab.documents.published).toBeNull()
    lab.do(lab.oscar, { type: 'publish', ...publication })
    expect(lab.lab.documents.published).toMatchObject({ entries: [entry], papers: ['poster'], indexable: false })
    lab.do(lab.oscar, { type: 'redact', contribution: note })
    expect(isRefused(lab.send(lab.oscar, { type: 'publish', ...publication }))).toBe(true)
    lab.do(lab.oscar, { type: 'archiveLab' })
    lab.do(lab.oscar, { type: 'unpublish' })
    expect(lab.lab.documents.published).toBeNull()
  })
})
