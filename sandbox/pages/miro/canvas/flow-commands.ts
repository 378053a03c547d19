import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { type FlowCommands, useFlowHandle } from './flow-handle.ts'
import type { ItemNode } from './nodes.ts'

/** The app may go farther out than a hand does. */
const leastByHand = 0.05

/** What floats over the board stands in these margins. */
export const aroundAll = { top: '88px', right: '40px', bottom: '76px', left: '40px' } as const

/** Motion is short, and none where people ask for none. */
const glide = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180)

/** Puts the commands where the rest of the page finds them, while the canvas is there. */
export function useFlowCommands(frame: RefObject<HTMLDivElement | null>, select: FlowCommands['select']): void {
  const flow = useReactFlow<ItemNode>()
  const handle = useFlowHandle()
  useEffect(() => {
    const box = () => frame.current?.getBoundingClientRect() ?? new DOMRect()
    const middle = () => {
      const { left, top, width, height } = box()
      return flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 })
    }
    // Where the present motion goes: the next step counts from there, not from half way.
    let aim: { readonly zoom: number; readonly at: number } | null = null
    const zoomAround = (wanted: number, duration: number) => {
      const { x, y } = middle()
      const zoom = Math.min(4, Math.max(0.01, wanted))
      aim = { zoom, at: performance.now() + duration }
      void flow.setCenter(x, y, { zoom, duration })
    }
    const zoomNow = () => (aim && aim.at > performance.now() ? aim.zoom : flow.getZoom())
    handle.current = {
      select,
      zoomToItems(ids, most = 1.2) {
        void flow.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.2, maxZoom: most, duration: glide() })
      },
      fit: () => void flow.fitView({ padding: aroundAll, maxZoom: 1, duration: glide() }),
      zoomBy: (factor) => zoomAround(Math.max(leastByHand, zoomNow() * factor), glide()),
      panBy(x, y) {
        const now = flow.getViewport()
        void flow.setViewport({ ...now, x: now.x - x, y: now.y - y })
      },
      setZoom: (zoom) => zoomAround(zoom, 0),
      getZoom: () => flow.getZoom(),
      viewport() {
        const { width, height } = box()
        const { x, y, zoom } = flow.getViewport()
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      },
      show: (rect, padding, duration) => void flow.fitBounds(rect, { padding, duration }),
      toCanvas(x, y) {
        const { left, top, right, bottom } = box()
        return x < left || x > right || y < top || y > bottom ? null : flow.screenToFlowPosition({ x, y })
      },
      focus: () => frame.current?.focus(),
    }
    return () => {
      handle.current = null
    }
  }, [flow, frame, handle, select])
}
