import {
  adoptNotes,
  type Box,
  carriedKeyOf,
  centreOf,
  freeSlots,
  htmlOf,
  placementOf,
  plainText,
  takeFromBoard,
  type UnsureNote,
  writerOf,
  zoneIndex,
} from '@telaio/shared/board'
import {
  type BoardNote,
  type Contribution,
  fold,
  kitZone,
  type Lab,
  type NewEvent,
  noteKey,
  notesOf,
  noteWork,
  partsOfAnswer,
  type WantedNote,
} from '@telaio/shared/lab'
import { BoardError, type BoardItem, type NewBoardItem } from '@telaio/shared/ports'
import { looseItems } from './loose.ts'
import type { Desk, Step } from './step.ts'

/** Notes written in one call: half of what the platform takes, so that a slow answer holds up few. */
const BATCH = 10

const refOf = ({ contribution, part }: { readonly contribution: string; readonly part: string }) => ({ contribution, part })
const gone = (
  notes: readonly { readonly contribution: string; readonly part: string }[],
  why: 'removed' | 'missing' | 'refused' | 'again',
): NewEvent => ({
  type: 'notesGone',
  body: { notes: notes.map(refOf), why },
})

export interface NoteTimes {
  readonly sureFrom: number
  readonly writeFrom: number
  readonly changeFrom: (item: string | null) => number
}

/**
 * Steps for the notes of a board, the most urgent first: what must go from it, what is in doubt, what is new, what has changed. `sureFrom`: from when on a
 * reading shows what is there (ms); `writeFrom`: from when on the account may write; `changeFrom`: from when on nothing that was sent to an item before can still arrive.
 */
export function noteSteps(lab: Lab, board: string, { sureFrom, writeFrom, changeFrom }: NoteTimes): Step[] {
  const work = noteWork(lab)
  const here = <T extends { readonly board: string }>(all: readonly T[]): T[] => all.filter((one) => one.board === board)
  const [remove] = here(work.remove)
  const unsure = here(work.unsure)
  const write = wholeAnswers(here(work.write))
  const [take] = here(work.take)
  // what is in doubt holds up nobody else
  const [update] = work.update
    .flatMap((one) => (one.note.board === board ? [{ ...one, from: changeFrom(one.note.item) }] : []))
    .sort((a, b) => a.from - b.from)
  const steps: Step[] = []
  if (remove) steps.push({ name: 'remove', perform: (desk) => removeNote(desk, remove) })
  if (unsure.length > 0) steps.push({ name: 'find', notBefore: sureFrom, perform: (desk) => findNotes(desk, unsure) })
  if (write.length > 0) steps.push({ name: 'write', notes: write.length, notBefore: writeFrom, perform: (desk) => writeNotes(desk, write) })
  if (take) steps.push({ name: 'take', perform: (desk) => takeNote(desk, take) })
  if (update)
    steps.push({
      name: 'update',
      notes: 1,
      notBefore: Math.max(writeFrom, update.from),
      perform: (desk) => updateNote(desk, update.note, update.wanted),
    })
  return steps
}

/** The next batch, never with half of an answer's parts. */
function wholeAnswers(all: readonly WantedNote[]): WantedNote[] {
  const batch: WantedNote[] = []
  for (const one of all) {
    if (batch.length >= BATCH && one.contribution !== batch.at(-1)?.contribution) break
    if (batch.length >= 2 * BATCH) break
    batch.push(one)
  }
  return batch
}

async function removeNote({ lab, board, known, record }: Desk, note: BoardNote): Promise<void> {
  if (note.item !== null) {
    // what people wrote on the board may be a text, a card or a shape: taken off by the address that is every kind's
    await board.remove(note.item, lab.contributions.get(note.contribution)?.board === null ? 'note' : 'other')
    known.removed(note.item)
  }
  await record(() => [gone([note], 'removed')])
}

interface Planned {
  readonly wanted: WantedNote
  readonly box: Box
  readonly parent: NewBoardItem['parent']
}

/** Places for the notes of a batch, in their zones as these are now. Zones that are gone come back by key. */
async function planNotes({ lab, known }: Desk, batch: readonly WantedNote[]): Promise<{ planned: Planned[]; goneZones: string[] }> {
  const planned: Planned[] = []
  const goneZones = new Set<string>()
  const furniture = new Set([...lab.placed.values()].flatMap(({ item }) => (item === null ? [] : [item])))
  const taken = await known.taken(furniture)
  const byContribution = new Map<string, WantedNote[]>()
  for (const one of batch) byContribution.set(one.contribution, [...(byContribution.get(one.contribution) ?? []), one])
  for (const [id, notes] of byContribution) {
    const first = notes[0] as WantedNote
    const contribution = lab.contributions.get(id) as Contribution
    const zone = kitZone(lab, contribution.meeting, contribution.zone)
    const item = lab.placed.get(first.zone)?.item
    if (!zone || item == null || goneZones.has(first.zone)) continue
    const where = await known.zone(item).catch((error: unknown) => {
      if (error instanceof BoardError && error.code === 'gone') return null
      throw error
    })
    if (!where) {
      goneZones.add(first.zone)
      continue
    }
    // a part that came later stands in the row of the others
    const sibling = partsOfAnswer(contribution.answer)
      .map(({ part }) => lab.boardNotes.get(noteKey(id, part)))
      .find((note) => note?.state === 'written')
    const wants = notes.map(({ part }) => ({
      lane: contribution.lane,
      part,
      ...(sibling ? { beside: { x: sibling.x, y: sibling.y } } : {}),
    }))
    const strip = lab.placed.get(carriedKeyOf(first.zone))?.item
    const carried = strip == null ? null : await known.place(strip)
    const slots = freeSlots(zone, lab.language, where.shape.box, wants, taken, carried?.box ?? null)
    notes.forEach((wanted, i) => planned.push({ wanted, box: slots[i] as Box, parent: where.parent }))
    taken.push(...slots.map(centreOf))
  }
  return { planned, goneZones: [...goneZones] }
}

/** Writes a batch: the intent is logged, then the call is made, then what came of it is logged. */
async function writeNotes(desk: Desk, batch: readonly WantedNote[]): Promise<void> {
  const { board, entry, known, record } = desk
  const { planned, goneZones } = await planNotes(desk, batch)
  if (goneZones.length > 0)
    await record((lab) => [{ type: 'itemsUnplaced', body: { keys: goneZones.filter((key) => lab.placed.has(key)) } }])
  if (planned.length === 0) return
  // decided on the newest lab: what was withdrawn or redacted in between is not written
  const lab = await record((now) => {
    const still = stillWanted(now, planned)
    return still.length === 0
      ? []
      : [
          {
            type: 'notesWriting',
            body: { board: entry.id, notes: still.map(({ wanted, box }) => ({ ...refOf(wanted), ...centreOf(box) })) },
          },
        ]
  })
  const going = planned.filter(({ wanted }) => lab.boardNotes.get(noteKey(wanted.contribution, wanted.part))?.state === 'writing')
  if (going.length === 0) return
  try {
    const made = await board.create(going.map(newNote))
    going.forEach(({ box }, i) => known.wrote(made[i]?.id ?? '', box))
    await record(() => [
      writtenEvent(
        entry.id,
        going.map(({ wanted }, i) => ({ wanted, item: made[i] as { id: string; content: string } })),
      ),
    ])
  } catch (error) {
    if (!(error instanceof BoardError) || error.code === 'unknown') throw error
    // surely nothing was written: nothing is in doubt
    known.forget()
    if (error.code !== 'refused' || going.length === 1) {
      await record(() => [
        gone(
          going.map(({ wanted }) => wanted),
          error.code === 'refused' ? 'refused' : 'again',
        ),
      ])
      if (error.code !== 'refused') throw error
      return
    }
    await record(() => [
      gone(
        going.map(({ wanted }) => wanted),
        'again',
      ),
    ])
    // one of them is at fault: each by itself, so that the others are written
    for (const { wanted } of going) await writeNotes({ ...desk, lab: await record(() => []) }, [wanted])
  }
}

const stillWanted = (lab: Lab, planned: readonly Planned[]): Planned[] => {
  const wanted = new Set(noteWork(lab).write.map((one) => noteKey(one.contribution, one.part)))
  return planned.filter((one) => wanted.has(noteKey(one.wanted.contribution, one.wanted.part)))
}

const newNote = ({ wanted, box, parent }: Planned): NewBoardItem => ({
  kind: 'note',
  parent,
  box,
  content: htmlOf(wanted.text),
  style: { note: 'light_yellow' },
})

const writtenEvent = (
  board: string,
  notes: readonly { readonly wanted: WantedNote; readonly item: { readonly id: string; readonly content: string } }[],
): NewEvent => ({
  type: 'notesWritten',
  body: {
    board,
    notes: notes.map(({ wanted, item }) => {
      const text = plainText(item.content)
      const wrote = fold(wanted.text)
      return { ...refOf(wanted), item: item.id, text, ...(text === wrote ? {} : { wrote }) }
    }),
  },
})

/** Reads the board for notes that may have been written although no answer came. What is not found is written again. */
async function findNotes({ entry, known, now, record }: Desk, unsure: readonly BoardNote[]): Promise<void> {
  const startedAt = new Date(now()).toISOString()
  const items = await known.read()
  await record((newest) => {
    const open = unsure.flatMap((note): UnsureNote[] => {
      const current = newest.boardNotes.get(noteKey(note.contribution, note.part))
      const contribution = newest.contributions.get(note.contribution)
      if (current?.state !== 'writing' || !contribution || current.at > startedAt) return []
      const said =
        notesOf(newest, contribution).find(({ part }) => part === note.part) ??
        partsOfAnswer(contribution.answer).find(({ part }) => part === note.part)
      const text = contribution.redacted ? null : (said?.text ?? null)
      return [{ note: current, text, zone: `m${contribution.meeting}/${contribution.group}/${contribution.zone}` }]
    })
    if (open.length === 0) return []
    const adopted = adoptNotes(open, looseItems(newest, items), zoneFinder(newest, entry.id, items), writerOf(newest, entry.id, items))
    const found = new Set(adopted.map(({ note }) => noteKey(note.contribution, note.part)))
    const lost = open.filter(({ note }) => !found.has(noteKey(note.contribution, note.part))).map(({ note }) => note)
    const events: NewEvent[] = []
    if (adopted.length > 0)
      events.push({
        type: 'notesWritten',
        body: {
          board: entry.id,
          notes: adopted.map(({ note, item }) => ({ ...refOf(note), item: item.id, text: plainText(item.content) })),
        },
      })
    // as if taken off: still wanted, they are written again; and the place stays known, should the call be carried out even now
    if (lost.length > 0) events.push(gone(lost, 'removed'))
    return events
  })
}

function zoneFinder(lab: Lab, board: string, items: readonly BoardItem[]): (item: BoardItem) => string | undefined {
  const byId = new Map(items.map((item) => [item.id, item]))
  const zones = placementOf(lab, board).zones.flatMap(({ key, item }) => {
    const shape = byId.get(item)
    return shape ? [{ key, box: shape.box }] : []
  })
  const zoneOf = zoneIndex(zones)
  return (item) => zoneOf(centreOf(item.box))
}

/** Words changed in the lab go to the board, unless they were changed there too since they were last written: then both stay, for a facilitator. */
async function updateNote({ board, entry, known, record }: Desk, note: BoardNote, wanted: WantedNote): Promise<void> {
  const item = note.item === null ? null : await board.item(note.item)
  if (!item) {
    await record(() => [gone([note], 'missing')])
    return
  }
  const seen = plainText(item.content)
  if (seen === fold(wanted.text)) {
    await record(() => [writtenEvent(entry.id, [{ wanted, item: { id: item.id, content: item.content } }])])
    return
  }
  const isOurs = seen === note.text || note.passing.includes(seen) || known.tried(item.id).has(seen)
  if (!isOurs && note.take !== 'lab') {
    await record(() => [{ type: 'notesClashed', body: { notes: [refOf(note)] } }])
    return
  }
  const kind = item.kind === 'text' || item.kind === 'shape' ? item.kind : 'note'
  try {
    known.trying(item.id, fold(wanted.text))
    const made = await board.update(item.id, kind, { content: htmlOf(wanted.text) })
    known.settled(item.id)
    await record(() => [writtenEvent(entry.id, [{ wanted, item: made }])])
  } catch (error) {
    if (!(error instanceof BoardError) || (error.code !== 'gone' && error.code !== 'refused')) throw error
    await record(() => [gone([note], error.code === 'gone' ? 'missing' : 'refused')])
  }
}

/** A facilitator chose the board's words. */
async function takeNote({ board, record }: Desk, note: BoardNote): Promise<void> {
  const item = note.item === null ? null : await board.item(note.item)
  // words that cannot be the contribution's leave the choice open
  await record((lab) =>
    item ? (takeFromBoard(lab, note, item) ?? [{ type: 'notesClashed', body: { notes: [refOf(note)] } }]) : [gone([note], 'missing')],
  )
}
