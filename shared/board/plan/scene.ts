import { type Block, type BoardPart, boardPartOf, type KitMeeting, type Sector, type Zone } from '../../kit/index.ts'
import {
  type Contribution,
  carriedInto,
  type Group,
  goesOnBoard,
  groupNumber,
  isUsable,
  kitZone,
  type Lab,
  type Meeting,
  openingOf,
  zoneKey,
} from '../../lab/index.ts'
import type { Language } from '../../words/bilingual.ts'
import type { CardNote } from './cards.ts'
import { sourceLink } from './links.ts'
import { saidIn } from './said.ts'
import { WORDS } from './words.ts'

export interface OpeningNote extends CardNote {
  readonly kind: 'decided' | 'commitment'
  /** Project group; null: everybody's. */
  readonly group: string | null
}

/** Whoever writes in zones: a group, or everybody together. */
export interface Writer {
  /** `g3`, `x1-2`, `all`. */
  readonly key: string
  readonly kind: 'project' | 'mixed' | 'all'
  readonly number: number
  readonly moment: number | null
  readonly name: string
}

/** What of a lab the board of one meeting shows. */
export interface Scene {
  readonly lab: Lab
  readonly language: Language
  /** `m2` */
  readonly area: string
  readonly meeting: KitMeeting
  readonly state: Meeting | undefined
  readonly sectors: readonly Sector[]
  readonly isFirst: boolean
  readonly writers: readonly Writer[]
  readonly opening: readonly OpeningNote[]
  /** By the key of the zone they go to: `m3/g2/C3.4`. */
  readonly carried: ReadonlyMap<string, readonly CardNote[]>
  /** Notes that the kit expects from earlier meetings in each zone: what the plan of a zone's width goes by, so that one note more moves nothing. */
  readonly expected: ReadonlyMap<string, number>
  /** For everybody, by the zone they go to. */
  readonly forAll: ReadonlyMap<string, readonly CardNote[]>
}

export const EVERYBODY: Writer = { key: 'all', kind: 'all', number: 0, moment: null, name: '' }

function writersOf(lab: Lab, meeting: number): Writer[] {
  const groups = [...lab.groups.values()].filter(
    (group: Group) => group.people.length > 0 && (group.kind === 'project' || group.meeting === meeting),
  )
  return groups
    .map(({ key, kind, moment, name }) => ({ key, kind, moment, name, number: groupNumber(key) }))
    .sort((a, b) => (a.kind === b.kind ? (a.moment ?? 0) - (b.moment ?? 0) || a.number - b.number : a.kind === 'mixed' ? -1 : 1))
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export function sceneOf(lab: Lab, number: number): Scene | null {
  const meeting = lab.kit.meetings.find((one) => one.number === number)
  if (!meeting) return null
  const { language } = lab
  const card = (note: Contribution, extra: { readonly late?: boolean; readonly dots?: number; readonly blank?: boolean }): CardNote => {
    const said = saidIn(note.answer, kitZone(lab, note.meeting, note.zone), language)
    const { text, href } = sourceLink(lab, note)
    const dots = extra.dots ?? 0
    const lines = [
      ...(extra.late ? [WORDS.late[language]] : []),
      said,
      ...(dots > 0 ? [`${'●'.repeat(Math.min(dots, 12))} ${dots} ${(dots === 1 ? WORDS.point : WORDS.points)[language]}`] : []),
    ]
    return { id: note.id, text: lines.join('\n'), links: [{ text: `↩ ${text}`, href }], blank: extra.blank ?? false }
  }
  const carried = new Map<string, CardNote[]>()
  const forAll = new Map<string, CardNote[]>()
  for (const { contribution, to, late, takenUp } of carriedInto(lab, number)) {
    const note = lab.contributions.get(contribution)
    if (!note) continue
    const one = card(note, { late, blank: takenUp.length > 0 })
    if (to.group === null) push(forAll, to.zone, one)
    else push(carried, zoneKey(number, to.group, to.zone), one)
  }
  const expected = new Map<string, number>()
  for (const earlier of lab.kit.meetings)
    for (const zone of earlier.number < number ? earlier.canvas.zones : [])
      for (const lead of zone.leadsTo) if (lead.to === 'zone') expected.set(lead.zone, (expected.get(lead.zone) ?? 0) + zone.expected)
  const opening = openingOf(lab, number).flatMap(({ contribution, kind, dots, group }): OpeningNote[] => {
    const note = lab.contributions.get(contribution)
    return note && isUsable(note) ? [{ ...card(note, { dots }), kind, group }] : []
  })
  return {
    lab,
    language,
    area: `m${number}`,
    meeting,
    state: lab.meetings[number],
    sectors: lab.kit.sectors,
    isFirst: !lab.kit.meetings.some((one) => one.number < number),
    writers: writersOf(lab, number),
    opening,
    carried,
    expected,
    forAll,
  }
}

/** Blocks of the agenda in which this writer works. */
export const blocksOf = ({ meeting }: Scene, writer: Writer): Block[] =>
  meeting.agenda.filter(({ grouping }) => {
    if (writer.kind === 'all') return grouping.groups === 'none'
    if (writer.kind === 'project') return grouping.groups === 'project'
    return grouping.groups === 'mixed' && grouping.moment === writer.moment
  })

/** Walls on which the zones of all groups stand side by side. */
export type Wall = 'plenary' | 'harvest' | 'commitments'

/**
 * The wall on which a zone stands, for those who write in these blocks; null: in the group's own frame. What the kit says of the block counts, then what is
 * gathered there: triples and commitments are looked at by everybody together.
 */
function wallOf(zone: Zone, blocks: readonly Block[], writer: Writer): Wall | null {
  const said = blocks.find(({ zones, board }) => board !== undefined && zones.includes(zone.id))?.board
  if (said === 'harvest' || said === 'commitments' || said === 'plenary') return said
  if (said !== 'groups') {
    if (zone.answer.type === 'triple') return 'harvest'
    if (zone.answer.type === 'commitments') return 'commitments'
  }
  return writer.kind === 'all' ? 'plenary' : null
}

const zonesKnown = new WeakMap<Scene, Map<string, readonly Zone[]>>()

/** Zones that a writer writes in, on a wall or (null) in their own frame: the same for all of a kind, so worked out once. */
export function zonesOf(scene: Scene, writer: Writer, wall: Wall | null): readonly Zone[] {
  const known = zonesKnown.get(scene) ?? new Map<string, readonly Zone[]>()
  zonesKnown.set(scene, known)
  const key = `${writer.kind} ${writer.moment} ${wall}`
  const found = known.get(key)
  if (found) return found
  const blocks = blocksOf(scene, writer)
  const ids = new Set(blocks.flatMap(({ zones }) => zones))
  const zones = scene.meeting.canvas.zones.filter(
    (zone) => ids.has(zone.id) && goesOnBoard(zone.answer.type) && wallOf(zone, blocks, writer) === wall,
  )
  known.set(key, zones)
  return zones
}

/** Part of the board that people look at during a block. Where everybody only talks, the prompt stands where all work together. */
export function partOf({ meeting }: Scene, block: Block): BoardPart {
  const part = boardPartOf(block, meeting.canvas.zones)
  return part === 'welcome' && block.board === undefined ? 'plenary' : part
}
