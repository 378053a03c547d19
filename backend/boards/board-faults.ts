import { areasOf, centreOf, placementOf, plainText, planArea, zoneIndex } from '@telaio/shared/board'
import { fold, goesOnBoard, isUsable, kitZone, type Lab, noteKey, notesOf, partsOfAnswer, zoneKey } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'
import type { Written } from '../src/rehearsal/line.ts'

/** As Miro gives it back, with its sign for “equals”. */
const MOVE_TO = /moveToWidget(?:=|&#61;)([^"&]+)/g

/** How a board stands at the end of a lab, against the lab and what its people wrote. */
export function boardFaults(lab: Lab, items: readonly BoardItem[], written: readonly Written[]) {
  const faults: string[] = []
  const byId = new Map(items.map((item) => [item.id, item]))
  const board = [...lab.boards.keys()][0] ?? ''
  const zones = placementOf(lab, board).zones.flatMap(({ key, item }) => {
    const shape = byId.get(item)
    if (!shape) faults.push(`the zone ${key} is not on the board`)
    return shape ? [{ key, box: shape.box }] : []
  })

  const paired = new Map<string, string>()
  for (const one of lab.contributions.values()) {
    const asked = kitZone(lab, one.meeting, one.zone)?.answer
    const parts = isUsable(one) && asked && goesOnBoard(asked.type) ? partsOfAnswer(one.answer).filter(({ text }) => /\S/.test(text)) : []
    const notes = notesOf(lab, one)
    const where = zoneKey(one.meeting, one.group, one.zone)
    if (notes.length !== parts.length) faults.push(`${one.id} in ${where}: ${parts.length} parts, ${notes.length} notes`)
    for (const note of notes) {
      const item = byId.get(lab.boardNotes.get(noteKey(note.contribution, note.part))?.item ?? '')
      if (!item) {
        faults.push(`${one.id} ${note.part} is not on the board`)
        continue
      }
      if (paired.has(item.id)) faults.push(`the note ${item.id} stands for ${paired.get(item.id)} and for ${one.id}`)
      paired.set(item.id, one.id)
      if (plainText(item.content) !== fold(note.text))
        faults.push(`${one.id} ${note.part} says “${plainText(item.content)}”, not “${fold(note.text)}”`)
      const zone = zoneIndex(zones)(centreOf(item.box))
      if (zone !== where) faults.push(`${one.id} ${note.part} stands in ${zone}, not in ${where}`)
    }
  }
  const notes = items.filter(({ kind }) => kind === 'note')
  for (const note of notes) if (!paired.has(note.id)) faults.push(`the note ${note.id} (“${plainText(note.content)}”) is nobody’s`)
  const ours = new Set([...lab.placed.values()].map(({ item }) => item))
  for (const item of items) if (item.kind !== 'note' && !ours.has(item.id)) faults.push(`${item.kind} ${item.id} is nobody’s`)
  const { strays, doubles } = lab
  if (strays.size + doubles.size > 0) faults.push(`${strays.size} strays and ${doubles.size} doubles on a board that nobody touched`)
  if (lab.boards.get(board)?.fresh) faults.push('the harvest found notes that nobody wrote')

  // what says something of a person, and ballots
  let kept = 0
  const said = new Map(notes.map((note) => [plainText(note.content), note.id]))
  for (const one of written) {
    const asked = kitZone(lab, one.meeting, one.zone)?.answer
    if (!asked || goesOnBoard(asked.type)) continue
    kept += 1
    if ([...lab.boardNotes.values()].some(({ contribution }) => contribution === one.contribution))
      faults.push(`${one.contribution} (${asked.type}) has a note`)
    for (const text of Object.values(one.answer))
      if (one.answer.type === 'person' && typeof text === 'string' && said.has(fold(text)))
        faults.push(`a person’s answer stands on the board`)
  }

  const canvas = canvasFaults(lab, byId)
  const furniture = areasOf(lab).flatMap((area) => {
    const at = lab.placements.get(area)
    return at?.left == null || at.top === null ? [] : planArea(lab, area, { x: at.left, y: at.top }).items.map(({ key }) => key)
  })
  for (const key of furniture) if (!byId.has(lab.placed.get(key)?.item ?? '')) faults.push(`${key} of the plan is not on the board`)
  return {
    faults: [...faults, ...canvas.faults],
    numbers: {
      notes: notes.length,
      furniture: ours.size,
      zones: zones.length,
      keptOff: kept,
      entries: canvas.entries,
      links: canvas.links,
    },
  }
}

/** Every entry of the final canvas leads to items that are there. */
function canvasFaults(lab: Lab, byId: ReadonlyMap<string, BoardItem>) {
  const faults: string[] = []
  let links = 0
  const entries = [...lab.entries.values()].filter(({ withheld }) => !withheld)
  for (const { id, block } of entries) {
    const item = byId.get(lab.placed.get(`canvas/${block}/${id}`)?.item ?? '')
    const targets = [...(item?.content ?? '').matchAll(MOVE_TO)].map(([, target = '']) => decodeURIComponent(target))
    links += targets.length
    if (targets.length === 0) faults.push(`the entry ${id} leads nowhere`)
    for (const target of targets) if (!byId.has(target)) faults.push(`the entry ${id} leads to ${target}, which is not there`)
  }
  if (entries.length === 0) faults.push('the final canvas has no entries')
  return { faults, entries: entries.length, links }
}
