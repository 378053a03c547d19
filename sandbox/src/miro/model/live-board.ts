import type { Clock } from '../../zoom/clock.ts'
import type { MiroIds } from './miro-ids.ts'
import type { Quirks } from '../quirks.ts'
import type { Act, Board } from './board.ts'
import { type Entity, isDrawn, isItem, isTagged } from './entities.ts'
import { createHistory, type History, type Step } from './history.ts'
import { lagBehind } from './late-index.ts'

/** What a piece of work did to a board. */
export interface Change {
  readonly by: string
  readonly set: readonly Entity[]
  readonly gone: readonly Entity[]
  readonly created: readonly Entity[]
  readonly updated: readonly Entity[]
}

export interface RunOptions {
  /** By a person's hand: it can be undone. */
  readonly undoable?: boolean
}

/** A board and those who follow it. Node runs one function at a time and no work waits: changes come one after another. */
export interface LiveBoard {
  readonly board: Board
  readonly history: History
  /** Works on the board; what throws leaves no trace. */
  readonly run: <T>(by: string, work: (act: Act) => T, options?: RunOptions) => T
  readonly watch: (watcher: (change: Change) => void) => () => void
  readonly quirks: () => Quirks
}

export interface LiveBoardOptions {
  readonly board: Board
  readonly clock: Clock
  readonly ids: MiroIds
  readonly quirks: () => Quirks
}

export function createLiveBoard({ board, clock, ids, quirks }: LiveBoardOptions): LiveBoard {
  const watchers = new Set<(change: Change) => void>()
  const effective = (): Quirks => ({ ...quirks(), ...board.quirks })
  const history = createHistory()

  function run<T>(by: string, work: (act: Act) => T, { undoable = false }: RunOptions = {}): T {
    const before = new Map<string, Entity | null>()
    const hushed = new Set<string>()
    const remember = (id: string) => {
      if (!before.has(id)) before.set(id, board.entities.get(id) ?? null)
    }
    const now = clock.now()
    const act: Act = {
      board,
      by,
      now,
      ids,
      quirks: effective(),
      put(entity) {
        remember(entity.id)
        board.entities.set(entity.id, entity)
        return entity
      },
      drop(id) {
        remember(id)
        board.entities.delete(id)
      },
      hush: (id) => void hushed.add(id),
    }
    try {
      const result = work(act)
      tidyUp(act)
      settle(by, now, before, hushed, undoable)
      return result
    } catch (error) {
      for (const [id, entity] of before) {
        if (entity) board.entities.set(id, entity)
        else board.entities.delete(id)
      }
      throw error
    }
  }

  function settle(by: string, now: number, before: Map<string, Entity | null>, hushed: Set<string>, undoable: boolean): void {
    const steps: Step[] = [...before]
      .map(([id, old]) => ({ id, before: old, after: board.entities.get(id) ?? null }))
      .filter((step) => step.before !== step.after)
    if (steps.length === 0) return
    const { lateIndexMs } = effective()
    for (const { id, before: old, after } of steps)
      if (isItem(old ?? after)) lagBehind(board, id, isItem(old) ? old : null, now, lateIndexMs)
    board.modifiedAt = now
    board.modifiedBy = by
    if (undoable) history.push(by, steps)
    const change: Change = {
      by,
      set: steps.flatMap(({ after }) => after ?? []),
      gone: steps.flatMap(({ before: old, after }) => (after ? [] : (old ?? []))),
      created: steps.flatMap(({ before: old, after }) => (!old && after && isDrawn(after) && !hushed.has(after.id) ? after : [])),
      updated: steps.flatMap(({ before: old, after }) => (old && after && isDrawn(after) && !hushed.has(after.id) ? after : [])),
    }
    for (const watcher of watchers) watcher(change)
  }

  return {
    board,
    history,
    run,
    quirks: effective,
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** Nothing refers to what is no longer there: loose connectors go, groups shrink and dissolve, tags fall off. */
function tidyUp(act: Act): void {
  const { entities } = act.board
  for (const entity of Array.from(entities.values())) {
    if (entity.type === 'connector' && [entity.start.item, entity.end.item].some((id) => id !== null && !entities.has(id)))
      act.drop(entity.id)
    else if (entity.type === 'group') shrinkGroup(act, entity)
    else if (isTagged(entity) && entity.tagIds.some((id) => !entities.has(id)))
      act.put({ ...entity, tagIds: entity.tagIds.filter((id) => entities.has(id)) })
  }
}

function shrinkGroup(act: Act, group: Extract<Entity, { type: 'group' }>): void {
  const { entities } = act.board
  const left = group.itemIds.filter((id) => {
    const member = entities.get(id)
    return isDrawn(member) && member.groupId === group.id
  })
  if (left.length === group.itemIds.length) return
  if (left.length >= 2) return void act.put({ ...group, itemIds: left })
  act.drop(group.id)
  for (const id of left) {
    const member = entities.get(id)
    if (isDrawn(member)) act.put({ ...member, groupId: null })
  }
}
