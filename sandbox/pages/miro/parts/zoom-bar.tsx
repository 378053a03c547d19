import { useStore } from '@xyflow/react'
import { useFlowHandle } from '../canvas/flow-handle.ts'
import { useDesk } from '../desk.ts'
import { Icon } from '../icons.tsx'

export function ZoomBar() {
  const { words } = useDesk()
  const flow = useFlowHandle()
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <div className="pill zoom-bar" role="group" aria-label={words.zoom}>
      <button type="button" className="quiet" onClick={() => flow.current?.fit()} aria-label={words.fit} title={`${words.fit} (1)`}>
        <Icon name="fit" />
      </button>
      <button
        type="button"
        className="quiet"
        onClick={() => flow.current?.zoomBy(0.8)}
        aria-label={words.zoomOut}
        title={`${words.zoomOut} (−)`}
      >
        <Icon name="minus" />
      </button>
      <output>{percent} %</output>
      <button
        type="button"
        className="quiet"
        onClick={() => flow.current?.zoomBy(1.25)}
        aria-label={words.zoomIn}
        title={`${words.zoomIn} (+)`}
      >
        <Icon name="plus" />
      </button>
    </div>
  )
}
