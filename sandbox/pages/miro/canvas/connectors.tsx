import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { Connector } from '../../../src/miro/model/entities.ts'
import type { StrokeCap } from '../../../src/miro/model/enums.ts'
import { useDesk } from '../desk.ts'
import { useStored } from '../store.ts'
import { routeOf } from './connector-path.ts'
import { HtmlView } from './html-view.tsx'
import { layerOf } from './nodes.ts'

const caps: readonly StrokeCap[] = [
  'stealth',
  'rounded_stealth',
  'arrow',
  'triangle',
  'filled_triangle',
  'oval',
  'filled_oval',
  'diamond',
  'filled_diamond',
]

const capPaths: Readonly<Partial<Record<StrokeCap, string>>> = {
  stealth: 'M10 5L0 0.8L2.6 5L0 9.2Z',
  rounded_stealth: 'M10 5L0 0.8Q3.4 5 0 9.2Z',
  arrow: 'M1 1L9.4 5L1 9',
  triangle: 'M9.4 5L0.6 0.8V9.2Z',
  filled_triangle: 'M10 5L0 0.5V9.5Z',
  oval: 'M0.6 5A4.4 4.4 0 1 1 9.4 5A4.4 4.4 0 1 1 0.6 5Z',
  filled_oval: 'M0 5A5 5 0 1 1 10 5A5 5 0 1 1 0 5Z',
  diamond: 'M0.6 5L5 1L9.4 5L5 9Z',
  filled_diamond: 'M0 5L5 0.5L10 5L5 9.5Z',
}
const hollow = new Set<StrokeCap>(['arrow', 'triangle', 'oval', 'diamond'])

/** Lines between items, each in the layer it has. */
export function Connectors() {
  const desk = useDesk()
  const connectors = useStored(desk.view, (view) => view.connectors)
  const entities = useStored(desk.view, (view) => view.entities)
  const legible = useStored(desk.zoom, (zoom) => zoom >= 0.2)
  if (connectors.length === 0) return null
  return (
    <ViewportPortal>
      <svg className="connectors" aria-hidden="true">
        <defs>
          {caps.map((cap) => (
            <marker
              key={cap}
              id={`cap-${cap}`}
              viewBox="0 0 10 10"
              refX="9.5"
              refY="5"
              markerWidth="7"
              markerHeight="7"
              markerUnits="strokeWidth"
              orient="auto-start-reverse"
              overflow="visible"
            >
              <path
                d={capPaths[cap]}
                fill={hollow.has(cap) ? '#ffffff' : 'context-stroke'}
                stroke={hollow.has(cap) ? 'context-stroke' : 'none'}
              />
            </marker>
          ))}
        </defs>
      </svg>
      {connectors.map((connector) => (
        <ConnectorLine key={connector.id} connector={connector} entities={entities} legible={legible} />
      ))}
    </ViewportPortal>
  )
}

const marker = (cap: StrokeCap): string | undefined => (caps.includes(cap) ? `url(#cap-${cap})` : undefined)

interface LineProps {
  readonly connector: Connector
  readonly entities: Parameters<typeof routeOf>[1]
  readonly legible: boolean
}

const ConnectorLine = memo(function ConnectorLine({ connector, entities, legible }: LineProps) {
  const route = routeOf(connector, entities)
  if (!route) return null
  const { style } = connector
  const width = Math.max(1.5, style.strokeWidth)
  const dash = { normal: undefined, dashed: `${width * 4} ${width * 3}`, dotted: `${width} ${width * 2}` }[style.strokeStyle]
  return (
    <svg className="connectors" style={{ zIndex: layerOf(connector), color: style.color, fontSize: style.fontSize }} aria-hidden="true">
      <path
        d={route.path}
        fill="none"
        stroke={style.strokeColor}
        strokeWidth={width}
        strokeDasharray={dash}
        markerStart={marker(style.startStrokeCap)}
        markerEnd={marker(style.endStrokeCap)}
      />
      {legible &&
        connector.captions.map((caption, at) => {
          const { x, y } = route.at(caption.position / 100)
          return (
            <foreignObject key={at} x={x - 100} y={y - style.fontSize} width={200} height={style.fontSize * 2}>
              <div className="caption">
                <HtmlView html={caption.content} />
              </div>
            </foreignObject>
          )
        })}
    </svg>
  )
})
