import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { Client } from './client.ts'
import type { Random } from './random.ts'
import type { RehearsedGroup, Stage } from './stage.ts'
import { BUILT_IN_KIT } from './words/answers.ts'

/** Somebody who is going to write once in a zone; with the words, where these come from a file. */
export interface Slot {
  readonly zone: ZoneItem
  readonly group: RehearsedGroup
  readonly client: Client
  readonly text?: string
}

/** How much of what a zone is made for is written in the first of its blocks: the rest comes in the talk that follows. */
const FIRST_SHARE = 0.7

/** The prompt of these blocks says: write only in your own table's zone. */
const ONE_ZONE_A_GROUP: readonly string[] = ['editorial-tables', 'reading']

/** Who writes how much where in a block. Ballots are apart (`ballots.ts`). */
export function slotsOf(stage: Stage, meeting: number, block: BlockItem, groups: readonly RehearsedGroup[], random: Random): Slot[] {
  return block.zones.flatMap((id, place) => {
    const zone = stage.programme.zoneOf(meeting, id)
    const writing = groups.filter((group, i) => group.people.length > 0 && writesIn(stage, block, groups.length, i, place))
    if (stage.notes && zone.answer.type === 'cards')
      return fromFile(stage, meeting, block, zone, writing.length > 0 ? writing : groups, random)
    return writing.flatMap((group) => {
      const people = random.shuffle(group.people)
      const count = countOf(stage, meeting, block, zone, group, random)
      return Array.from({ length: count }, (_, i) => ({ zone, group, client: people[i % people.length] as Client }))
    })
  })
}

function writesIn({ programme }: Stage, block: BlockItem, groups: number, group: number, place: number): boolean {
  if (programme.kit !== BUILT_IN_KIT || !ONE_ZONE_A_GROUP.includes(block.id)) return true
  const { length } = block.zones
  return groups >= length ? group % length === place : place % groups === group
}

/** How many notes a group writes in a zone during a block. */
function countOf(
  { programme }: Stage,
  meeting: number,
  block: BlockItem,
  zone: ZoneItem,
  { people, key }: RehearsedGroup,
  random: Random,
): number {
  const blocks = programme.blocksWith(meeting, zone.id)
  const turn = blocks.findIndex(({ id }) => id === block.id)
  switch (zone.answer.type) {
    case 'person':
      return turn === 0 ? people.length : 0
    case 'sentence':
      return turn === 0 ? 1 : 0
    case 'commitments':
      if (block.kind === 'individual') return people.length
      return key === 'all' ? Math.min(zone.expected, people.length) : share(zone, blocks.length, turn, random)
    case 'cards':
    case 'table':
    case 'term':
    case 'triple':
      return key === 'all' ? Math.min(zone.expected, people.length) : share(zone, blocks.length, turn, random)
    case 'votes':
    case 'rating':
    case 'consent':
    default:
      return 0
  }
}

function share({ expected, atMost }: ZoneItem, turns: number, turn: number, random: Random): number {
  const part = turns === 1 ? 1 : turn === 0 ? FIRST_SHARE : (1 - FIRST_SHARE) / (turns - 1)
  return Math.max(1, Math.min(atMost ?? Infinity, Math.round(expected * part * (0.75 + 0.35 * random.next()))))
}

/** Notes of the file for this zone: most in its first block, the rest in its last, one after another round the groups. A few wait, to come late. */
function fromFile(
  { notes, programme }: Stage,
  meeting: number,
  block: BlockItem,
  zone: ZoneItem,
  groups: readonly RehearsedGroup[],
  random: Random,
): Slot[] {
  if (!notes) return []
  const blocks = programme.blocksWith(meeting, zone.id)
  const isLast = blocks.at(-1)?.id === block.id
  const left = notes.left(meeting, zone.id)
  const late = isLast && block.grouping.groups !== 'none' && left > 3 ? 1 : 0
  const count = isLast ? left - late : blocks[0]?.id === block.id ? Math.ceil(left * FIRST_SHARE) : 0
  const tables = groups.map((group) => ({ group, people: random.shuffle(group.people) })).filter(({ people }) => people.length > 0)
  if (tables.length === 0) return []
  return Array.from({ length: count }, (_, i) => {
    const { group, people } = tables[i % tables.length] as (typeof tables)[number]
    return {
      zone,
      group,
      client: people[Math.floor(i / tables.length) % people.length] as Client,
      text: notes.take(meeting, zone.id) ?? '',
    }
  })
}
