/** What an app's iframe and the board's page say to one another by postMessage. */

export interface AppMessage {
  readonly telaioMiro: 'call'
  readonly id: number
  readonly command: string
  readonly payload?: unknown
}

export type HostMessage =
  | { readonly telaioMiro: 'answer'; readonly id: number; readonly ok: true; readonly result?: unknown }
  | { readonly telaioMiro: 'answer'; readonly id: number; readonly ok: false; readonly message: string }
  | { readonly telaioMiro: 'event'; readonly event: string; readonly payload?: unknown }

const isTagged = (data: unknown, ...tags: readonly string[]): boolean =>
  typeof data === 'object' && data !== null && 'telaioMiro' in data && tags.includes(String(data.telaioMiro))

export const isAppMessage = (data: unknown): data is AppMessage => isTagged(data, 'call')
export const isHostMessage = (data: unknown): data is HostMessage => isTagged(data, 'answer', 'event')
