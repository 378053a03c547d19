import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  type SelectionDragHandler,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useDesk } from '../desk.ts'
import { useStored } from '../store.ts'
import { Connectors } from './connectors.tsx'
import { ItemNodeView } from './item-node.tsx'
import { centreOf, type ItemNode, mergeNodes } from './nodes.ts'
import { Placing } from './placing.tsx'
import { aroundAll, useFlowCommands } from './flow-commands.ts'

const nodeTypes = { item: ItemNodeView }
const zooms = { least: 0.01, most: 4 } as const
/** With one of these a click adds to the selection, as in Miro. */
const multiSelectionKeys = ['Shift', 'Control', 'Meta']

/** The board's ground and what stands on it. */
export function Canvas() {
  const desk = useDesk()
  const view = useStored(desk.view, (now) => now)
  const tool = useStored(desk.tool, (now) => now)
  const [nodes, setNodes] = useState<ItemNode[]>(() => mergeNodes([], view, desk.words))
  const frame = useRef<HTMLDivElement>(null)
  // What was just made is selected before it is here: the answer may come before the feed.
  const awaited = useRef<ReadonlySet<string>>(new Set())
  useEffect(
    () =>
      setNodes((now) => {
        const merged = mergeNodes(now, view, desk.words)
        return awaited.current.size === 0
          ? merged
          : merged.map((node) => (awaited.current.has(node.id) && !node.selected ? { ...node, selected: true } : node))
      }),
    [view, desk.words],
  )

  const select = useCallback((ids: readonly string[]) => {
    const wanted = new Set(ids)
    awaited.current = wanted
    setNodes((now) =>
      now.map((node) => (Boolean(node.selected) === wanted.has(node.id) ? node : { ...node, selected: wanted.has(node.id) })),
    )
  }, [])
  useFlowCommands(frame, select)

  const change = useCallback((changes: NodeChange<ItemNode>[]) => {
    // Sizes are the server's; a resize is told when it ends, and shown meanwhile.
    if (changes.some((one) => one.type === 'select')) awaited.current = new Set()
    const wanted = changes.filter((one) => one.type !== 'remove' && (one.type !== 'dimensions' || one.resizing === true))
    if (wanted.length > 0) setNodes((now) => applyNodeChanges(wanted, now))
  }, [])

  const selected = useMemo(() => nodes.filter((node) => node.selected).map(({ id }) => id), [nodes])
  useEffect(
    () => desk.selection.set((now) => (now.length === selected.length && now.every((id, at) => id === selected[at]) ? now : selected)),
    [desk, selected],
  )

  // A group is taken whole; a double click still writes in one of it.
  const selectGroup = (event: React.MouseEvent, node: ItemNode) => {
    const { groupId } = node.data.item
    if (groupId !== null && !event.shiftKey && !event.ctrlKey && !event.metaKey)
      select(view.items.filter((item) => item.groupId === groupId).map(({ id }) => id))
  }
  const dragging = useGroupDragging(setNodes)

  const zoomed = (zoom: number) => {
    if (desk.zoom.get() === zoom) return
    desk.zoom.set(zoom)
    frame.current?.style.setProperty('--zoom', String(zoom))
  }

  // Whoever comes with the keyboard selects by going there, beside what they kept.
  const focusSelects = (event: React.FocusEvent) => {
    const node = event.target.closest<HTMLElement>('.react-flow__node')
    if (node && event.target === node && node.matches(':focus-visible')) select([...desk.kept.get(), node.dataset['id'] ?? ''])
  }

  return (
    <section className={`canvas tool-${tool}`} aria-label={desk.words.canvas} ref={frame} onFocus={focusSelects} tabIndex={-1}>
      <ReactFlow<ItemNode>
        nodes={nodes}
        edges={[]}
        nodeTypes={nodeTypes}
        onNodesChange={change}
        onNodeDragStart={dragging.start}
        onNodeDrag={dragging.drag}
        onNodeDragStop={dragging.stop}
        onSelectionDragStart={dragging.startAll}
        onSelectionDrag={dragging.dragAll}
        onSelectionDragStop={dragging.stopAll}
        onNodeClick={selectGroup}
        onNodeDoubleClick={(_event, node) => desk.mayEdit && node.data.item.type !== 'unsupported' && desk.editing.set(node.id)}
        onPaneClick={() => {
          desk.editing.set(null)
          desk.kept.set([])
        }}
        minZoom={zooms.least}
        maxZoom={zooms.most}
        onlyRenderVisibleElements
        zIndexMode="manual"
        nodesConnectable={false}
        nodesDraggable={desk.mayEdit}
        nodeDragThreshold={2}
        selectionMode={SelectionMode.Full}
        multiSelectionKeyCode={multiSelectionKeys}
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        panOnDrag={[0, 1, 2]}
        proOptions={{ hideAttribution: true }}
        onMove={(_event, { zoom }) => zoomed(zoom)}
        onInit={(flow) => {
          void flow.fitView(
            desk.startAt === null ? { padding: aroundAll, maxZoom: 1 } : { nodes: [{ id: desk.startAt }], padding: 0.2, maxZoom: 1.2 },
          )
          zoomed(flow.getZoom())
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={40} size={2} color="#ddd6ca" />
        <Connectors />
      </ReactFlow>
      {tool !== 'select' && desk.mayEdit && <Placing tool={tool} />}
    </section>
  )
}

/** What is grouped moves together, whichever of it the hand has taken. */
function useGroupDragging(setNodes: React.Dispatch<React.SetStateAction<ItemNode[]>>) {
  const desk = useDesk()
  const flow = useReactFlow<ItemNode>()
  const mates = useRef(new Map<string, { x: number; y: number }>())
  const origin = useRef({ x: 0, y: 0 })

  const start = (node: ItemNode, dragged: readonly ItemNode[]) => {
    const groups = new Set(dragged.map((one) => one.data.item.groupId).filter(Boolean))
    const taken = new Set(dragged.map(({ id }) => id))
    origin.current = { ...node.position }
    mates.current = new Map(
      flow
        .getNodes()
        .filter(({ id, data }) => data.item.groupId !== null && groups.has(data.item.groupId) && !taken.has(id))
        .map(({ id, position }) => [id, { ...position }]),
    )
  }
  const drag = (node: ItemNode) => {
    if (mates.current.size === 0) return
    const [dx, dy] = [node.position.x - origin.current.x, node.position.y - origin.current.y]
    setNodes((now) =>
      now.map((one) => {
        const from = mates.current.get(one.id)
        return from ? { ...one, position: { x: from.x + dx, y: from.y + dy } } : one
      }),
    )
  }
  const stop = (node: ItemNode, dragged: readonly ItemNode[]) => {
    const [dx, dy] = [node.position.x - origin.current.x, node.position.y - origin.current.y]
    if (dx === 0 && dy === 0) return
    const all = new Map(flow.getNodes().map((one) => [one.id, one]))
    for (const one of dragged) all.set(one.id, one)
    const moved = [...mates.current].flatMap(([id, from]) => {
      const mate = all.get(id)
      return mate ? { ...mate, position: { x: from.x + dx, y: from.y + dy } } : []
    })
    void desk.hand({ do: 'move', items: [...dragged, ...moved].map((one) => ({ id: one.id, ...centreOf(one, all) })) })
  }
  type Handle = (node: ItemNode, dragged: readonly ItemNode[]) => void
  const ofNode =
    (handle: Handle): OnNodeDrag<ItemNode> =>
    (_event, node, dragged) =>
      handle(node, dragged)
  /** What a drawn rectangle has selected: no node of it was taken, so any stands for all. */
  const ofAll =
    (handle: Handle): SelectionDragHandler<ItemNode> =>
    (_event, dragged) => {
      const [first] = dragged
      if (first) handle(first, dragged)
    }
  return {
    start: ofNode(start),
    drag: ofNode(drag),
    stop: ofNode(stop),
    startAll: ofAll(start),
    dragAll: ofAll(drag),
    stopAll: ofAll(stop),
  }
}
