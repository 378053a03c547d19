import type { Sector } from '@telaio/shared/kit'
import type { BlockItem, MeetingItem, ZoneItem } from '@telaio/shared/view'
import type { Client } from './client.ts'
import type { Line } from './line.ts'
import type { NotesPlan } from './notes-plan.ts'
import type { Place } from './place.ts'
import type { Random } from './random.ts'
import type { Writer } from './words/answers.ts'
import type { Theme } from './words/theme.ts'

/** A group of a rehearsed lab. */
export interface RehearsedGroup {
  /** `g3` or `m1/x2-3`; `m1/all` for everybody together. */
  readonly id: string
  readonly key: string
  readonly people: Client[]
  /** What it works on; mixed groups have no theme of their own. */
  readonly theme: Theme | null
}

/** The lab's programme, as the organiser's view shows it. */
export interface Programme {
  readonly kit: string
  readonly sectors: readonly Sector[]
  readonly meetings: readonly MeetingItem[]
  readonly blockOf: (meeting: number, block: string) => BlockItem
  readonly zoneOf: (meeting: number, zone: string) => ZoneItem
  /** Blocks of a meeting in which a zone is written, in order. */
  readonly blocksWith: (meeting: number, zone: string) => readonly BlockItem[]
}

/** All that a rehearsal goes on with once its lab is made. */
export interface Stage {
  readonly place: Place
  readonly lab: string
  readonly line: Line
  readonly random: Random
  readonly writer: Writer
  readonly programme: Programme
  readonly organiser: Client
  readonly facilitators: readonly Client[]
  readonly observers: readonly Client[]
  readonly participants: readonly Client[]
  /** How many project groups are to be formed. */
  readonly groupCount: number
  /** Stable groups, once they are formed. */
  readonly projectGroups: RehearsedGroup[]
  /** Where the words of cards come from, where they come from a file. */
  readonly notes: NotesPlan | null
  /** Whoever has said what their name may be used for. */
  readonly greeted: Set<Client>
  /** When each meeting begins, in ms of the plan. */
  readonly beginningOf: (meeting: number) => number
}

/** Who is in a meeting, and its groups of a moment. */
export interface Session {
  readonly number: number
  readonly random: Random
  readonly present: Client[]
  readonly away: Client[]
  readonly mixed: Map<number, RehearsedGroup[]>
}

/** Somebody's doing at a moment of a block, in ms from its beginning. */
export interface Task {
  readonly at: number
  readonly client: Client
  readonly run: () => Promise<void>
}

/**
 * Carries out what people do in a stretch of time. On a server of our own one after another, in the order of their moments; elsewhere everybody at
 * once, each doing their own things in order.
 */
export async function perform({ place }: Stage, start: number, tasks: readonly Task[]): Promise<void> {
  const ordered = tasks.toSorted((a, b) => a.at - b.at)
  const runAll = async (list: readonly Task[]): Promise<void> => {
    for (const task of list) {
      await place.clock.reach(start + task.at)
      await task.run()
    }
  }
  if (!place.together) return runAll(ordered)
  const byClient = new Map<Client, Task[]>()
  for (const task of ordered) {
    const list = byClient.get(task.client)
    if (list) list.push(task)
    else byClient.set(task.client, [task])
  }
  await Promise.all([...byClient.values()].map(runAll))
}
