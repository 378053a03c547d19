import type { BoardSdk, Sdk } from '../sdk.ts'

type Handler = (event: never) => void

/** Miro's SDK with one board in memory: only what the panel calls. `calls` says what was asked of it, in order. */
export class FakeSdk {
  readonly items = new Map<string, Record<string, unknown>>()
  readonly calls: unknown[][] = []
  readonly kept = new Map<string, unknown>()
  readonly handlers = new Map<string, Set<Handler>>()
  /** Calls of these names never end, as outside Miro. */
  silent = new Set<string>()
  /** Calls of these names are refused. */
  failing = new Set<string>()
  mayOpen = true
  #proxies = 0

  /** Each access makes another board object, and earlier ones stop working: a reference kept across calls is found out. */
  readonly sdk: Sdk = () => {
    const mine = ++this.#proxies
    const call = async <T>(name: string, args: unknown[], result: () => T): Promise<T> => {
      if (mine !== this.#proxies) throw new Error(`${name}: this reference has lost its Commander`)
      this.calls.push([name, ...args])
      if (this.failing.has(name)) throw new Error(`${name} failed`)
      if (this.silent.has(name)) return new Promise<never>(() => undefined)
      return result()
    }
    const board = {
      ui: {
        canOpenPanel: () => call('canOpenPanel', [], () => this.mayOpen),
        openPanel: (options: unknown) => call('openPanel', [options], () => ({ waitForClose: () => Promise.resolve(undefined) })),
        on: (event: string, handler: Handler) =>
          call('on', [event], () => void this.handlers.set(event, (this.handlers.get(event) ?? new Set()).add(handler))),
        off: (event: string, handler: Handler) => call('off', [event], () => void this.handlers.get(event)?.delete(handler)),
      },
      viewport: { zoomTo: (items: { id: string }[]) => call('zoomTo', [items.map(({ id }) => id)], () => undefined) },
      notifications: { showInfo: (message: string) => call('showInfo', [message], () => undefined) },
      storage: {
        collection: (name: string) => ({
          get: (key: string) => call('storage.get', [name, key], () => this.kept.get(`${name}/${key}`)),
          set: (key: string, value: unknown) => call('storage.set', [name, key, value], () => void this.kept.set(`${name}/${key}`, value)),
        }),
      },
      get: ({ id }: { id: string[] }) => call('get', [id], () => id.flatMap((one) => this.items.get(one) ?? [])),
      select: ({ id }: { id: string }) => call('select', [id], () => this.tell('selection:update', { items: [{ id }] })),
      deselect: () => call('deselect', [], () => this.tell('selection:update', { items: [] })),
      getIdToken: () => call('getIdToken', [], () => `token-${this.calls.length}`),
      getInfo: () => call('getInfo', [], () => ({ id: 'board-1', locale: 'it', createdAt: '', updatedAt: '' })),
    }
    return board as unknown as BoardSdk
  }

  put(id: string, fields: Record<string, unknown>): void {
    this.items.set(id, { id, ...fields })
  }
  tell(event: string, payload: unknown): void {
    for (const handler of this.handlers.get(event) ?? []) handler(payload as never)
  }
  asked(name: string): unknown[][] {
    return this.calls.filter(([one]) => one === name).map(([, ...args]) => args)
  }
}
