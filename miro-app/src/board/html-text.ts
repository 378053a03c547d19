const BLOCKS = new Set(['P', 'DIV', 'BR', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'TR', 'TABLE', 'BLOCKQUOTE'])

/** What a reader sees of an item's HTML: a line a paragraph, entities resolved, white space folded. Nothing of it is ever run or loaded. */
export function htmlText(html: string): string {
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? ''
    const isBlock = BLOCKS.has(node.nodeName)
    if (isBlock) text += '\n'
    for (const child of node.childNodes) walk(child)
    if (isBlock) text += '\n'
  }
  walk(new DOMParser().parseFromString(html, 'text/html').body)
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
