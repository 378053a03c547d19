import { type BoardPlan, kindOnBoard, planArea, plainText, wordsOf } from '@telaio/shared/board'
import { type Lab, noteWork, workSize } from '@telaio/shared/lab'
import type { Board, BoardItem } from '@telaio/shared/ports'
import type { BoardSettings } from '../step.ts'
import { BOARD, type KillPoint, World } from './world.ts'

/** A board of an adapter, empty, and how to wait for a desk that writes on it. */
export interface KillScene {
  readonly open: (writer: string | null, board: string) => Board | null
  /** Everything that really is there. */
  readonly items: () => Promise<readonly BoardItem[]>
  /** Somebody writes a note at the board itself. */
  readonly byHand: (content: string, at: { readonly x: number; readonly y: number }) => Promise<unknown>
  readonly settings: Partial<BoardSettings>
  /** Resolves once the desk has nothing left to do. */
  readonly rest: (world: World) => Promise<void>
  readonly close: () => Promise<void>
}

/** What is done to the board and killed on the way. `prepare` is not killed. */
export interface KillStory {
  readonly name: string
  readonly prepare: (world: World, scene: KillScene) => Promise<void>
  readonly act: (world: World) => void
  /** Whether something goes from the board. */
  readonly removes: boolean
}

const QUESTION = 'Che cosa manca?'

/** Another question for a zone: one text a group. */
export function askAnew(world: World, question = QUESTION): void {
  const meeting = world.lab.kit.meetings.find(({ number }) => number === 2)
  if (!meeting) throw new Error('no meeting 2')
  const zones = meeting.canvas.zones.map((zone) => (zone.id === 'C2.1' ? { ...zone, question: { it: question, en: question } } : zone))
  world.append([{ type: 'meetingPlanned', body: { plan: { ...meeting, canvas: { ...meeting.canvas, zones } } } }])
}

const write = (world: World, text: string): void => {
  world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text }, private: false }, world.people[0])
}

export const STORIES: readonly KillStory[] = [
  {
    name: 'placed',
    prepare: (_world, scene) => scene.byHand('<p>Era già qui</p>', { x: 600, y: 400 }).then(() => undefined),
    act: (world) => void world.do({ type: 'placeArea', area: 'm2' }),
    removes: false,
  },
  {
    name: 'placed again after a prompt and the groups had changed',
    prepare: async (world, { rest }) => {
      world.do({ type: 'placeArea', area: 'm2' })
      write(world, 'una')
      await rest(world)
      askAnew(world)
      world.do({ type: 'renameGroup', group: 'g2', name: 'Bosco alto' })
      world.do({ type: 'movePerson', person: world.people[3] ?? '', from: 'g2', to: 'g1' })
      world.do({ type: 'movePerson', person: world.people[2] ?? '', from: 'g2', to: 'g1' })
    },
    act: (world) => void world.do({ type: 'placeArea', area: 'm2' }),
    removes: true,
  },
  {
    name: 'taken back',
    prepare: async (world, { rest }) => {
      world.do({ type: 'placeArea', area: 'm2' })
      await rest(world)
      write(world, 'una')
      await rest(world)
    },
    act: (world) => void world.do({ type: 'takeBackArea', area: 'm2' }),
    removes: true,
  },
]

/** A board without ids: what stands where, saying what, in which frame. */
function pictureOf(items: readonly BoardItem[]): string[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return items
    .map(({ kind, box, content, parent }) =>
      [
        kind,
        Math.round(box.left),
        Math.round(box.top),
        Math.round(box.width),
        Math.round(box.height),
        plainText(content),
        parent === null ? '' : plainText(byId.get(parent)?.content ?? '?'),
      ].join(' | '),
    )
    .toSorted()
}

export interface KillRun {
  readonly picture: readonly string[]
  readonly status: string | undefined
  /** Calls and records that were met, before and after each. */
  readonly points: number
  readonly lab: Lab
}

/** Does a story; at the point given the server is gone, and another one starts. */
export async function killedAt(open: () => Promise<KillScene>, story: KillStory, at: number | null): Promise<KillRun> {
  const scene = await open()
  const points: KillPoint[] = []
  let watching = false
  const world: World = new World({
    open: scene.open,
    settings: scene.settings,
    onPoint: (point) => {
      if (!watching) return
      points.push(point)
      if (points.length - 1 === at) world.kill()
    },
  })
  try {
    await story.prepare(world, scene)
    await scene.rest(world)
    watching = true
    story.act(world)
    await scene.rest(world)
    watching = false
    if (world.errors.length > 0) throw new Error('the desk failed', { cause: world.errors[0] })
    if (workSize(noteWork(world.lab)) > 0) throw new Error('notes are left')
    return {
      picture: pictureOf(await scene.items()),
      status: world.lab.placements.get('m2')?.status,
      points: points.length,
      lab: world.lab,
    }
  } finally {
    await world.stop()
    await scene.close()
  }
}

/** What of a placed area differs from its plan, on a board where nobody moved anything. */
export function unlikePlan(lab: Lab, items: readonly BoardItem[], plan: BoardPlan = planArea(lab, 'm2', originIn(lab))): string[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return plan.items.flatMap((planned) => {
    const placed = lab.placed.get(planned.key)
    const item = byId.get(placed?.board === BOARD ? (placed.item ?? '') : '')
    if (!item) return [`${planned.key} is missing`]
    const wrong = [
      ...(item.kind === kindOnBoard(planned) ? [] : ['kind']),
      ...(plainText(item.content) === wordsOf(planned) ? [] : ['words']),
      ...(Math.abs(item.box.left - planned.box.left) < 3 && (planned.kind === 'text' || Math.abs(item.box.top - planned.box.top) < 3)
        ? []
        : ['place']),
    ]
    return wrong.length === 0 ? [] : [`${planned.key}: ${wrong.join(', ')}`]
  })
}

const originIn = (lab: Lab): { readonly x: number; readonly y: number } => {
  const { left, top } = lab.placements.get('m2') ?? { left: null, top: null }
  return { x: left ?? 0, y: top ?? 0 }
}
