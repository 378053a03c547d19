import type { Item, SelectionUpdateEvent } from '@mirohq/websdk-types'
import { type BoardHost, HostTrouble, type ItemWords } from './board-host.ts'
import { htmlText } from './html-text.ts'
import type { Sdk } from './sdk.ts'

/** Outside Miro, and while its page is stuck, calls of the SDK never end: after this long the panel says so. */
const PATIENCE_MS = 10_000
/**
 * Where the last lab is remembered: the app's storage of this board, which does not survive a copy of the board. A copy belongs to no lab yet, and the
 * app's data, which is copied along, would point to the lab of the original.
 */
const SHELF = 'telaio'
const LAB = 'lab'

export interface WebSdkOptions {
  readonly sdk: Sdk
  readonly patience?: number
}

/** The board by Miro's Web SDK. Each call goes through `sdk()` in one expression (see `sdk.ts`). */
export function createWebSdkHost({ sdk, patience = PATIENCE_MS }: WebSdkOptions): BoardHost {
  async function ask<T>(call: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new HostTrouble('silent')), patience)
    })
    try {
      return await Promise.race([call(), silence])
    } catch (error) {
      throw error instanceof HostTrouble ? error : new HostTrouble('refused', error)
    } finally {
      clearTimeout(timer)
    }
  }
  const find = (items: readonly string[]): Promise<readonly Found[]> =>
    items.length === 0 ? Promise.resolve([]) : ask(async () => (await sdk().get({ id: [...items] })) as readonly Found[])

  let marked: string | null = null

  return {
    idToken: () => ask(() => sdk().getIdToken()),
    boardId: () => ask(async () => (await sdk().getInfo()).id),
    show: async (item, around) => {
      const found = await find(around === undefined ? [item] : [item, around])
      if (!found.some(({ id }) => id === item)) return false
      await ask(() => sdk().viewport.zoomTo(found as Item[]))
      marked = item
      // the mark is a help and no more
      await ask(async () => {
        await sdk().deselect()
        await sdk().select({ id: item })
      }).catch(() => undefined)
      return true
    },
    words: async (items) => {
      const found = new Map((await find(items)).map((item) => [item.id, wordsOf(item)]))
      return new Map(items.map((id): [string, ItemWords] => [id, found.get(id) ?? { kind: 'gone' }]))
    },
    recallLab: async () => {
      const lab: unknown = await ask(() => sdk().storage.collection(SHELF).get<string>(LAB))
      return typeof lab === 'string' && lab !== '' ? lab : null
    },
    rememberLab: (lab) => ask(() => sdk().storage.collection(SHELF).set(LAB, lab)),
    onSelect: (listener) => {
      const tell = ({ items }: SelectionUpdateEvent): void => {
        const isOurs = items.length === 1 && items[0]?.id === marked
        if (!isOurs && items.length > 0) marked = null
        listener(isOurs ? [] : items.map(({ id }) => id))
      }
      // a board that tells nothing of its selection costs the panel that one card
      void ask(async () => sdk().ui.on('selection:update', tell)).catch(() => undefined)
      return () => void ask(async () => sdk().ui.off('selection:update', tell)).catch(() => undefined)
    },
    notify: (text) => ask(() => sdk().notifications.showInfo(escape(text))),
  }
}

/** Of items of any kind: their text stands in one of these. */
interface Found {
  readonly id: string
  readonly content?: unknown
  readonly title?: unknown
}

function wordsOf({ content, title }: Found): ItemWords {
  const html = [content, title].find((one) => typeof one === 'string')
  return html === undefined ? { kind: 'wordless' } : { kind: 'text', text: htmlText(html) }
}

/** Miro's notifications read simple HTML; names of groups and people are no HTML. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
