import type { ShapeType } from '../../../src/miro/model/enums.ts'

/** Outlines of Miro's shapes in a box of this size. */

type Points = readonly (readonly [number, number])[]

const polygon = (w: number, h: number, points: Points): string => `M${points.map(([x, y]) => `${x * w} ${y * h}`).join('L')}Z`

const regular = (sides: number, turn: number): Points =>
  Array.from({ length: sides }, (_, at) => {
    const angle = (2 * Math.PI * at) / sides + turn
    return [0.5 + Math.sin(angle) / 2, 0.5 - Math.cos(angle) / 2] as const
  })

const star: Points = Array.from({ length: 10 }, (_, at) => {
  const reach = at % 2 === 0 ? 0.5 : 0.2
  const angle = (Math.PI * at) / 5
  return [0.5 + Math.sin(angle) * reach, 0.5 - Math.cos(angle) * reach] as const
})

const polygons: Readonly<Partial<Record<ShapeType, Points>>> = {
  rectangle: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  rhombus: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  parallelogram: [
    [0.2, 0],
    [1, 0],
    [0.8, 1],
    [0, 1],
  ],
  trapezoid: [
    [0.2, 0],
    [0.8, 0],
    [1, 1],
    [0, 1],
  ],
  pentagon: regular(5, 0),
  hexagon: [
    [0.25, 0],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
  ],
  octagon: [
    [0.3, 0],
    [0.7, 0],
    [1, 0.3],
    [1, 0.7],
    [0.7, 1],
    [0.3, 1],
    [0, 0.7],
    [0, 0.3],
  ],
  star,
  cross: [
    [0.33, 0],
    [0.67, 0],
    [0.67, 0.33],
    [1, 0.33],
    [1, 0.67],
    [0.67, 0.67],
    [0.67, 1],
    [0.33, 1],
    [0.33, 0.67],
    [0, 0.67],
    [0, 0.33],
    [0.33, 0.33],
  ],
  right_arrow: [
    [0, 0.25],
    [0.65, 0.25],
    [0.65, 0],
    [1, 0.5],
    [0.65, 1],
    [0.65, 0.75],
    [0, 0.75],
  ],
  left_arrow: [
    [1, 0.25],
    [0.35, 0.25],
    [0.35, 0],
    [0, 0.5],
    [0.35, 1],
    [0.35, 0.75],
    [1, 0.75],
  ],
  left_right_arrow: [
    [0, 0.5],
    [0.25, 0],
    [0.25, 0.25],
    [0.75, 0.25],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.75, 0.75],
    [0.25, 0.75],
    [0.25, 1],
  ],
}

function rounded(w: number, h: number, radius: number): string {
  const r = Math.min(radius, w / 2, h / 2)
  return `M${r} 0H${w - r}Q${w} 0 ${w} ${r}V${h - r}Q${w} ${h} ${w - r} ${h}H${r}Q0 ${h} 0 ${h - r}V${r}Q0 0 ${r} 0Z`
}

const ellipse = (w: number, h: number): string => `M0 ${h / 2}A${w / 2} ${h / 2} 0 1 1 ${w} ${h / 2}A${w / 2} ${h / 2} 0 1 1 0 ${h / 2}Z`

export function shapePath(shape: ShapeType, w: number, h: number): string {
  const points = polygons[shape]
  if (points) return polygon(w, h, points)
  switch (shape) {
    case 'circle':
      return ellipse(w, h)
    case 'wedge_round_rectangle_callout':
      return `${rounded(w, h * 0.8, Math.min(w, h) * 0.12)}M${w * 0.2} ${h * 0.79}L${w * 0.18} ${h}L${w * 0.4} ${h * 0.79}Z`
    case 'cloud':
      return `M${w * 0.25} ${h * 0.85}A${w * 0.2} ${h * 0.22} 0 0 1 ${w * 0.12} ${h * 0.45}A${w * 0.2} ${h * 0.25} 0 0 1 ${w * 0.35} ${h * 0.2}A${w * 0.22} ${h * 0.25} 0 0 1 ${w * 0.72} ${h * 0.25}A${w * 0.18} ${h * 0.22} 0 0 1 ${w * 0.9} ${h * 0.55}A${w * 0.18} ${h * 0.2} 0 0 1 ${w * 0.75} ${h * 0.85}Z`
    case 'can':
      return `M0 ${h * 0.12}A${w / 2} ${h * 0.12} 0 0 1 ${w} ${h * 0.12}V${h * 0.88}A${w / 2} ${h * 0.12} 0 0 1 0 ${h * 0.88}ZM0 ${h * 0.12}A${w / 2} ${h * 0.12} 0 0 0 ${w} ${h * 0.12}`
    case 'flow_chart_predefined_process':
      return `M0 0H${w}V${h}H0ZM${w * 0.1} 0V${h}M${w * 0.9} 0V${h}`
    case 'left_brace':
      return `M${w} 0Q${w / 2} 0 ${w / 2} ${h * 0.25}Q${w / 2} ${h / 2} 0 ${h / 2}Q${w / 2} ${h / 2} ${w / 2} ${h * 0.75}Q${w / 2} ${h} ${w} ${h}`
    case 'right_brace':
      return `M0 0Q${w / 2} 0 ${w / 2} ${h * 0.25}Q${w / 2} ${h / 2} ${w} ${h / 2}Q${w / 2} ${h / 2} ${w / 2} ${h * 0.75}Q${w / 2} ${h} 0 ${h}`
    default:
      return rounded(w, h, Math.min(w, h) * 0.08)
  }
}
