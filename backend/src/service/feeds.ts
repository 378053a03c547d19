import type { Response } from 'express'
import { atOf, readAt, type ResetCause } from '@telaio/shared/api'
import type { Actor, Lab } from '@telaio/shared/lab'
import { type Changes, changesFor, type Part, partChanges, partName, partsOf, type Scene, viewOf, type Viewer } from '@telaio/shared/view'

/** How many versions of a lab a feed can come back to without a `reset`. A version shares all but what changed with the next. */
const MEMORY = 2000
/** A reader that is this far behind is let go; it comes back from where it was. */
const BACKLOG_BYTES = 4 * 1024 * 1024
export const KEEP_ALIVE_MS = 15_000
/** What somebody is doing is forgotten this long after they last said so. */
const DOING_MS = 60_000
/** A room that nobody follows is remembered this long, so that a whole group whose line fails comes back without a `reset`. */
const IDLE_MS = 15 * 60_000

export interface FeedsOptions {
  readonly scene: (labId: string) => Promise<Scene & { readonly epoch: string }>
  readonly now: () => number
  readonly onReset?: (cause: ResetCause) => void
  /** Told of what goes wrong while nobody is there to be answered. */
  readonly onFault: (error: unknown) => void
}

export interface Subscriber {
  readonly labId: string
  /** Who this is in a version of the lab; null once they have nothing to do with it. */
  readonly viewerIn: (lab: Lab) => Viewer | null
  /** When the token ends, in ms. */
  readonly until: number
  /** `epoch-seq` of the view it has; empty for none. */
  readonly at: string
  readonly response: Pick<Response, 'write' | 'end' | 'destroy' | 'writableLength' | 'on'>
}

interface Feed extends Subscriber {
  viewer: Viewer
  parts: readonly NamedPart[]
}
interface NamedPart {
  readonly name: string
  readonly part: Part
}

interface Room {
  readonly epoch: string
  scene: Scene
  /** Earlier scenes by seq, oldest first. */
  readonly memory: Map<number, Scene>
  readonly feeds: Set<Feed>
  flushing: Promise<void>
  dirty: boolean
  redacted: boolean
  /** What people write over now: the entry, and until when it counts. */
  readonly doing: Map<string, { readonly entry: string; readonly until: number }>
  /** People with an open panel as last told to those who run the lab. */
  told: string
  /** When it was last without feeds and in use, in ms. */
  usedAt: number
}

const frame = (event: string, id: string | null, data: string): string =>
  `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`

const named = (viewer: Viewer, scene: Scene): NamedPart[] => partsOf(viewer, scene).map((part) => ({ name: partName(part), part }))
const sameParts = (a: readonly NamedPart[], b: readonly NamedPart[]): boolean =>
  a.length === b.length && a.every((one, i) => one.name === b[i]?.name)
const isStaff = ({ roles }: Actor): boolean => roles.includes('facilitator') || roles.includes('organiser')

export type Feeds = ReturnType<typeof createFeeds>

/** Live feeds of all labs: one room a lab, one version of its view in memory, changes worked out once a commit and part. */
export function createFeeds({ scene: sceneOf, now, onReset, onFault }: FeedsOptions) {
  const rooms = new Map<string, Promise<Room>>()

  const roomOf = (labId: string): Promise<Room> => {
    const known = rooms.get(labId)
    if (known) return known
    const opening = sceneOf(labId).then(
      ({ epoch, ...scene }): Room => ({
        epoch,
        scene,
        memory: new Map(),
        feeds: new Set(),
        flushing: Promise.resolve(),
        dirty: false,
        redacted: false,
        doing: new Map(),
        told: '',
        usedAt: now(),
      }),
    )
    rooms.set(labId, opening)
    opening.catch(() => rooms.delete(labId))
    return opening
  }

  const write = (feed: Feed, text: string): void => {
    if (feed.response.writableLength > BACKLOG_BYTES) feed.response.destroy()
    else feed.response.write(text)
  }

  const reset = (room: Room, feed: Feed, cause: ResetCause): void => {
    onReset?.(cause)
    write(feed, frame('reset', atOf(room.epoch, room.scene.lab.seq), JSON.stringify({ cause, items: viewOf(feed.viewer, room.scene) })))
  }

  /** Sends every feed of a room what differs between the version it has and the newest durable one. */
  async function flush(labId: string, room: Room): Promise<void> {
    room.dirty = false
    const { epoch: _epoch, ...after } = await sceneOf(labId)
    const before = room.scene
    if (after.lab.seq === before.lab.seq && after.people === before.people && !room.redacted) return
    const redacted = room.redacted
    room.redacted = false
    if (redacted) room.memory.clear()
    else {
      room.memory.set(before.lab.seq, before)
      for (const seq of room.memory.keys()) {
        if (room.memory.size <= MEMORY) break
        room.memory.delete(seq)
      }
    }
    room.scene = after
    const id = atOf(room.epoch, after.lab.seq)
    const worked = new Map<string, Changes>()
    const changesOf = ({ name, part }: NamedPart): Changes => {
      const known = worked.get(name)
      if (known) return known
      const made = partChanges(part, before, after)
      worked.set(name, made)
      return made
    }
    const bytes = new Map<string, string>()
    for (const feed of room.feeds) {
      const viewer = feed.viewerIn(after.lab)
      if (!viewer) {
        feed.response.end()
        continue
      }
      const was = { viewer: feed.viewer, scene: before }
      feed.viewer = viewer
      const parts = named(viewer, after)
      if (redacted) {
        feed.parts = parts
        reset(room, feed, 'redaction')
      } else if (sameParts(parts, feed.parts)) {
        const moved = parts.filter((part) => {
          const { remove, set } = changesOf(part)
          return remove.length + set.length > 0
        })
        const key = moved.map(({ name }) => name).join('|')
        const text = bytes.get(key) ?? changesFrame(id, moved.map(changesOf))
        bytes.set(key, text)
        write(feed, text)
      } else {
        feed.parts = parts
        write(feed, changesFrame(id, [changesFor(was, { viewer, scene: after })]))
      }
    }
    tellPresence(room)
  }

  const changesFrame = (id: string, pieces: readonly Changes[]): string =>
    pieces.length === 0
      ? frame('here', id, '{}')
      : frame('changes', id, JSON.stringify({ remove: pieces.flatMap(({ remove }) => remove), set: pieces.flatMap(({ set }) => set) }))

  /** Who has a panel open, to those who run the lab: unnumbered, gone when they leave. */
  function tellPresence(room: Room, only?: Feed): void {
    const here: Record<string, number> = {}
    for (const { viewer } of room.feeds) if (viewer.person) here[viewer.person] = (here[viewer.person] ?? 0) + 1
    const editing: Record<string, string[]> = {}
    for (const [person, { entry, until }] of room.doing)
      if (until <= now() || here[person] === undefined) room.doing.delete(person)
      else editing[entry] = [...(editing[entry] ?? []), person]
    const text = frame('presence', null, JSON.stringify({ here, editing }))
    const changed = text !== room.told
    room.told = text
    for (const feed of changed ? room.feeds : only ? [only] : []) if (isStaff(feed.viewer)) write(feed, text)
  }

  const schedule = (labId: string, room: Room): void => {
    if (room.dirty) return
    room.dirty = true
    // commits that share a sync become durable together: one pass serves them all
    room.flushing = room.flushing.then(() => flush(labId, room)).catch(onFault)
  }

  const ticking = setInterval(() => {
    for (const [labId, opening] of rooms)
      void opening.then(
        (room) => {
          if (room.feeds.size > 0) room.usedAt = now()
          else if (room.usedAt + IDLE_MS < now()) rooms.delete(labId)
          const text = frame('here', atOf(room.epoch, room.scene.lab.seq), '{}')
          for (const feed of room.feeds) {
            if (feed.until <= now()) feed.response.end()
            else write(feed, text)
          }
          if (room.doing.size > 0) tellPresence(room)
        },
        () => undefined,
      )
  }, KEEP_ALIVE_MS)
  ticking.unref()

  return {
    /** A commit is durable: its lab's feeds are to be told. */
    publish: (labId: string, redacted: boolean): void => {
      const opening = rooms.get(labId)
      if (!opening) return
      void opening.then(
        (room) => {
          room.redacted ||= redacted
          schedule(labId, room)
        },
        () => undefined,
      )
    },

    /** Somebody writes over an entry now, or (null) no longer does. Told to those who run the lab, kept nowhere else. */
    doing: async (labId: string, person: string, entry: string | null): Promise<void> => {
      const room = await rooms.get(labId)
      if (!room) return
      if (entry === null) room.doing.delete(person)
      else room.doing.set(person, { entry, until: now() + DOING_MS })
      tellPresence(room)
    },

    /** Adds a feed that begins from the view its reader has, or with the whole view. */
    follow: async (subscriber: Subscriber): Promise<boolean> => {
      const room = await roomOf(subscriber.labId)
      // the reader's view may be newer than what the room has told so far
      schedule(subscriber.labId, room)
      await room.flushing
      const viewer = subscriber.viewerIn(room.scene.lab)
      if (!viewer) return false
      const feed: Feed = { ...subscriber, viewer, parts: named(viewer, room.scene) }
      const at = readAt(subscriber.at)
      const { seq } = room.scene.lab
      const id = atOf(room.epoch, seq)
      room.feeds.add(feed)
      feed.response.on('close', () => {
        room.feeds.delete(feed)
        tellPresence(room)
      })
      if (!at || (at.epoch !== null && at.epoch !== room.epoch)) reset(room, feed, 'unknown-epoch')
      else if (at.seq > seq) reset(room, feed, 'future-seq')
      else if (at.seq === seq) write(feed, frame('here', id, '{}'))
      else {
        const earlier = room.memory.get(at.seq)
        const then = earlier && subscriber.viewerIn(earlier.lab)
        if (!earlier || !then) reset(room, feed, 'too-old')
        else write(feed, changesFrame(id, [changesFor({ viewer: then, scene: earlier }, { viewer, scene: room.scene })]))
      }
      tellPresence(room, feed)
      return true
    },

    /** The lab is gone: so are its feeds. */
    drop: (labId: string): void => {
      const opening = rooms.get(labId)
      rooms.delete(labId)
      void opening?.then(
        (room) => {
          for (const feed of room.feeds) feed.response.end()
        },
        () => undefined,
      )
    },

    /** Open feeds, for the metrics. */
    count: async (): Promise<number> =>
      (
        await Promise.all(
          [...rooms.values()].map((opening) =>
            opening.then(
              ({ feeds }) => feeds.size,
              () => 0,
            ),
          ),
        )
      ).reduce((sum, size) => sum + size, 0),

    /** Ends every feed, as part of stopping: clients come back to whoever answers next. */
    close: async (): Promise<void> => {
      clearInterval(ticking)
      for (const opening of rooms.values()) {
        const room = await opening.catch(() => null)
        await room?.flushing
        for (const feed of room?.feeds ?? []) feed.response.end()
      }
      rooms.clear()
    },
  }
}
