import { createElement, Fragment, type ReactNode, useMemo } from 'react'

/** An item's HTML as React elements: only tags that Miro keeps, no attribute but colours, so nothing on a board can run. */
const allowed = new Set(['P', 'STRONG', 'B', 'EM', 'I', 'U', 'S', 'SPAN', 'UL', 'OL', 'LI', 'BR', 'A'])

export function HtmlView({ html }: { html: string }) {
  return useMemo(
    () => (html.includes('<') ? <>{childrenOf(new DOMParser().parseFromString(html, 'text/html').body)}</> : <p>{html}</p>),
    [html],
  )
}

const childrenOf = (parent: Node): ReactNode[] => [...parent.childNodes].map((node, at) => <Fragment key={at}>{viewOf(node)}</Fragment>)

function viewOf(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (!(node instanceof HTMLElement)) return null
  if (!allowed.has(node.tagName)) return childrenOf(node)
  const tag = node.tagName === 'A' ? 'span' : node.tagName.toLowerCase()
  if (tag === 'br') return <br />
  const { color, backgroundColor } = node.style
  const style = color === '' && backgroundColor === '' ? undefined : { color, backgroundColor }
  const children = childrenOf(node)
  return createElement(
    tag,
    { style, ...(node.tagName === 'A' && { className: 'item-link' }) },
    ...(tag === 'p' && children.length === 0 ? [<br key="br" />] : children),
  )
}
