const plain = new Map<string, string>()

/** An item's HTML as text, a line a paragraph; kept, for lists and labels ask for it over and over. */
export function textOf(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html
  const known = plain.get(html)
  if (known !== undefined) return known
  const { body } = new DOMParser().parseFromString(html.replaceAll(/<br\s*\/?>/g, '\n'), 'text/html')
  const blocks = [...body.querySelectorAll('p, li')]
  const text = (blocks.length === 0 ? [body.textContent] : blocks.map(({ textContent }) => textContent))
    .map((line) => line.replace(/\n$/, ''))
    .join('\n')
  if (plain.size > 10_000) plain.clear()
  plain.set(html, text)
  return text
}
