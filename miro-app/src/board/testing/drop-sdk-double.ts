import type { DropEvent, DropItem, DropSdk } from '../drop-sdk.ts'

interface Made extends DropItem {
  readonly kind: string
  readonly x: number
  readonly y: number
  readonly title?: string
  readonly content?: string
  parent?: string
}

/** A board in memory that items are made on. An item that stands may be stuck, a call may be refused, silent or out of credits. */
export class DropSdkDouble {
  readonly items = new Map<string, Made>()
  readonly removed: string[] = []
  readonly handlers = new Set<(event: DropEvent) => void>()
  selected: readonly string[] = []
  view = { x: 0, y: 0, width: 100, height: 100 }
  sought: unknown
  /** The creation with this number (from 0) is refused, or never answered. */
  failAt = -1
  silentAt = -1
  stuck = ''
  busyFor = 0
  #count = 0

  readonly sdk = (): DropSdk => {
    const create =
      (kind: string) =>
      async (props: Readonly<Record<string, unknown>>): Promise<DropItem> => {
        if (this.busyFor > 0) {
          this.busyFor -= 1
          throw new Error('Rate limit exceeded')
        }
        const at = this.#count++
        if (at === this.failAt) throw new Error('no')
        if (at === this.silentAt) return new Promise<never>(() => undefined)
        const made = { ...props, id: String(at + 1), kind } as unknown as Made
        this.items.set(made.id, made)
        return kind === 'frame' ? Object.assign(made, { add: async (item: DropItem) => this.#join(item.id, made.id) }) : made
      }
    return {
      createFrame: create('frame'),
      createShape: create('shape'),
      createText: create('text'),
      remove: async ({ id }: DropItem) => {
        if (id === this.stuck) throw new Error('no')
        this.items.delete(id)
        this.removed.push(id)
      },
      findEmptySpace: async (area) => {
        this.sought = area
        return { ...area, x: area.x + 5000 }
      },
      select: async ({ id }) => {
        const there = id.filter((one) => this.items.has(one))
        this.selected = [...this.selected, ...there]
        return there
      },
      deselect: async () => {
        this.selected = []
      },
      viewport: { get: async () => this.view },
      ui: {
        on: async (_event, handler) => void this.handlers.add(handler),
        off: async (_event, handler) => void this.handlers.delete(handler),
      },
    }
  }
  #join(id: string, frame: string): void {
    const item = this.items.get(id)
    if (item) item.parent = frame
  }
}
