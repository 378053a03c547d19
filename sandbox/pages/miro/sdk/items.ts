import type { Board, Connector, Item } from '@mirohq/websdk-types'
import type { Commander } from './commander.ts'

/** The Web SDK's objects: what the board said, with the methods of their kind. */

export type Raw = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }
export type BoardItem = Item
type Json = Parameters<Board['setAppData']>[1]

interface Inside {
  readonly commander: Commander
  /** As the board last said it: what its types call readonly must still be so when it is synced. */
  raw: Raw
}
const insides = new WeakMap<object, Inside>()

const insideOf = (item: object): Inside => {
  const inside = insides.get(item)
  if (!inside) throw new Error('The item does not come from this board')
  return inside
}

const alwaysReadonly = ['id', 'type', 'parentId', 'groupId', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'] as const
const readonlyOf: Readonly<Record<string, readonly string[]>> = {
  shape: ['width', 'height'],
  text: ['height'],
  card: ['height'],
  connector: ['width', 'height'],
  embed: ['width', 'height', 'url'],
  preview: ['url'],
}

/** The object's own data as it stands now. */
const dataOf = (item: object): Raw => ({ ...item }) as Raw

function mustKeepReadonly(item: object, raw: Raw): void {
  const now: Raw = dataOf(item)
  for (const name of [...alwaysReadonly, ...(readonlyOf[raw.type] ?? [])])
    if (now[name] !== raw[name]) throw new Error(`Property '${name}' of a ${raw.type} is read-only`)
}

/** Takes over what the board says now. */
function renew(item: object, raw: Raw): void {
  insideOf(item).raw = raw
  Object.assign(item, raw)
}

class Synced {
  constructor(raw: Raw, commander: Commander) {
    insides.set(this, { commander, raw })
    Object.assign(this, raw)
  }
  async sync(): Promise<void> {
    const { commander, raw } = insideOf(this)
    mustKeepReadonly(this, raw)
    renew(this, (await commander.exec('WIDGET_UPDATE', dataOf(this))) as Raw)
  }
}

const idOf = (item: object): string => insideOf(item).raw.id

class WithMetadata extends Synced {
  getMetadata(key?: string): Promise<unknown> {
    return insideOf(this).commander.exec('WIDGET_GET_METADATA', { id: idOf(this), key })
  }
  setMetadata(key: string, value: Json): Promise<unknown> {
    return insideOf(this).commander.exec('WIDGET_SET_METADATA', { id: idOf(this), key, value })
  }
}

class Placed extends WithMetadata {
  async goToLink(): Promise<boolean> {
    return Boolean(await insideOf(this).commander.exec('WIDGET_GO_TO_LINK', { id: idOf(this), linkedTo: insideOf(this).raw['linkedTo'] }))
  }
  async bringToFront(): Promise<void> {
    await insideOf(this).commander.exec('BRING_TO_FRONT', { ids: [idOf(this)] })
  }
  async sendToBack(): Promise<void> {
    await insideOf(this).commander.exec('SEND_TO_BACK', { ids: [idOf(this)] })
  }
  async bringInFrontOf(target: { readonly id: string }): Promise<void> {
    await insideOf(this).commander.exec('BRING_IN_FRONT_OF', { ids: [idOf(this)], target: target.id })
  }
  async sendBehindOf(target: { readonly id: string }): Promise<void> {
    await insideOf(this).commander.exec('SEND_BEHIND_OF', { ids: [idOf(this)], target: target.id })
  }
  async getLayerIndex(): Promise<number> {
    return Number(await insideOf(this).commander.exec('GET_LAYER_INDEX', { id: idOf(this) }))
  }
  async getConnectors(): Promise<Connector[]> {
    const { commander } = insideOf(this)
    return convertAll(commander, await commander.exec('WIDGET_GET_CONNECTORS', { id: idOf(this) })) as Connector[]
  }
}

class FrameItem extends Placed {
  async add<T extends { readonly id: string }>(item: T): Promise<T> {
    const { commander } = insideOf(this)
    renew(item, (await commander.exec('FRAME_ADD', { frame: idOf(this), item: item.id })) as Raw)
    await this.#reread()
    return item
  }
  async remove(item: { readonly id: string }): Promise<void> {
    const { commander } = insideOf(this)
    renew(item, (await commander.exec('FRAME_REMOVE', { frame: idOf(this), item: item.id })) as Raw)
    await this.#reread()
  }
  async getChildren(): Promise<BoardItem[]> {
    const { commander } = insideOf(this)
    return convertAll(commander, await commander.exec('FRAME_GET_CHILDREN', { id: idOf(this) }))
  }
  /** `childrenIds` alone: what else was set and not yet synced stays. */
  async #reread(): Promise<void> {
    const children = await this.getChildren()
    Object.assign(this, { childrenIds: children.map(({ id }) => id) })
  }
}

class GroupItem extends Synced {
  async getItems(): Promise<BoardItem[]> {
    const { commander } = insideOf(this)
    return convertAll(commander, await commander.exec('GROUP_GET_ITEMS', { id: idOf(this) }))
  }
  async ungroup(): Promise<BoardItem[]> {
    const { commander } = insideOf(this)
    return convertAll(commander, await commander.exec('GROUP_UNGROUP', { id: idOf(this) }))
  }
}

const classes: Readonly<Record<string, typeof Synced>> = { connector: WithMetadata, frame: FrameItem, group: GroupItem, tag: Synced }

/**
 * The SDK's own classes have a protected member, so nothing but they fit their types;
 * this is the one place that says our objects stand for them (fits.ts checks the rest).
 */
export function convert(commander: Commander, raw: unknown): BoardItem {
  const known = raw as Raw
  return new (classes[known.type] ?? Placed)(known, commander) as unknown as BoardItem
}

export const convertAll = (commander: Commander, raws: unknown): BoardItem[] =>
  (raws as readonly Raw[]).map((raw) => convert(commander, raw))

export const idsOf = (items: OneOrMany): string[] => [items].flat().map(({ id }) => id)
export type OneOrMany = { readonly id: string } | readonly { readonly id: string }[]
