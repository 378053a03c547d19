import type { LabState } from '@telaio/shared/client'
import type { Items } from '@telaio/shared/view'
import { MEETING } from './plan.ts'
import type { Part } from './wire.ts'

/** Past this it was no way of a note, but a placement that came after it. */
const LONGEST_WAY_MS = 60_000

/** What has been done on the stage, as the facilitator's view of the lab shows it. */
export function partsDone({ placements, meetings, blocks, rooms, boardNotes, notes, entries }: Items): Record<Part, boolean> {
  const isPlaced = (area: string): boolean => Object.values(placements).some((one) => one.area === area && one.status === 'done')
  const inRooms = Object.values(blocks).filter((block) => block.meeting === MEETING && block.rooms && (block.zones ?? []).length > 0)
  return {
    place: isPlaced(`m${MEETING}`),
    open: (meetings[String(MEETING)]?.openedAt ?? null) !== null,
    block: inRooms.some(({ run }) => run !== null),
    rooms: Object.values(rooms).some(({ stage }) => stage === 'open'),
    write: Object.values(boardNotes).some(({ state, contribution }) => state === 'written' && notes[contribution]?.onBoard !== true),
    harvest: Object.values(notes).some(({ onBoard }) => onBoard === true),
    compile: Object.keys(entries).length > 0,
    canvas: isPlaced('canvas'),
  }
}

/** How long the newest note that was written in a panel took to stand on the board. */
export function newestWay({ boardNotes, notes }: Items): number | null {
  const ways = Object.values(boardNotes).flatMap(({ state, contribution, at }) => {
    const note = notes[contribution]
    if (!note || state !== 'written' || note.onBoard || note.anonymous || note.editedAt !== null) return []
    const way = Date.parse(at) - Date.parse(note.at)
    return way >= 0 && way < LONGEST_WAY_MS ? [{ at, way }] : []
  })
  return ways.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.way ?? null
}

/** The addresses of people whom `telaio accompany` invents. */
const SIMULATED = '@prova.example.org'

/** How many simulated people have their panel open. */
export const castIn = ({ items, presence }: Pick<LabState, 'items' | 'presence'>): number =>
  Object.values(items.people).filter(({ id, email }) => email?.endsWith(SIMULATED) && (presence[id] ?? 0) > 0).length
