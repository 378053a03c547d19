import { createContext, type RefObject, useContext } from 'react'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What others may do with the view: the toolbar, the list, the app's Web SDK. */
export interface FlowCommands {
  readonly select: (ids: readonly string[]) => void
  readonly zoomToItems: (ids: readonly string[], most?: number) => void
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  /** Moves the view by so many pixels of the screen. */
  readonly panBy: (x: number, y: number) => void
  readonly setZoom: (zoom: number) => void
  readonly getZoom: () => number
  /** What is seen, on the canvas. */
  readonly viewport: () => Rect
  readonly show: (rect: Rect, padding: number, milliseconds: number) => void
  /** A point of this window on the canvas; null outside of it. */
  readonly toCanvas: (clientX: number, clientY: number) => { readonly x: number; readonly y: number } | null
  readonly focus: () => void
}

export type FlowHandle = RefObject<FlowCommands | null>

export const FlowHandleContext = createContext<FlowHandle>({ current: null })
export const useFlowHandle = (): FlowHandle => useContext(FlowHandleContext)
