import type { Product } from './product.ts'

export interface SandboxItem {
  readonly id: string
  readonly type: string
  readonly content?: string
  readonly x: number
  readonly y: number
}

/** The sandbox's Miro by its control API: boards, and what a hand does on them. */
export class SandboxMiro {
  readonly #api: string

  constructor(product: Product) {
    this.#api = `${product.sandbox}/miro/api-control`
  }

  async #ask<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
    const response = await fetch(`${this.#api}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return JSON.parse(text || 'null') as T
  }

  /** A new board of Franca's; gives its id. */
  async board(name: string): Promise<string> {
    return (await this.#ask<{ id: string }>('/boards', 'POST', { name, owner: 'franca-riva' })).id
  }

  /** Everything on it, with centres on the board. */
  async items(board: string): Promise<readonly SandboxItem[]> {
    const found = await this.#ask<readonly SandboxItem[] | { items: readonly SandboxItem[] }>(`/boards/${encodeURIComponent(board)}/items`)
    return 'items' in found ? found.items : found
  }

  /** The board's own timer. */
  async timer(board: string): Promise<{ readonly status: 'STARTED' | 'PAUSED' | 'STOPPED'; readonly totalDuration: number }> {
    return (
      await this.#ask<{ timer: { status: 'STARTED' | 'PAUSED' | 'STOPPED'; totalDuration: number } }>(
        `/boards/${encodeURIComponent(board)}`,
      )
    ).timer
  }

  /** Everything on it, as Miro's list of items gives it. */
  async dump(board: string): Promise<readonly { readonly id: string; readonly type: string }[]> {
    return this.#ask(`/boards/${encodeURIComponent(board)}/items?shape=rest`)
  }

  /** Each call of an app's Web SDK on this board takes so long (ms). */
  async slow(board: string, sdkLatencyMs: number): Promise<void> {
    await this.#ask(`/boards/${encodeURIComponent(board)}/quirks`, 'PUT', { sdkLatencyMs })
  }

  async byHand(board: string, action: object): Promise<void> {
    await this.#ask(`/boards/${encodeURIComponent(board)}/by-hand`, 'POST', { user: 'franca-riva', action })
  }
}
