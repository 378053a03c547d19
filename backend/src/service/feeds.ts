import { atOf, readAt, type ResetCause } from '@telaio/shared/api'
import type { Actor } from '@telaio/shared/lab'
import { changesFor, sameStanding, type Scene, viewOf, type Viewer } from '@telaio/shared/view'
import { changesFrame, frame } from './feed-frames.ts'
import type { Subscriber } from './subscriber.ts'
import { createSharedParts, type SharedPart, type SharedParts } from './shared-parts.ts'

/** How many versions of a lab a feed can come back to without a `reset`. A version shares all but what changed with the next. */
const MEMORY = 2000
/** A reader that is this far behind is let go; it comes back from where it was. */
const BACKLOG_BYTES = 4 * 1024 * 1024
export const KEEP_ALIVE_MS = 15_000
/** People come in by the dozen: who is here is told once for all that come and go within this time. */
const PRESENCE_MS = 100
/** Whom a commit shows nothing new is told where the lab is once for all commits within this time: it serves the next reconnection and nobody's eyes. */
const HERE_MS = 200
/** What somebody is doing is forgotten this long after they last said so. */
const DOING_MS = 60_000
/** A room that nobody follows is remembered this long, so that a whole group whose line fails comes back without a `reset`. */
const IDLE_MS = 15 * 60_000

export interface FeedsOptions {
  readonly scene: (labId: string) => Promise<Scene & { readonly epoch: string }>
  readonly now: () => number
  readonly onReset?: (cause: ResetCause) => void
  /** A panel was opened or closed; `came`: whose was opened. */
  readonly onPresence?: (labId: string, came?: string) => void
  /** Told of what goes wrong while nobody is there to be answered. */
  readonly onFault: (error: unknown) => void
}

interface Feed extends Subscriber {
  viewer: Viewer
  parts: readonly SharedPart[]
  /** The lab's seq that it was last told. */
  told: number
}

interface Room {
  readonly epoch: string
  scene: Scene
  /** Earlier scenes by seq, oldest first. */
  readonly memory: Map<number, Scene>
  readonly feeds: Set<Feed>
  readonly parts: SharedParts
  flushing: Promise<void>
  dirty: boolean
  redacted: boolean
  /** What people write over now: the entry, and until when it counts. */
  readonly doing: Map<string, { readonly entry: string; readonly until: number }>
  /** Open panels by person. */
  readonly here: Map<string, number>
  /** The same as last told to those who run the lab. */
  told: string
  /** Under way to be told. */
  telling: NodeJS.Timeout | null
  /** Under way: where the lab is, to whom it showed nothing new. */
  placing: NodeJS.Timeout | null
  /** When it was last without feeds and in use, in ms. */
  usedAt: number
}

const isStaff = ({ roles }: Actor): boolean => roles.includes('facilitator') || roles.includes('organiser')

export type Feeds = ReturnType<typeof createFeeds>

/** Live feeds of all labs: one room a lab, one version of its view in memory, changes worked out once a commit and part. */
export function createFeeds({ scene: sceneOf, now, onReset, onPresence, onFault }: FeedsOptions) {
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
        parts: createSharedParts(),
        flushing: Promise.resolve(),
        dirty: false,
        redacted: false,
        here: new Map(),
        doing: new Map(),
        told: '',
        telling: null,
        placing: null,
        usedAt: now(),
      }),
    )
    rooms.set(labId, opening)
    opening.catch(() => rooms.delete(labId))
    return opening
  }

  const write = (feed: Feed, text: string | Buffer): void => {
    if (!feed.response.write(text) && feed.response.backlog() > BACKLOG_BYTES) feed.response.destroy()
  }

  const reset = (room: Room, feed: Feed, cause: ResetCause): void => {
    onReset?.(cause)
    feed.told = room.scene.lab.seq
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
    const bytes = new Map<string, Buffer>()
    const isSame = sameStanding(before.lab, after.lab)
    const tell = (): void => {
      for (const feed of room.feeds) {
        if (!isSame && !standAnew(room, feed, before, after, id, redacted)) continue
        if (redacted) {
          reset(room, feed, 'redaction')
          continue
        }
        let key = ''
        for (const part of feed.parts) if (part.changes !== null) key += `|${part.name}`
        if (key === '') {
          tellPlaceSoon(room)
          continue
        }
        const known = bytes.get(key)
        const text =
          known ??
          Buffer.from(
            changesFrame(
              id,
              feed.parts.flatMap(({ changes }) => changes ?? []),
            ),
          )
        if (!known) bytes.set(key, text)
        feed.told = after.lab.seq
        write(feed, text)
      }
    }
    if (redacted) tell()
    else room.parts.during(before, after, tell)
    if (!isSame) tellPresenceSoon(room)
  }

  /** Who this is by now, and what they see of the lab. False where they have been dealt with: gone, or told of what they gained and lost. */
  function standAnew(room: Room, feed: Feed, before: Scene, after: Scene, id: string, redacted: boolean): boolean {
    const viewer = feed.viewerIn(after.lab)
    if (!viewer) {
      feed.response.end()
      return false
    }
    const was = { viewer: feed.viewer, scene: before }
    if (viewer.person !== feed.viewer.person) {
      count(room, feed.viewer.person, -1)
      count(room, viewer.person, 1)
    }
    feed.viewer = viewer
    const parts = room.parts.take(viewer, after)
    const isSame = parts.length === feed.parts.length && parts.every((one, i) => one === feed.parts[i])
    room.parts.release(feed.parts)
    feed.parts = parts
    if (isSame || redacted) return true
    feed.told = after.lab.seq
    write(feed, changesFrame(id, [changesFor(was, { viewer, scene: after })]))
    return false
  }

  /** Where the lab is by now, to feeds that were told nothing since. */
  function tellPlaceSoon(room: Room): void {
    room.placing ??= setTimeout(() => {
      room.placing = null
      const { seq } = room.scene.lab
      const text = Buffer.from(frame('here', atOf(room.epoch, seq), '{}'))
      for (const feed of room.feeds) {
        if (feed.told === seq) continue
        feed.told = seq
        write(feed, text)
      }
    }, HERE_MS).unref()
  }

  function count(room: Room, person: string | null, by: 1 | -1): void {
    if (person === null) return
    const open = (room.here.get(person) ?? 0) + by
    if (open > 0) room.here.set(person, open)
    else room.here.delete(person)
  }

  function presenceOf(room: Room): string {
    const editing: Record<string, string[]> = {}
    for (const [person, { entry, until }] of room.doing)
      if (until <= now() || !room.here.has(person)) room.doing.delete(person)
      else editing[entry] = [...(editing[entry] ?? []), person]
    return frame('presence', null, JSON.stringify({ here: Object.fromEntries(room.here), editing }))
  }

  /** Who has a panel open, to those who run the lab: unnumbered, gone when they leave. */
  function tellPresenceSoon(room: Room): void {
    room.telling ??= setTimeout(() => {
      room.telling = null
      const text = presenceOf(room)
      if (text === room.told) return
      room.told = text
      for (const feed of room.feeds) if (isStaff(feed.viewer)) write(feed, text)
    }, PRESENCE_MS).unref()
  }

  const schedule = (labId: string, room: Room): void => {
    if (room.dirty) return
    room.dirty = true
    // commits that share a sync become durable together: one pass serves them all, once those who sent them have their answers
    room.flushing = room.flushing
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => flush(labId, room))
      .catch(onFault)
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
          if (room.doing.size > 0) tellPresenceSoon(room)
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
      tellPresenceSoon(room)
    },

    /** Adds a feed that begins from the view its reader has, or with the whole view. */
    follow: async (subscriber: Subscriber): Promise<boolean> => {
      const room = await roomOf(subscriber.labId)
      // the reader's view may be newer than what the room has told so far
      schedule(subscriber.labId, room)
      await room.flushing
      const viewer = subscriber.viewerIn(room.scene.lab)
      if (!viewer) return false
      const at = readAt(subscriber.at)
      const { seq } = room.scene.lab
      const feed: Feed = { ...subscriber, viewer, parts: room.parts.take(viewer, room.scene), told: seq }
      const id = atOf(room.epoch, seq)
      room.feeds.add(feed)
      count(room, viewer.person, 1)
      feed.response.onClose(() => {
        if (room.feeds.delete(feed)) room.parts.release(feed.parts)
        count(room, feed.viewer.person, -1)
        tellPresenceSoon(room)
        onPresence?.(subscriber.labId)
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
      if (isStaff(viewer)) write(feed, presenceOf(room))
      tellPresenceSoon(room)
      onPresence?.(subscriber.labId, feed.viewer.person ?? undefined)
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

    /** People with an open panel. */
    here: async (labId: string): Promise<ReadonlySet<string>> => {
      const room = await rooms.get(labId)
      return new Set([...(room?.feeds ?? [])].flatMap(({ viewer }) => viewer.person ?? []))
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
        for (const timer of [room?.telling, room?.placing]) if (timer) clearTimeout(timer)
        for (const feed of room?.feeds ?? []) feed.response.end()
      }
      rooms.clear()
    },
  }
}
