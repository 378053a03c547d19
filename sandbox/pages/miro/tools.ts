/** What the pointer does on the board's ground. */
export const tools = ['select', 'sticky_note', 'text', 'shape', 'card', 'frame'] as const
export type Tool = (typeof tools)[number]
export type MakingTool = Exclude<Tool, 'select'>

export const toolKeys: Readonly<Record<string, Tool>> = { v: 'select', n: 'sticky_note', t: 'text', s: 'shape', d: 'card', f: 'frame' }

export const keyOfTool = (tool: Tool): string => (Object.entries(toolKeys).find(([, one]) => one === tool)?.[0] ?? '').toUpperCase()

/** Sides of what is put down by a click, in the board's pixels; the others have sizes of their own. */
export const sizeOf: Readonly<Partial<Record<MakingTool, { readonly width: number; readonly height: number }>>> = {
  text: { width: 320, height: 34 },
  shape: { width: 200, height: 160 },
  frame: { width: 800, height: 600 },
}
