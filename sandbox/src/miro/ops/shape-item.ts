import type { Act } from '../model/board.ts'
import type { Draft, Kind } from '../model/drafts.ts'
import type { Card, Frame, Image, Item, Shape, StickyNote, Text } from '../model/entities.ts'
import { invalidField } from '../model/errors.ts'
import { htmlOfText, rewriteHtml, textOfHtml } from '../model/html.ts'
import { frameLeast, stickySize, textHeight, textLeastWidth, textWidth } from '../model/sizes.ts'

/** Applies a wish to an item of its kind, without moving it. Creating is applying to the kind's defaults. */

type ByKind = { sticky_note: StickyNote; text: Text; shape: Shape; card: Card; frame: Frame; image: Image }
type Shaper<K extends Kind> = (act: Act, item: ByKind[K], draft: Draft<K>) => ByKind[K]

/** Said values over those that hold; what was not said stays. */
function over<T extends object>(base: T, said: { readonly [K in keyof T]?: T[K] | undefined } | undefined): T {
  if (!said) return base
  const entries = Object.entries(said).filter(([key, value]) => value !== undefined && key in base)
  return { ...base, ...Object.fromEntries(entries) }
}

const written = (act: Act, html: string, place: 'content' | 'title' | 'description' = 'content'): string =>
  act.quirks.contentRewrite === 'asGiven' ? html : rewriteHtml(html, place)

const sized = <T extends Item>(
  item: T,
  geometry: { width?: number | undefined; height?: number | undefined; rotation?: number | undefined } | undefined,
): T => ({
  ...item,
  width: geometry?.width ?? item.width,
  height: geometry?.height ?? item.height,
  rotation: geometry?.rotation ?? item.rotation,
})

/** A colour that somebody chose is seen, unless they said how much. */
const opaqueWhenColoured = (style: { fillColor?: string | undefined; fillOpacity?: number | undefined } | undefined) =>
  style?.fillColor !== undefined && style.fillOpacity === undefined ? { ...style, fillOpacity: 1 } : style

const shapers: { readonly [K in Kind]: Shaper<K> } = {
  sticky_note(act, item, { data, style, geometry }) {
    const shape = data?.shape ?? item.shape
    const said = geometry?.width !== undefined || geometry?.height !== undefined
    const size = said || shape !== item.shape ? stickySize(shape, geometry ?? {}) : { width: item.width, height: item.height }
    return {
      ...item,
      ...size,
      shape,
      content: data?.content === undefined ? item.content : written(act, data.content),
      style: over(item.style, style),
    }
  },

  text(act, item, { data, style, geometry }) {
    const next = {
      ...sized(item, geometry),
      content: data?.content === undefined ? item.content : written(act, data.content),
      style: over(item.style, opaqueWhenColoured(style)),
    }
    const text = textOfHtml(next.content)
    const { fontSize } = next.style
    const width = geometry?.width ?? (item.width > 0 ? item.width : textWidth(text, fontSize))
    if (width < textLeastWidth(fontSize))
      throw invalidField('geometry.width', `Width must be at least 1.7 times the font size: ${textLeastWidth(fontSize)}`)
    return { ...next, width, height: textHeight(next.content, fontSize, width) }
  },

  shape(act, item, { data, style, geometry }) {
    return {
      ...sized(item, geometry),
      content: data?.content === undefined ? item.content : written(act, data.content),
      shape: data?.shape ?? item.shape,
      style: over(item.style, opaqueWhenColoured(style)),
    }
  },

  card(act, item, { data, style, geometry }) {
    return {
      ...sized(item, geometry),
      title: data?.title === undefined ? item.title : written(act, data.title, 'title'),
      description: data?.description === undefined ? item.description : written(act, data.description, 'description'),
      dueDate: data?.dueDate === undefined ? item.dueDate : data.dueDate,
      assigneeId: data?.assigneeId === undefined ? item.assigneeId : data.assigneeId,
      style: over(item.style, style),
    }
  },

  frame(act, item, { data, style, geometry }) {
    // Only on the enterprise plan, which the sandbox does not play.
    if (data?.showContent === false) throw invalidField('data.showContent', 'Hiding frame content is available on the Enterprise plan only')
    for (const side of ['width', 'height'] as const)
      if ((geometry?.[side] ?? frameLeast) < frameLeast)
        throw invalidField(`geometry.${side}`, `Frame ${side} must be at least ${frameLeast}`)
    const title = data?.title === undefined ? item.title : textOfHtml(data.title)
    return { ...sized(item, geometry), title, style: over(item.style, style) }
  },

  image(_act, item, { data, geometry }) {
    const ratio = item.height / item.width
    const width = geometry?.width ?? (geometry?.height === undefined ? item.width : geometry.height / ratio)
    return {
      ...item,
      width,
      height: width * ratio,
      rotation: geometry?.rotation ?? item.rotation,
      title: data?.title ?? item.title,
      url: data?.url ?? item.url,
    }
  },
}

export function shapeItem<T extends Item>(act: Act, item: T, draft: Draft): T {
  if (item.type === 'unsupported') throw invalidField('type', 'Items of this type cannot be changed')
  const shaper = shapers[item.type] as unknown as (act: Act, item: Item, draft: Draft) => T
  return shaper(act, item, draft)
}

/** A person's words, typed: always as paragraphs, nothing in them is markup. */
export const typedContent = (item: Item, text: string): Item => {
  switch (item.type) {
    case 'sticky_note':
    case 'shape':
      return { ...item, content: htmlOfText(text) }
    case 'text':
      return { ...item, content: htmlOfText(text), height: textHeight(htmlOfText(text), item.style.fontSize, item.width) }
    case 'card':
      return { ...item, title: htmlOfText(text) }
    case 'frame':
    case 'image':
      return { ...item, title: text }
    case 'unsupported':
      return item
  }
}
