import type { Bilingual } from '../../words/bilingual.ts'
import { type Block, type KitMeeting, minutesOf, type Zone } from '../kit.ts'
import type { PlanKit } from './plan-kit.ts'

/**
 * What a good facilitator would say of a plan. Where `must` is true, the plan cannot be saved as it is; the rest is advice that its author may know better than.
 */
export interface PlanWarning {
  readonly code: WarningCode
  readonly must: boolean
  /** Block and zone it is about, where it is about one. */
  readonly block: string | null
  readonly zone: string | null
  readonly facts: Readonly<Record<string, number | string>>
}

export type WarningCode =
  | 'over-run'
  | 'under-run'
  | 'no-break'
  | 'plenary-long'
  | 'framing-long'
  | 'mixed-last'
  | 'no-check-in'
  | 'no-check-out'
  | 'no-silent-work'
  | 'rooms-often'
  | 'group-large'
  | 'zone-crowded'
  | 'nothing-written'
  | 'leads-nowhere'
  | 'zone-unwritten'
  | 'prompt-missing'
  | 'translation-missing'

/** Thresholds, in minutes unless said otherwise. They are habits of facilitators, not laws. */
export const LIMITS = {
  /** People sit still no longer than this. */
  withoutBreak: 90,
  framing: 20,
  /** Groups newly mixed this near to the end have no time to come back with what they found. */
  mixedBeforeEnd: 10,
  /** A beginning or an end together is short. */
  opening: 20,
  /** Under this a meeting needs no check-in of its own. */
  shortMeeting: 45,
  /** Times that rooms are opened in one meeting. */
  roomsOpened: 3,
  /** What each opening and closing of rooms costs. */
  roomMove: 3,
  /** For each person of a group, in one stay together. */
  aPerson: 2,
  /** For one note of a person's: to think of it and write it alone; with others, to read it to them too. */
  aNoteAlone: 1,
  aNote: 2,
  /** People in a group that is made for one moment, where nobody says how many. */
  usualGroup: 5,
} as const

type Say = (
  code: WarningCode,
  about?: { block?: string | null; zone?: string | null; must?: boolean },
  facts?: PlanWarning['facts'],
) => void

const isGroupWork = ({ kind }: Block): boolean => kind === 'project-groups' || kind === 'mixed-groups'
const sum = (blocks: readonly Block[]): number => blocks.reduce((all, { minutes }) => all + minutes, 0)

/** Words by which a prompt itself asks for work alone, in a block that is no block of its own for it. */
const ALONE = /silenzi|da sol[aoei]|ognun[oa] (scriv|pens|annot)|ciascun[oa] (scriv|pens|annot)|silen(t|ce)|alone|by yourself|on your own/i
const asksForSilence = ({ kind, writing, prompt, steps }: Block): boolean =>
  kind === 'individual' ||
  writing === 'private-first' ||
  [...(prompt ? [prompt] : []), ...steps].some(({ it, en }) => ALONE.test(it) || ALONE.test(en))

function aboutTime(kit: PlanKit, { agenda, ...meeting }: KitMeeting, say: Say): void {
  const due = minutesOf(kit, meeting)
  const planned = sum(agenda)
  if (planned > due) say('over-run', {}, { minutes: planned - due, due })
  if (planned < due) say('under-run', {}, { minutes: due - planned, due })
  let sitting = 0
  let first: Block | null = null
  const end = () => {
    if (first && sitting > LIMITS.withoutBreak) say('no-break', { block: first.id }, { minutes: sitting, most: LIMITS.withoutBreak })
    sitting = 0
    first = null
  }
  for (const block of agenda) {
    if (block.kind === 'break') end()
    else {
      first ??= block
      sitting += block.minutes
    }
  }
  end()
  for (const { id, kind, minutes } of agenda)
    if (kind === 'framing' && minutes > LIMITS.framing) say('framing-long', { block: id }, { minutes, most: LIMITS.framing })
  const plenary = sum(agenda.filter(({ kind }) => kind === 'plenary'))
  const groups = sum(agenda.filter(isGroupWork))
  if (groups > 0 && plenary > groups) say('plenary-long', {}, { plenary, groups })
}

function aboutArc({ agenda }: KitMeeting, say: Say): void {
  const total = sum(agenda)
  const first = agenda[0]
  const last = agenda.at(-1)
  const together = (block: Block | undefined) => block?.kind === 'plenary' && block.minutes <= LIMITS.opening
  if (total >= LIMITS.shortMeeting) {
    if (first && !together(first)) say('no-check-in', { block: first.id })
    if (last && !together(last)) say('no-check-out', { block: last.id })
  }
  const mixed = agenda.findLastIndex(({ kind }) => kind === 'mixed-groups')
  const lastMixed = agenda[mixed]
  const after = sum(agenda.slice(mixed + 1))
  if (lastMixed && after < LIMITS.mixedBeforeEnd) say('mixed-last', { block: lastMixed.id }, { minutes: after })
  const writing = agenda.findIndex((block) => isGroupWork(block) && block.zones.length > 0)
  const written = agenda[writing]
  if (written && !agenda.slice(0, writing + 1).some(asksForSilence)) say('no-silent-work', { block: written.id })
}

/** How often people are sent to rooms: the same groups in blocks that follow each other stay where they are. */
function roomsOpened(agenda: readonly Block[]): number {
  const inRooms = agenda.map((block) => (block.rooms ? JSON.stringify(block.grouping) : null))
  return inRooms.filter((now, i) => now !== null && now !== inRooms[i - 1]).length
}

function aboutGroups(kit: PlanKit, meeting: KitMeeting, say: Say): void {
  const { agenda, canvas } = meeting
  const opened = roomsOpened(agenda)
  if (opened > LIMITS.roomsOpened) say('rooms-often', {}, { times: opened, minutes: opened * LIMITS.roomMove })
  const { people, projectGroups } = kit.assumes
  const projectSize = projectGroups > 0 ? Math.ceil(people / projectGroups) : LIMITS.usualGroup
  const sizeOf = ({ grouping }: Block): number | null => {
    if (grouping.groups === 'none') return null
    return grouping.groups === 'project' ? projectSize : (grouping.size ?? LIMITS.usualGroup)
  }
  for (const block of agenda) {
    const size = sizeOf(block)
    if (size !== null && isGroupWork(block) && block.minutes < size * LIMITS.aPerson)
      say('group-large', { block: block.id }, { size, minutes: block.minutes })
  }
  // notes of a zone may come in several blocks: their minutes count together, shared by the zones that are written in them
  const room = new Map<string, number>()
  for (const block of agenda) {
    const open = canvas.zones.filter(({ id, answer }) => block.zones.includes(id) && !('on' in answer))
    const expected = open.reduce((all, zone) => all + zone.expected, 0)
    const alone = block.kind === 'individual' || block.writing === 'private-first'
    const notes = (block.minutes * (sizeOf(block) ?? people)) / (alone ? LIMITS.aNoteAlone : LIMITS.aNote)
    for (const zone of open) room.set(zone.id, (room.get(zone.id) ?? 0) + notes * (zone.expected / expected))
  }
  for (const { id, answer, expected } of canvas.zones) {
    const fits = room.get(id)
    if (fits !== undefined && !('on' in answer) && expected > fits)
      say('zone-crowded', { zone: id, ...blockOf(agenda, id) }, { expected, fits: Math.floor(fits) })
  }
}

const blockOf = (agenda: readonly Block[], zone: string): { block?: string } => {
  const found = agenda.find(({ zones }) => zones.includes(zone))
  return found ? { block: found.id } : {}
}

/** True where what is written in a zone comes out somewhere: a block of the final canvas that is there, a zone of a later meeting, a collection or document. */
function leadsSomewhere(kit: PlanKit, meeting: KitMeeting, zone: Zone): boolean {
  const later = [meeting, ...kit.meetings.filter(({ number }) => number > meeting.number)]
  return zone.leadsTo.some((lead) => {
    if (lead.to === 'block') return kit.finalCanvas.blocks.some(({ id }) => id === lead.block)
    if (lead.to === 'zone') return lead.zone !== zone.id && later.some(({ canvas }) => canvas.zones.some(({ id }) => id === lead.zone))
    return true
  })
}

function aboutResults(kit: PlanKit, meeting: KitMeeting, say: Say): void {
  const { agenda, canvas } = meeting
  for (const zone of canvas.zones) {
    if (!agenda.some(({ zones }) => zones.includes(zone.id))) say('zone-unwritten', { zone: zone.id, must: true })
    if (!leadsSomewhere(kit, meeting, zone)) say('leads-nowhere', { zone: zone.id, ...blockOf(agenda, zone.id) })
  }
  for (const block of agenda) {
    if (block.prompt && block.zones.length === 0 && (isGroupWork(block) || block.kind === 'individual'))
      say('nothing-written', { block: block.id })
    if (block.zones.length > 0 && (!block.prompt || isUnwritten(block.prompt))) say('prompt-missing', { block: block.id, must: true })
  }
}

/** True where a text stands empty in both languages: it is left out when the plan is saved. */
const isUnwritten = ({ it, en }: Bilingual): boolean => it.trim() === '' && en.trim() === ''

/** Texts of a block by the name of their field, steps by their number: `steps.0`. */
const textsOf = (block: Block): [field: string, text: Bilingual][] => [
  ['title', block.title],
  ...[
    ...(block.prompt ? [['prompt', block.prompt] as [string, Bilingual]] : []),
    ...block.steps.map((step, i): [string, Bilingual] => [`steps.${i}`, step]),
    ...(block.example ? [['example', block.example] as [string, Bilingual]] : []),
  ].filter(([, text]) => !isUnwritten(text)),
]

function aboutWords({ agenda, title, purpose }: KitMeeting, say: Say): void {
  const check = (field: string, text: Bilingual, block?: string) => {
    for (const language of ['it', 'en'] as const)
      if (text[language].trim() === '')
        say('translation-missing', { must: true, ...(block === undefined ? {} : { block }) }, { field, language })
  }
  check('meeting-title', title)
  check('purpose', purpose)
  for (const block of agenda) for (const [field, text] of textsOf(block)) check(field, text, block.id)
}

/** All there is to say of a meeting's plan: first what keeps it from being saved, then advice in the order of the subjects. `meeting` need not be the kit's own copy. */
export function warnings(kit: PlanKit, meeting: KitMeeting): PlanWarning[] {
  const list: PlanWarning[] = []
  const say: Say = (code, { block = null, zone = null, must = false } = {}, facts = {}) => list.push({ code, must, block, zone, facts })
  aboutWords(meeting, say)
  aboutResults(kit, meeting, say)
  aboutTime(kit, meeting, say)
  aboutArc(meeting, say)
  aboutGroups(kit, meeting, say)
  return list.toSorted((a, b) => Number(b.must) - Number(a.must))
}
