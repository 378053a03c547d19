import { useSyncExternalStore } from 'react'
import type { BoardChange, BoardHead, BoardState, Person, TimerChange } from '../../src/miro/client/wire.ts'
import { type Connector, type Entity, isItem, type Item } from '../../src/miro/model/entities.ts'

/** What this tab knows of its board. A change makes a new value, so views compare by identity. */
export interface BoardView {
  readonly board: BoardHead
  readonly me: BoardState['me']
  readonly appUrl: string
  readonly entities: ReadonlyMap<string, Entity>
  readonly items: readonly Item[]
  readonly connectors: readonly Connector[]
  readonly people: ReadonlyMap<string, Person>
  readonly online: readonly Person[]
  readonly timer: TimerChange['timer']
  /** How far the server's clock is ahead of this browser's. */
  readonly clockAhead: number
  readonly history: BoardState['history']
}

export interface Store<T> {
  readonly get: () => T
  readonly set: (next: T | ((now: T) => T)) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const made = typeof next === 'function' ? (next as (now: T) => T)(value) : next
      if (made === value) return
      value = made
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A part of a store; the selector must give the same value as long as nothing changed. */
export function useStored<T, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

const peopleOf = (people: readonly Person[]) => new Map(people.map((person) => [person.id, person]))

function sorted(entities: ReadonlyMap<string, Entity>): Pick<BoardView, 'entities' | 'items' | 'connectors'> {
  const items: Item[] = []
  const connectors: Connector[] = []
  for (const entity of entities.values()) {
    if (isItem(entity)) items.push(entity)
    else if (entity.type === 'connector') connectors.push(entity)
  }
  // Frames first: their children count from them.
  items.sort((a, b) => Number(b.type === 'frame') - Number(a.type === 'frame') || a.z - b.z)
  return { entities, items, connectors }
}

export function viewFrom(state: BoardState): BoardView {
  const { entities, people, now, ...rest } = state
  return {
    ...rest,
    ...sorted(new Map(entities.map((entity) => [entity.id, entity]))),
    people: peopleOf(people),
    clockAhead: now - Date.now(),
  }
}

export function applyChange(view: BoardView, { set, gone, history, people }: BoardChange): BoardView {
  const entities = new Map(view.entities)
  for (const id of gone) entities.delete(id)
  for (const entity of set) entities.set(entity.id, entity)
  return { ...view, ...sorted(entities), history, people: isNews(view.people, people) ? peopleOf(people) : view.people }
}

const isNews = (known: ReadonlyMap<string, Person>, people: readonly Person[]): boolean =>
  people.length !== known.size || people.some(({ id, name }) => known.get(id)?.name !== name)
