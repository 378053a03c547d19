/** Miro's closed sets, as its REST description and its Web SDK types list them (facts/miro.md §1, §3). */

export const stickyColours = [
  'gray',
  'light_yellow',
  'yellow',
  'orange',
  'light_green',
  'green',
  'dark_green',
  'cyan',
  'light_pink',
  'pink',
  'violet',
  'red',
  'light_blue',
  'blue',
  'dark_blue',
  'black',
] as const
export type StickyColour = (typeof stickyColours)[number]

export const stickyShapes = ['square', 'rectangle'] as const
export const textAligns = ['left', 'right', 'center'] as const
export const verticalAligns = ['top', 'middle', 'bottom'] as const
export type TextAlign = (typeof textAligns)[number]
export type VerticalAlign = (typeof verticalAligns)[number]

export const shapeTypes = [
  'rectangle',
  'round_rectangle',
  'circle',
  'triangle',
  'rhombus',
  'parallelogram',
  'trapezoid',
  'pentagon',
  'hexagon',
  'octagon',
  'wedge_round_rectangle_callout',
  'star',
  'flow_chart_predefined_process',
  'cloud',
  'cross',
  'can',
  'right_arrow',
  'left_arrow',
  'left_right_arrow',
  'left_brace',
  'right_brace',
] as const
export type ShapeType = (typeof shapeTypes)[number]

/** REST's list; the Web SDK knows a few more, which the sandbox does not play. */
export const fonts = [
  'arial',
  'abril_fatface',
  'bangers',
  'eb_garamond',
  'georgia',
  'graduate',
  'gravitas_one',
  'fredoka_one',
  'nixie_one',
  'open_sans',
  'permanent_marker',
  'pt_sans',
  'pt_sans_narrow',
  'pt_serif',
  'rammetto_one',
  'roboto',
  'roboto_condensed',
  'roboto_slab',
  'caveat',
  'times_new_roman',
  'titan_one',
  'lemon_tuesday',
  'roboto_mono',
  'noto_sans',
  'plex_sans',
  'plex_serif',
  'plex_mono',
  'spoof',
  'tiempos_text',
  'formular',
] as const
export type Font = (typeof fonts)[number]

export const strokeStyles = ['normal', 'dotted', 'dashed'] as const
export type StrokeStyle = (typeof strokeStyles)[number]

export const strokeCaps = [
  'none',
  'stealth',
  'rounded_stealth',
  'diamond',
  'filled_diamond',
  'oval',
  'filled_oval',
  'arrow',
  'triangle',
  'filled_triangle',
  'erd_one',
  'erd_many',
  'erd_only_one',
  'erd_zero_or_one',
  'erd_one_or_many',
  'erd_zero_or_many',
] as const
export type StrokeCap = (typeof strokeCaps)[number]

export const connectorShapes = ['straight', 'elbowed', 'curved'] as const
export type ConnectorShape = (typeof connectorShapes)[number]
export const snapSides = ['auto', 'top', 'right', 'bottom', 'left'] as const
export type SnapSide = (typeof snapSides)[number]
export const textOrientations = ['horizontal', 'aligned'] as const

/** REST's twelve; the Web SDK has `dark_gray` besides (facts/miro.md §1.2). */
export const restTagColours = [
  'red',
  'light_green',
  'cyan',
  'yellow',
  'magenta',
  'green',
  'blue',
  'gray',
  'violet',
  'dark_green',
  'dark_blue',
  'black',
] as const
export const sdkTagColours = [...restTagColours, 'dark_gray'] as const
export type TagColour = (typeof sdkTagColours)[number]

/** Things people put on boards that the APIs only report, never describe. */
export const unsupportedKinds = ['table', 'kanban', 'paint', 'mockup', 'usm'] as const
export type UnsupportedKind = (typeof unsupportedKinds)[number]
