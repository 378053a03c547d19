import type { Desk } from '../desk.ts'
import { type MakingTool, sizeOf } from '../tools.ts'

/** Puts a new thing on the board and lets its maker write in it. */
export async function place(
  desk: Desk,
  tool: MakingTool,
  { x, y }: { x: number; y: number },
  drawn?: { width: number; height: number },
): Promise<void> {
  const size = drawn ?? sizeOf[tool]
  desk.tool.set('select')
  const [id] = await desk.hand({
    do: 'create',
    kind: tool,
    x,
    y,
    ...size,
    ...(tool === 'frame' && { text: desk.words.tool.frame }),
    ...(tool === 'text' && { style: { fontSize: 24, textAlign: 'left' } }),
  })
  if (id === undefined) return
  desk.select([id])
  desk.editing.set(id)
}
