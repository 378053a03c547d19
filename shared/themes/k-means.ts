import { chance } from './chance.ts'
import type { Dense } from './dense.ts'

const TURNS = 40

/** Spherical k-means on rows of length 1: seeded far apart (k-means++), the start with the largest sum of cosines of several. Every cluster has a row where rows suffice. */
export function kMeans(points: Dense, count: number, { starts, seed }: { starts: number; seed: number }): Int32Array {
  const random = chance(seed)
  let best: { labels: Int32Array; sum: number } | undefined
  for (let start = 0; start < starts; start++) {
    const found = once(points, count, random)
    if (!best || found.sum > best.sum + 1e-9) best = found
  }
  return best?.labels ?? new Int32Array(points.rows)
}

function once(points: Dense, count: number, random: () => number): { labels: Int32Array; sum: number } {
  const { rows, columns, value } = points
  const centres = seeds(points, count, random)
  const labels = new Int32Array(rows).fill(-1)
  const nearness = new Float64Array(rows)
  let sum = 0
  for (let turn = 0; turn < TURNS; turn++) {
    let moved = false
    sum = 0
    for (let row = 0; row < rows; row++) {
      let [label, most] = [0, -Infinity]
      for (let k = 0; k < count; k++) {
        let near = 0
        for (let j = 0; j < columns; j++) near += (value[row * columns + j] ?? 0) * (centres[k * columns + j] ?? 0)
        if (near > most) [label, most] = [k, near]
      }
      moved ||= labels[row] !== label
      labels[row] = label
      nearness[row] = most
      sum += most
    }
    moved = refill(labels, nearness, count) || moved
    if (!moved) break
    centres.fill(0)
    for (let row = 0; row < rows; row++) {
      const from = (labels[row] ?? 0) * columns
      for (let j = 0; j < columns; j++) centres[from + j] = (centres[from + j] ?? 0) + (value[row * columns + j] ?? 0)
    }
    for (let k = 0; k < count; k++) {
      let square = 0
      for (let j = 0; j < columns; j++) square += (centres[k * columns + j] ?? 0) ** 2
      if (square > 0) for (let j = 0; j < columns; j++) centres[k * columns + j] = (centres[k * columns + j] ?? 0) / Math.sqrt(square)
    }
  }
  return { labels, sum }
}

/** A cluster left empty takes the row that lies worst, from a cluster that keeps another. */
function refill(labels: Int32Array, nearness: Float64Array, count: number): boolean {
  const sizes = new Int32Array(count)
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  let changed = false
  for (let k = 0; k < count; k++) {
    if ((sizes[k] ?? 0) > 0) continue
    let worst = -1
    for (let row = 0; row < labels.length; row++)
      if ((sizes[labels[row] ?? 0] ?? 0) > 1 && (worst < 0 || (nearness[row] ?? 0) < (nearness[worst] ?? 0))) worst = row
    if (worst < 0) break
    const from = labels[worst] ?? 0
    sizes[from] = (sizes[from] ?? 0) - 1
    sizes[k] = 1
    labels[worst] = k
    nearness[worst] = 1
    changed = true
  }
  return changed
}

function seeds({ rows, columns, value }: Dense, count: number, random: () => number): Float64Array {
  const centres = new Float64Array(count * columns)
  const far = new Float64Array(rows).fill(2)
  let picked = Math.floor(random() * rows)
  for (let k = 0; k < count; k++) {
    for (let j = 0; j < columns; j++) centres[k * columns + j] = value[picked * columns + j] ?? 0
    let all = 0
    for (let row = 0; row < rows; row++) {
      let near = 0
      for (let j = 0; j < columns; j++) near += (value[row * columns + j] ?? 0) * (value[picked * columns + j] ?? 0)
      far[row] = Math.min(far[row] ?? 0, Math.max(0, 1 - near))
      all += far[row] ?? 0
    }
    let left = random() * all
    picked = rows - 1
    for (let row = 0; row < rows; row++) {
      left -= far[row] ?? 0
      if (left <= 0) {
        picked = row
        break
      }
    }
  }
  return centres
}
