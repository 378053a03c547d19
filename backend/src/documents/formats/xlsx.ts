import { strToU8 } from 'fflate'
import { escapeText } from './html.ts'
import type { NamedRows } from './tables.ts'
import { zipOf } from './zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Letters that a cell holds (Excel's own limit is 32,767). */
const LONGEST_CELL = 32_000

/** `A`, `B`…: every sheet of ours has fewer columns than there are letters. */
const columnName = (column: number): string => String.fromCharCode(65 + column)
/** Numbers stand in narrow columns; what is written in a wide one is a text, whatever it looks like. */
const isNumber = (cell: string, row: number, column: number, width: number): boolean =>
  row > 0 && column > 0 && width <= 12 && /^\d{1,9}$/.test(cell)

function sheetXml({ rows, widths }: NamedRows): string {
  const cell = (text: string, row: number, column: number): string => {
    const at = `${columnName(column)}${row + 1}`
    return isNumber(text, row, column, widths[column] ?? 99)
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" s="${row === 0 ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text.slice(0, LONGEST_CELL))}</t></is></c>`
  }
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`).join('')}</sheetData></worksheet>`
  )
}

/** Cells as they are, bold heads, texts that wrap. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  [1, 0]
    .map(
      (font) =>
        `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    )
    .join('') +
  '</cellXfs></styleSheet>'

/** A workbook of text cells (SpreadsheetML, ECMA-376): a cell that looks like a formula is a text, and stays one. */
export function workbook(sheets: readonly NamedRows[]): Buffer {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, n: i + 1 }))
  const related = (lines: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${lines.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${numbered.map(({ n }) => override(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': related([['workbook', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': related([
      ['styles', 'styles', 'styles.xml'],
      ...numbered.map(({ n }) => [`sheet${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><bookViews><workbookView/></bookViews><sheets>${numbered.map(({ n, name }) => `<sheet name="${escapeText(name)}" sheetId="${n}" r:id="sheet${n}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(numbered.map((sheet) => [`xl/worksheets/sheet${sheet.n}.xml`, sheetXml(sheet)])),
  }
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)]),
    ),
  )
}
