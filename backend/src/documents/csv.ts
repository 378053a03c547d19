/**
 * `raw` – as written, for programs (RFC 4180, UTF-8) · `spreadsheet` – for people: BOM, semicolons, cells that could be formulas disarmed ·
 * `decidim` – semicolons, as its importer reads them.
 */
export type CsvFlavour = 'raw' | 'spreadsheet' | 'decidim'

/** A cell that a spreadsheet would take for a formula (OWASP, CSV injection). */
const isFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

/** Writes a table as CSV; every row ends in CRLF. Raw cells come back character for character. */
export function csvOf(rows: readonly (readonly string[])[], flavour: CsvFlavour): string {
  const separator = flavour === 'raw' ? ',' : ';'
  const cell = (text: string): string => {
    const safe = flavour === 'spreadsheet' && isFormula(text) ? `'${text}` : text
    return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`)
  return `${flavour === 'spreadsheet' ? '\uFEFF' : ''}${lines.join('')}`
}
