import type { Item } from '../../../src/miro/model/entities.ts'
import type { BoardView } from '../store.ts'
import type { MiroWords } from '../words.ts'
import { textOf } from './html-text.ts'

/** What an item says, as text. */
export function itemText(item: Item): string {
  switch (item.type) {
    case 'sticky_note':
    case 'text':
    case 'shape':
      return textOf(item.content)
    case 'card':
      return textOf(item.title)
    case 'frame':
    case 'image':
      return item.title
    case 'unsupported':
      return ''
  }
}

export const kindName = (words: MiroWords, item: Item): string =>
  item.type === 'unsupported' ? words.unsupported[item.kind] : words.kinds[item.type]

export const frameTitle = (view: BoardView, item: Item): string => {
  const parent = item.parentId === null ? undefined : view.entities.get(item.parentId)
  return parent?.type === 'frame' ? parent.title : ''
}

export const authorName = (view: BoardView, item: Item): string => view.people.get(item.createdBy)?.name ?? ''

/** For assistive technology: kind, text, frame, author. */
export function itemLabel(words: MiroWords, view: BoardView, item: Item): string {
  const title = frameTitle(view, item)
  const author = authorName(view, item)
  return [
    words.item(kindName(words, item), itemText(item).replaceAll('\n', ' ')),
    ...(title === '' ? [] : [words.inFrame(title)]),
    ...(author === '' ? [] : [words.by(author)]),
  ].join(', ')
}
