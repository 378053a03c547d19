import type { Miro } from '@mirohq/websdk-types'

type Fields = Readonly<Record<string, unknown>>

/** An item that the SDK hands out. */
export interface DropItem {
  readonly id: string
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface DropEvent {
  readonly x: number
  readonly y: number
  readonly target: HTMLElement
}

/** What dropping uses of Miro's Web SDK, by methods, so that the real one fits. */
export interface DropSdk {
  createFrame(props: Fields): Promise<DropItem>
  createShape(props: Fields): Promise<DropItem>
  createText(props: Fields): Promise<DropItem>
  remove(item: never): Promise<void>
  findEmptySpace(area: Area & { readonly offset?: number }): Promise<Area>
  select(filter: { id: string[] }): Promise<readonly unknown[]>
  deselect(): Promise<unknown>
  readonly viewport: { get(): Promise<Area> }
  readonly ui: {
    on(event: 'drop', handler: (event: DropEvent) => void): Promise<void>
    off(event: 'drop', handler: (event: DropEvent) => void): Promise<void>
  }
}

interface FrameItem extends DropItem {
  add(item: DropItem): Promise<unknown>
}
export const isFrame = (item: DropItem): item is FrameItem => 'add' in item && typeof item.add === 'function'

/** The SDK of this page; null where it is not inside Miro. */
export const findDropSdk = (page: Pick<Window, 'miro'> = window): (() => DropSdk) | null =>
  page.miro ? () => (page.miro as Miro).board : null
