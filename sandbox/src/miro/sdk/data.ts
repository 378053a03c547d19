import type { Act } from '../model/board.ts'
import { type Json, isDrawn } from '../model/entities.ts'
import { invalidField, itemNotFound, MiroError } from '../model/errors.ts'

/** §1.6: an app may keep 30 KB a board, 6 KB an item, 64 KB a key of a collection. */
export const dataLimits = { app: 30 * 1024, item: 6 * 1024, key: 64 * 1024 } as const

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

function mustFit(value: unknown, most: number, what: string): void {
  if (bytes(value) > most) throw new MiroError(400, 'limitExceeded', `${what} exceeds the maximum size of ${most} bytes`)
}

/** Setting null or nothing takes the key away. */
function withKey(data: Readonly<Record<string, Json>>, key: string, value: Json | undefined): Readonly<Record<string, Json>> {
  const { [key]: _old, ...rest } = data
  return value === undefined || value === null ? rest : { ...rest, [key]: value }
}

export function setAppData({ board }: Act, key: string, value: Json | undefined): Readonly<Record<string, Json>> {
  const next = withKey(board.appData, key, value)
  mustFit(next, dataLimits.app, 'AppData')
  board.appData = next
  return next
}

/** Not on frames, tags and groups: the documents do not list them (§1.6). */
function carrierIn(act: Act, id: string) {
  const entity = act.board.entities.get(id)
  if (!entity) throw itemNotFound(act.board.id)
  if (!isDrawn(entity) || entity.type === 'frame' || entity.type === 'unsupported')
    throw invalidField('item', `Metadata is not supported for items of type [${entity.type}]`)
  return entity
}

export const metadataOf = (act: Act, id: string) => carrierIn(act, id).metadata

export function setMetadata(act: Act, id: string, key: string, value: Json | undefined): Readonly<Record<string, Json>> {
  const carrier = carrierIn(act, id)
  const metadata = withKey(carrier.metadata, key, value)
  mustFit(metadata, dataLimits.item, 'Metadata of an item')
  act.put({ ...carrier, metadata })
  act.hush(id)
  return metadata
}

export interface StorageChange {
  readonly collection: string
  readonly key: string
  readonly value: Json | undefined
  readonly version: string
}

/** Last write wins; the version only counts (§1.6). */
export function storeValue({ board }: Act, name: string, key: string, value: Json | undefined): StorageChange {
  mustFit(value, dataLimits.key, 'Value')
  const collection = board.collections.get(name) ?? new Map()
  board.collections.set(name, collection)
  const version = String(Number(collection.get(key)?.version ?? 0) + 1)
  if (value === undefined) collection.delete(key)
  else collection.set(key, { value, version })
  return { collection: name, key, value, version }
}

export const storedValue = ({ board }: Act, name: string, key: string) => board.collections.get(name)?.get(key)
