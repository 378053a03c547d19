/**
 * What the arm uses of Miro's Web SDK, by methods, so that the real one fits (the compiler checks it in `sdk.ts`). Properties are those of
 * `shared/board/item-fields.ts`: the types of the SDK list the same names and values.
 */
type Fields = Readonly<Record<string, unknown>>

export interface ArmSdk {
  get(filter?: { id: string[] }): Promise<readonly unknown[]>
  remove(item: never): Promise<void>
  createFrame(props: Fields): Promise<unknown>
  createShape(props: Fields): Promise<unknown>
  createText(props: Fields): Promise<unknown>
  createStickyNote(props: Fields): Promise<unknown>
  getInfo(): Promise<{ readonly id: string }>
  getUserInfo(): Promise<{ readonly id: string }>
  readonly storage: {
    collection(name: string): {
      get(key: string): Promise<unknown>
      set(key: string, value: never): Promise<void>
      remove(key: string): Promise<void>
    }
  }
}

/** An item as the SDK hands it out; setting what is not readonly and `sync` writes it. */
export interface SdkItem {
  readonly id: string
  readonly type: string
  readonly parentId?: string | null
  readonly relativeTo?: string
  readonly createdBy?: string
  readonly createdAt?: string
  readonly modifiedAt?: string
  x: number
  y: number
  width?: number
  height?: number
  rotation?: number
  content?: string
  title?: string
  style?: object
  sync(): Promise<void>
}

export interface SdkFrame extends SdkItem {
  add(item: SdkItem): Promise<unknown>
  remove(item: SdkItem): Promise<unknown>
}

const has = <K extends string>(value: object, key: K): value is Record<K, unknown> => key in value

/** Tags and groups have no place; connectors are no items for REST either. */
const NO_ITEMS = new Set(['tag', 'group', 'connector'])

export const isSdkItem = (value: unknown): value is SdkItem =>
  typeof value === 'object' &&
  value !== null &&
  has(value, 'id') &&
  typeof value.id === 'string' &&
  has(value, 'type') &&
  typeof value.type === 'string' &&
  !NO_ITEMS.has(value.type) &&
  has(value, 'x') &&
  typeof value.x === 'number' &&
  has(value, 'y') &&
  typeof value.y === 'number'

export const isSdkFrame = (value: unknown): value is SdkFrame => isSdkItem(value) && value.type === 'frame' && has(value, 'add')
