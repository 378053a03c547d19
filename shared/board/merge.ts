import type { Zone } from '../kit/index.ts'
import {
  type Answer,
  type BoardNote,
  type Contribution,
  fold,
  goesOnBoard,
  type IdPrefix,
  kitMeeting,
  kitZone,
  type Lab,
  type Meeting,
  type NewEvent,
  noteKey,
  notesOf,
  partsOnBoard,
  partsOfAnswer,
  TEXT_MAX,
  withPart,
} from '../lab/index.ts'
import type { BoardItem } from '../ports/board.ts'
import { centreOf } from './geometry.ts'
import { type Harvest, type HarvestedNote, type HarvestedStray, harvest, type HarvestPlacement } from './harvest.ts'
import { answerFrom, answersIn, type FoundNote } from './rows.ts'
import { meaningOf } from './slots.ts'
import { linesOf } from './text.ts'
import { readCarried } from './taken-up.ts'
import { zoneIndex } from './zone-index.ts'

/** A whole board as it was read. */
export interface Reading {
  readonly board: string
  readonly items: readonly BoardItem[]
  /** When the reading began, in ms. What was written later, or shortly before, is not judged by it. */
  readonly startedAt: number
  /** How long the platform's list may lag behind its writes, in ms. */
  readonly lagMs: number
  /** Words of the furniture by key of the plan, as planned now: what else stands there was typed by somebody. */
  readonly planned: ReadonlyMap<string, string>
}

export interface Merged {
  readonly events: readonly NewEvent[]
  readonly strays: readonly HarvestedStray[]
  readonly fresh: number
}

const ZONE_KEY = /^m(\d+)\/([^/]+)\/(C\d+\.\d+)$/

/** What of this board is ours, by the lab's log. */
export function placementOf(
  lab: Lab,
  board: string,
  planned: ReadonlyMap<string, string> = new Map(),
  takenUp: ReadonlySet<string> = new Set(),
): HarvestPlacement {
  const zones: { key: string; item: string }[] = []
  const furniture: { item: string; text: string }[] = []
  const plain: string[] = []
  for (const [key, { item, board: on }] of lab.placed.entries()) {
    if (item === null || on !== board || takenUp.has(item)) continue
    const text = planned.get(key)
    if (ZONE_KEY.test(key)) zones.push({ key, item })
    else if (text === undefined) plain.push(item)
    else furniture.push({ item, text })
  }
  const written = [...lab.boardNotes.values()].flatMap(({ item, contribution, text, board: on }) =>
    item === null || on !== board ? [] : [{ item, contribution, text }],
  )
  return { zones, furniture: [...furniture, ...plain], written }
}

/** The platform's name of the account that writes: whoever made what we know to be ours. */
export function writerOf(lab: Lab, board: string, items: readonly BoardItem[]): string | null {
  const ours = new Set(
    [...lab.placed.values(), ...lab.boardNotes.values()].flatMap(({ item, board: on }) => (item === null || on !== board ? [] : [item])),
  )
  return items.find((item) => ours.has(item.id) && item.by !== null)?.by ?? null
}

/** The block in which a note found on the board belongs: the last that was started and has its zone, else the first that has it. */
function blockOf(
  lab: Lab,
  meeting: number,
  zone: string,
): { readonly id: string; readonly isLate: (made: readonly (string | null)[]) => boolean } | null {
  const state = lab.meetings[meeting]
  const having = (kitMeeting(lab, meeting)?.agenda ?? []).filter((block) => block.zones.includes(zone))
  const block = having.find(({ id }) => id === state?.current) ?? having.filter(({ id }) => state?.runs[id]).at(-1) ?? having[0]
  if (!block) return null
  const isOver = state?.status === 'closed' || state?.runs[block.id]?.status === 'ended'
  const end = overSince(state, block.id)
  // the board is read when the moment is over: what was made before was in time, where the board says when it was made
  return { id: block.id, isLate: (made) => isOver && !made.every((at) => at !== null && (end === null || Date.parse(at) <= end)) }
}

/** When a block's clock stopped for good, or its meeting ended (ms); null where neither has happened. */
function overSince(meeting: Meeting | undefined, block: string): number | null {
  const over = meeting?.runs[block]?.endedAt ?? (meeting?.status === 'closed' ? meeting.closedAt : null)
  return over === null || over === undefined ? null : Date.parse(over)
}

/**
 * What a reading of the board says to the lab: notes written on the board become contributions, edits are merged three ways against what was last written,
 * notes deleted there are missing, and everything else is listed. Pure; the events are to be appended in one commit. What was written after the reading began (or
 * within the platform's lag before) is left for the next reading. Strays come back with their words, which the log does not keep.
 */
export function mergeReading(lab: Lab, reading: Reading, newId: (prefix: IdPrefix) => string): Merged {
  const { board, items, startedAt, lagMs, planned } = reading
  const byId = new Map(items.map((item) => [item.id, item]))
  const shapes = placementOf(lab, board).zones.flatMap(({ key, item }) => {
    const shape = byId.get(item)
    return shape ? [{ key, box: shape.box }] : []
  })
  const zoneOf = zoneIndex(shapes)
  const { takenUp, deleted } = readCarried(lab, reading, byId, shapes)
  const found: Harvest = harvest(items, placementOf(lab, board, planned, new Set(takenUp.keys())))
  const events: NewEvent[] = []
  if (deleted.length > 0) events.push({ type: 'itemsLeft', body: { board, keys: deleted, why: 'deleted' } })
  const strays = [...found.strays]
  const writer = writerOf(lab, board, items)
  const settled = (note: BoardNote) => Date.parse(note.at) < startedAt - lagMs

  // notes we know
  const textNow = new Map(found.contributions.map((one) => [one.item, one]))
  const missing: BoardNote[] = []
  const clashed: BoardNote[] = []
  const moved: { contribution: string; part: string; zone: string }[] = []
  for (const note of lab.boardNotes.values()) {
    if (note.board !== board || note.item === null || !settled(note)) continue
    const item = byId.get(note.item)
    if (!item) {
      if (note.state === 'written' || note.state === 'clash') missing.push(note)
      continue
    }
    const contribution = lab.contributions.get(note.contribution)
    if (!contribution) continue
    const own = `m${contribution.meeting}/${contribution.group}/${contribution.zone}`
    const at = zoneOf(centreOf(item.box)) ?? 'outside'
    if (at !== own) moved.push({ contribution: note.contribution, part: note.part, zone: at })
    const seen = textNow.get(note.item)?.text
    if (note.state !== 'written' || seen === undefined || seen === note.text) continue
    const merged = merge(lab, note, contribution, item)
    if (merged === null) clashed.push(note)
    else events.push(...merged)
  }
  if (missing.length > 0) events.push({ type: 'notesGone', body: { notes: missing.map(refOf), why: 'missing' } })
  if (clashed.length > 0) events.push({ type: 'notesClashed', body: { notes: clashed.map(refOf) } })

  // notes that are nobody's yet
  const doubles: { contribution: string; part: string; item: string }[] = []
  const unsureZones = new Set<string>()
  for (const note of lab.boardNotes.values()) {
    const one = note.board === board && note.state === 'writing' ? lab.contributions.get(note.contribution) : undefined
    if (one) unsureZones.add(`m${one.meeting}/${one.group}/${one.zone}`)
  }
  const saidIn = wordsByZone(lab, board)
  // a second copy of what was reworded, redacted or taken off since is known by its place alone
  const places = [...lab.boardNotes.values()].filter((note) => note.board === board)
  const fresh = new Map<string, (FoundNote & { readonly note: HarvestedNote })[]>()
  for (const note of found.contributions) {
    const item = byId.get(note.item)
    if (note.contribution !== undefined || !item) continue
    const [, meeting = '', group = '', zoneId = ''] = ZONE_KEY.exec(note.zone) ?? []
    const zone = kitZone(lab, Number(meeting), zoneId)
    const shape = shapes.find(({ key }) => key === note.zone)
    if (!zone || !shape || group === '' || !goesOnBoard(zone.answer.type)) {
      strays.push({ item: note.item, reason: 'unsupported', text: note.text })
      continue
    }
    const isWriters = writer === null || item.by === null || item.by === writer
    if (isWriters && item.kind === 'note' && !lab.dismissed.has(item.id)) {
      const same =
        saidIn.get(note.zone)?.get(note.text) ??
        places.find(
          ({ x, y }) => (x !== 0 || y !== 0) && Math.abs(x - centreOf(item.box).x) < 3 && Math.abs(y - centreOf(item.box).y) < 3,
        ) ??
        // once listed it stays so, whatever becomes of the words it was known by
        lab.doubles.get(item.id)
      if (same) {
        doubles.push({ contribution: same.contribution, part: same.part, item: item.id })
        continue
      }
      // a note of ours whose words are gone may be among them: it is settled first, then read again
      if (unsureZones.has(note.zone)) continue
    }
    const list = fresh.get(note.zone) ?? []
    list.push({ note, item, ...meaningOf(zone, shape.box, centreOf(item.box)) })
    fresh.set(note.zone, list)
  }
  let brought = 0
  for (const [key, notes] of fresh) {
    const [, number = '', group = '', zoneId = ''] = ZONE_KEY.exec(key) ?? []
    const meeting = Number(number)
    const zone = kitZone(lab, meeting, zoneId) as Zone
    const block = blockOf(lab, meeting, zoneId)
    const [rewritten, own] = [notes.filter(({ item }) => takenUp.has(item.id)), notes.filter(({ item }) => !takenUp.has(item.id))]
    // a carried note that was rewritten is an answer of its own
    for (const row of [
      ...(partsOnBoard(zone.answer).length > 1 ? answersIn(own) : own.map((one) => [one])),
      ...rewritten.map((one) => [one]),
    ]) {
      const made = answerFrom(lab, zone, row)
      if (!made || !block) {
        for (const { note } of row) strays.push({ item: note.item, reason: 'unsupported', text: note.text })
        continue
      }
      brought += 1
      const contribution = newId('con')
      const lane = row[0]?.lane ?? null
      const carried = takenUp.get(row[0]?.item.id ?? '')
      events.push(
        {
          type: 'contributed',
          body: {
            contribution,
            meeting,
            group,
            zone: zoneId,
            block: block.id,
            answer: made.answer,
            author: null,
            private: false,
            late: block.isLate(row.map(({ item }) => item.createdAt)),
            board,
            ...(lane === null ? {} : { lane }),
            ...(carried ? { derivedFrom: carried.contribution } : {}),
          },
        },
        {
          type: 'notesWritten',
          body: { board, notes: [...made.parts].map(([part, item]) => writtenNote(contribution, part, item, made.answer)) },
        },
      )
      // the item is that note's from now on; in its own zone the plan leaves out what was taken up, from another it does not come back either
      if (carried)
        events.push(
          carried.home === key
            ? { type: 'itemsUnplaced', body: { keys: [carried.key] } }
            : { type: 'itemsLeft', body: { board, keys: [carried.key], why: 'deleted' } },
        )
    }
  }
  events.push({
    type: 'boardRead',
    body: {
      board,
      notes: found.contributions.length,
      fresh: brought,
      strays: strays.map(({ item, reason }) => ({ item, reason })),
      doubles,
      moved,
    },
  })
  return { events, strays, fresh: brought }
}

const refOf = ({ contribution, part }: BoardNote) => ({ contribution, part })

/** A note taken in from the board: what is read there is what stands in the lab. An option of a table is written by its title, stored by its id. */
function writtenNote(
  contribution: string,
  part: string,
  item: BoardItem,
  answer: Answer,
): { contribution: string; part: string; item: string; text: string; wrote?: string } {
  const text = fold(linesOf(item.content)).slice(0, TEXT_MAX)
  const says = partsOfAnswer(answer).find((one) => one.part === part)?.text
  return {
    contribution,
    part,
    item: item.id,
    text,
    ...(says === undefined || fold(says) === text || answer.type === 'table' ? {} : { wrote: fold(says) }),
  }
}

/** An edit made on the board: taken over where the lab's words are still those that were written, both kept where they are not (null). */
function merge(lab: Lab, note: BoardNote, contribution: Contribution, item: BoardItem): NewEvent[] | null {
  const asked = kitZone(lab, contribution.meeting, contribution.zone)?.answer
  const wanted = notesOf(lab, contribution).find(({ part }) => part === note.part)
  const lines = linesOf(item.content)
  if (!asked || !wanted) return []
  // both say the same by now: only the ground has moved
  const isSame = fold(lines) === fold(wanted.text)
  if (!isSame && fold(wanted.text) !== note.wrote) return null
  if (lines.length > TEXT_MAX) return null
  const answer = isSame ? contribution.answer : withPart(contribution.answer, note.part, lines, asked, lab.language)
  if (!answer) return null
  const written: NewEvent = {
    type: 'notesWritten',
    body: { board: note.board, notes: [{ contribution: note.contribution, part: note.part, item: item.id, text: fold(lines) }] },
  }
  return isSame ? [written] : [{ type: 'contributionEdited', body: { contribution: contribution.id, answer } }, written]
}

/** A clash settled in favour of the board: its words become the contribution's. Null where they cannot (an option that is none, too long). */
export function takeFromBoard(lab: Lab, note: BoardNote, item: BoardItem): NewEvent[] | null {
  const contribution = lab.contributions.get(note.contribution)
  const asked = contribution && kitZone(lab, contribution.meeting, contribution.zone)?.answer
  if (!contribution || !asked) return null
  const lines = linesOf(item.content)
  const answer = lines === '' || lines.length > TEXT_MAX ? null : withPart(contribution.answer, note.part, lines, asked, lab.language)
  return (
    answer && [
      { type: 'contributionEdited', body: { contribution: contribution.id, answer } },
      {
        type: 'notesWritten',
        body: { board: note.board, notes: [{ contribution: note.contribution, part: note.part, item: item.id, text: fold(lines) }] },
      },
    ]
  )
}

/** What our notes on a board say, by zone and words. */
function wordsByZone(lab: Lab, board: string): Map<string, Map<string, { contribution: string; part: string }>> {
  const words = new Map<string, Map<string, { contribution: string; part: string }>>()
  for (const one of lab.contributions.values())
    for (const wanted of notesOf(lab, one)) {
      const note = lab.boardNotes.get(noteKey(wanted.contribution, wanted.part))
      // what was written on the board by hand may be written there twice by hand
      if (wanted.board !== board || one.board !== null || !note || note.state === 'removed') continue
      const own = words.get(wanted.zone) ?? new Map<string, { contribution: string; part: string }>()
      own.set(fold(wanted.text), { contribution: wanted.contribution, part: wanted.part })
      words.set(wanted.zone, own)
    }
  return words
}
