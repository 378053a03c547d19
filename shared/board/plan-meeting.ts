import type { Lab } from '../lab/index.ts'
import { measuringOnce } from './measure.ts'
import type { BoardPlan } from './plan.ts'
import { layArea } from './plan/area.ts'
import { framingSheets, parkingSheet, resultsSheet } from './plan/asides.ts'
import { groupSheets, wallSheets } from './plan/canvases.ts'
import { openingSheet } from './plan/opening.ts'
import type { Draft } from './plan/frame.ts'
import { sceneOf, type Wall } from './plan/scene.ts'
import { SHEET, welcomeSheet } from './plan/welcome.ts'

/** Sheets that go along with a wider neighbour grow no wider than this. */
const WIDEST = 6000
const WALLS: readonly Wall[] = ['plenary', 'harvest', 'commitments']

interface Origin {
  readonly left: number
  readonly top: number
}

/** Plans of a lab as it is at one moment: the writer on boards asks for the same one several times between two events. */
const known = new WeakMap<Lab, Map<string, BoardPlan>>()

/**
 * The board of one meeting as data, a walk from left to right: welcome and agenda, "Picking up from here", what is listened to; the groups' sheets; what is
 * written, gathered and decided together; a parking lot. Nothing overlaps, nothing leaves its frame, no text leaves its column (rules BP1–BP12).
 */
export function planMeeting(lab: Lab, number: number, { left, top }: Origin = { left: 0, top: 0 }): BoardPlan {
  const plans = known.get(lab) ?? new Map<string, BoardPlan>()
  known.set(lab, plans)
  const key = `${number} ${left} ${top}`
  const found = plans.get(key) ?? measuringOnce(() => makePlan(lab, number, { left, top }))
  plans.set(key, found)
  return found
}

function makePlan(lab: Lab, number: number, origin: Origin): BoardPlan {
  const scene = sceneOf(lab, number)
  if (!scene) return { items: [], box: { ...origin, width: 0, height: 0 } }
  const some = <T>(...all: readonly (T | null)[]): T[] => all.flatMap((one) => (one === null ? [] : [one]))
  const widest = (drafts: readonly Draft[]): number => Math.min(WIDEST, Math.max(SHEET, ...drafts.map(({ width }) => width)))
  // sheets that stand one under another are as wide as one another
  const opening = openingSheet(scene)
  const wayIn = widest(some(opening))
  const narrow = new Map(WALLS.map((wall) => [wall, wallSheets(scene, wall, SHEET)] as const))
  const wayOut = widest([...narrow.values()].flat())
  const wall = (which: Wall): readonly Draft[] => {
    const made = narrow.get(which) ?? []
    return made.every(({ width }) => width >= wayOut) ? made : wallSheets(scene, which, wayOut)
  }
  return layArea(
    some(welcomeSheet(scene, wayIn), opening, ...framingSheets(scene, wayIn)),
    groupSheets(scene),
    some(...wall('plenary'), resultsSheet(scene, wayOut), ...wall('harvest'), ...wall('commitments'), parkingSheet(scene, wayOut)),
    origin,
  )
}
