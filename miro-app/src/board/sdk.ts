import type { Board, Miro } from '@mirohq/websdk-types'
import type { ArmSdk } from './arm/arm-sdk.ts'
import type { TimerSdk } from './miro-timer.ts'

/** Just what we use of Miro's Web SDK. That the real one fits is checked by the compiler, in `findSdk`. */
export interface BoardSdk {
  readonly ui: Pick<Board['ui'], 'canOpenPanel' | 'openPanel' | 'on' | 'off'>
  readonly viewport: Pick<Board['viewport'], 'zoomTo'>
  readonly notifications: Pick<Board['notifications'], 'showInfo'>
  readonly storage: Pick<Board['storage'], 'collection'>
  readonly get: Board['get']
  readonly select: Board['select']
  readonly deselect: Board['deselect']
  readonly getIdToken: Board['getIdToken']
  readonly getInfo: Board['getInfo']
}

/**
 * How to reach the SDK. A function, and called for every single call: the SDK is a lazy proxy that loses its way when a reference to one of its
 * methods is kept across other calls (facts/miro.md §1.8).
 */
export type Sdk = () => BoardSdk

declare global {
  interface Window {
    readonly miro?: Miro
  }
}

/** The same, for the panel that writes on the board. */
export const findArmSdk = (page: Pick<Window, 'miro'> = window): (() => ArmSdk) | null =>
  page.miro ? () => (page.miro as Miro).board : null

/** The same, for Miro's own timer. */
export const findTimerSdk = (page: Pick<Window, 'miro'> = window): (() => TimerSdk) | null =>
  page.miro ? () => (page.miro as Miro).board : null

/** The SDK that Miro's script has left on the page; null where this page is not inside Miro, or its script did not come. */
export const findSdk = (page: Pick<Window, 'miro'> = window): Sdk | null => (page.miro ? () => (page.miro as Miro).board : null)
