import { useReactFlow } from '@xyflow/react'
import { type PointerEvent, useRef, useState } from 'react'
import { useDesk } from '../desk.ts'
import type { MakingTool } from '../tools.ts'
import { place } from './place.ts'

/** Under this many pixels a drag is a click. */
const leastDrag = 8

interface Drag {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Over the board while a tool is chosen: a click puts the thing there, a drag draws it as large. */
export function Placing({ tool }: { tool: MakingTool }) {
  const desk = useDesk()
  const flow = useReactFlow()
  const start = useRef<{ x: number; y: number } | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)

  const dragTo = ({ clientX, clientY }: PointerEvent): Drag | null => {
    if (!start.current) return null
    const { x, y } = start.current
    return { left: Math.min(x, clientX), top: Math.min(y, clientY), width: Math.abs(clientX - x), height: Math.abs(clientY - y) }
  }
  const end = (event: PointerEvent) => {
    const drawn = dragTo(event)
    start.current = null
    setDrag(null)
    if (!drawn) return
    const isDrawn = Math.max(drawn.width, drawn.height) >= leastDrag
    const from = flow.screenToFlowPosition({ x: drawn.left, y: drawn.top })
    const to = flow.screenToFlowPosition({ x: drawn.left + drawn.width, y: drawn.top + drawn.height })
    const point = isDrawn
      ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
      : flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    void place(desk, tool, point, isDrawn ? { width: to.x - from.x, height: to.y - from.y } : undefined)
  }

  return (
    <div
      className="placing"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, y: event.clientY }
      }}
      onPointerMove={(event) => setDrag(dragTo(event))}
      onPointerUp={end}
      onPointerCancel={() => {
        start.current = null
        setDrag(null)
      }}
      // The board below goes on zooming.
      onWheel={(event) =>
        event.currentTarget.parentElement?.querySelector('.react-flow__renderer')?.dispatchEvent(new WheelEvent('wheel', event.nativeEvent))
      }
    >
      <p className="placing-hint">{desk.words.placeWithEnter}</p>
      {drag && Math.max(drag.width, drag.height) >= leastDrag && <Preview drag={drag} />}
    </div>
  )
}

function Preview({ drag }: { drag: Drag }) {
  return (
    <span
      className="placing-preview"
      ref={(element) => {
        if (element)
          Object.assign(element.style, {
            left: `${drag.left}px`,
            top: `${drag.top}px`,
            width: `${drag.width}px`,
            height: `${drag.height}px`,
          })
      }}
    />
  )
}
