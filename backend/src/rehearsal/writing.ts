import { createHash } from 'node:crypto'
import { instantOf, type SentAnswer } from '@telaio/shared/lab'
import type { BlockItem } from '@telaio/shared/view'
import type { ContributeInput, Written } from './line.ts'
import type { Random } from './random.ts'
import type { Slot } from './slots.ts'
import type { Stage, Task } from './stage.ts'
import { THEMES } from './words/answers.ts'
import type { Voice } from './words/voice.ts'

/** How often what people do happens. */
const ANONYMOUS = 0.3
const PRIVATE = 0.08
const DRAFT = 0.08
const DERIVED = 0.35

export interface WritingOptions {
  readonly meeting: number
  readonly block: BlockItem
  /** Writing takes place between these moments of the block, in ms. */
  readonly from: number
  readonly to: number
  /** Written for a block that is over: shown at once, and accepted as late. */
  readonly isLate?: boolean
}

/** What each slot leads to: a note, some of them with a first version that its author corrects. */
export function writingTasks(stage: Stage, slots: readonly Slot[], options: WritingOptions, random: Random): Task[] {
  return slots.flatMap((slot) => {
    const made = contributionOf(stage, slot, options, random)
    if (!made) return []
    const { command, isPrivate } = made
    const at = options.from + random.next() * (options.to - options.from)
    const { client, group } = slot
    const place = { group: group.key, block: options.block.id, isPrivate, isLate: options.isLate ?? false }
    const draft = random.chance(DRAFT) && command.anonymous === undefined ? draftOf(command.answer) : null
    const edit = stage.place.commandId()
    const write = async (): Promise<void> => {
      const written = await stage.line.contribute(client, draft ? { ...command, answer: draft } : command, place)
      if (written && draft) await editNote(stage, written, command.answer, edit)
    }
    return [{ at, client, run: write }]
  })
}

/** Corrects a note; the account of it changes once the server has said yes. */
export async function editNote({ line }: Stage, written: Written, answer: SentAnswer, id: string, client = written.client): Promise<void> {
  const done = await line.send(client, { id, type: 'editContribution', contribution: written.contribution, answer })
  if (done) written.answer = answer
}

function contributionOf(
  stage: Stage,
  { zone, group, client, text }: Slot,
  { meeting, block, isLate }: WritingOptions,
  random: Random,
): { command: ContributeInput; isPrivate: boolean } | null {
  const { projectGroups, writer, place } = stage
  const { character } = client
  const theme =
    group.theme ?? projectGroups.find(({ people }) => people.includes(client))?.theme ?? THEMES[character.interest % THEMES.length]
  if (!theme) return null
  const lane = zone.lanes && (zone.lanes.find(({ id }) => id === character.sector) ?? random.pick(zone.lanes)).id
  const source = text === undefined && zone.from && random.chance(DERIVED) ? sourceFor(stage, zone.from, group.id, random) : undefined
  const voice: Voice = {
    random,
    theme,
    who: character,
    zone,
    ...(lane === undefined ? {} : { lane }),
    ...(source ? { source: source.text } : {}),
  }
  const answer: SentAnswer | null = text === undefined ? writer.write(voice) : { type: 'cards', text }
  if (!answer) return null
  const key = zone.mayBeAnonymous && random.chance(ANONYMOUS) ? client.takeKey() : null
  const keepsPrivate = !isLate && block.writing === 'open' && random.chance(PRIVATE)
  const privacy = isLate ? { private: false } : keepsPrivate ? { private: true } : {}
  const command: ContributeInput = {
    id: place.commandId(),
    type: 'contribute',
    meeting,
    zone: zone.id,
    answer,
    ...privacy,
    // who writes in time need not say where: the server knows. Who is late must.
    ...(isLate ? { block: block.id, group: group.key, writtenAt: instantOf(place.clock.now() - 60_000 * (1 + random.int(3))) } : {}),
    ...(lane === undefined ? {} : { lane }),
    ...(key === null ? {} : { anonymous: createHash('sha256').update(key).digest('base64url') }),
    ...(source ? { derivedFrom: source.contribution } : {}),
  }
  return { command, isPrivate: isLate ? false : keepsPrivate || block.writing === 'private-first' }
}

/** A note that its writer may read, of a zone that this one starts from. */
function sourceFor(
  { line }: Stage,
  from: readonly string[],
  group: string,
  random: Random,
): { contribution: string; text: string } | undefined {
  const readable = line.written.filter(
    (one) =>
      from.includes(one.zone) && !one.isPrivate && !one.isWithdrawn && (one.isShared || one.group === group) && one.answer.type === 'cards',
  )
  if (readable.length === 0) return undefined
  const one = random.pick(readable)
  return { contribution: one.contribution, text: one.answer.type === 'cards' ? one.answer.text : '' }
}

/** How a card looked before it was finished; null where it is too short to have been begun. */
function draftOf(answer: SentAnswer): SentAnswer | null {
  if (answer.type !== 'cards' || answer.text.length < 16) return null
  const begun = answer.text.slice(0, Math.floor(answer.text.length * 0.6)).replace(/[\uD800-\uDBFF]$/, '')
  return /\S/.test(begun) ? { type: 'cards', text: begun } : null
}
