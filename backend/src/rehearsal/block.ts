import { FEWEST_BALLOTS, isBallot, isShared } from '@telaio/shared/lab'
import type { BlockItem } from '@telaio/shared/view'
import { ballotTasks } from './ballots.ts'
import type { Client } from './client.ts'
import { nameOfGroup } from './groups.ts'
import type { Written } from './line.ts'
import { slotsOf } from './slots.ts'
import { perform, type RehearsedGroup, type Session, type Stage, type Task } from './stage.ts'
import { THEMES } from './words/answers.ts'
import { editNote, writingTasks } from './writing.ts'

const MINUTE = 60_000
/** How often a group asks for help, somebody writes in the wrong place, a shared answer is corrected by another hand. */
const HELP = 0.2
const SLIP = 0.35
const CORRECTION = 0.3

/** Why a group calls. */
export const REASONS = [
  'Non abbiamo capito che cosa scrivere qui.',
  'Siamo in due: possiamo unirci a un altro gruppo?',
  'Non si sente bene, puoi passare?',
  'Non siamo d’accordo sulla domanda.',
  '',
]
const SLIPS = ['prova', 'scusate, campo sbagliato', 'ignorate questa', 'test test']

/** Lets a block happen: people write, reveal, correct; groups ask for help and finish. Gives how much longer than planned it took, in ms. */
export async function runBlock(
  stage: Stage,
  session: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  start: number,
): Promise<number> {
  const { random, number } = session
  const length = block.minutes * MINUTE
  const window = { from: 0.05 * length, to: 0.62 * length }
  if (block.kind === 'plenary') await sharePlenary(stage, session, start)
  if (block.zones.length === 0) return 0

  const extra = await playWithTheClock(stage, session, block, start)
  const asked = await askForHelp(stage, session, block, groups, start)
  const tasks = [
    ...writingTasks(stage, slotsOf(stage, number, block, groups, random), { meeting: number, block, ...window }, random),
    ...ballotTasks(stage, number, block, session.present, window, random),
    ...slipTasks(stage, session, block, groups, window),
    ...nameTasks(stage, session, block, groups, window),
  ]
  await perform(stage, start, tasks)
  await perform(stage, start, revealTasks(stage, session, { from: 0.66 * length, to: 0.76 * length }))
  await revealTheRest(stage, session, block, start + 0.78 * length)
  await perform(stage, start, correctionTasks(stage, session, block, groups, { from: 0.8 * length, to: 0.9 * length }))
  await perform(stage, start, doneTasks(stage, session, block, groups, asked, { from: 0.91 * length, to: 0.98 * length }))
  return extra
}

/** In plenary a facilitator shows everybody what was written so far. */
async function sharePlenary({ line, place, facilitators, organiser }: Stage, { number }: Session, start: number): Promise<void> {
  const shown = line.written.filter((one) => one.meeting === number && !one.isPrivate && !one.isShared && !one.isWithdrawn)
  if (shown.length === 0) return
  await place.clock.reach(start + MINUTE / 2)
  if (await line.send(facilitators[0] ?? organiser, { id: place.commandId(), type: 'shareNotes', meeting: number }))
    for (const one of shown) one.isShared = true
}

/** The longest stretch of work is stopped for a word, and made longer. */
async function playWithTheClock(
  { line, place, programme, facilitators, organiser }: Stage,
  { number }: Session,
  block: BlockItem,
  start: number,
): Promise<number> {
  const agenda = (programme.meetings.find((one) => one.number === number)?.agenda ?? [])
    .map((id) => programme.blockOf(number, id))
    .filter(({ zones }) => zones.length > 0)
  const longest = agenda.reduce<BlockItem | undefined>((best, one) => (!best || one.minutes > best.minutes ? one : best), undefined)
  if (longest?.id !== block.id) return 0
  const conductor = facilitators[0] ?? organiser
  await place.clock.reach(start + MINUTE)
  await line.send(conductor, { id: place.commandId(), type: 'pauseBlock', meeting: number })
  await place.clock.reach(start + 2 * MINUTE)
  await line.send(conductor, { id: place.commandId(), type: 'resumeBlock', meeting: number })
  await line.send(conductor, { id: place.commandId(), type: 'extendBlock', meeting: number, minutes: 4 })
  return 5 * MINUTE
}

/** Calls for help by group, answered by a facilitator. */
async function askForHelp(
  { line, place, facilitators }: Stage,
  { number, random }: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  start: number,
): Promise<Map<string, string>> {
  const asked = new Map<string, string>()
  const helper = facilitators.at(-1)
  if (!block.rooms || !helper) return asked
  for (const group of groups) {
    if (group.people.length === 0 || !random.chance(HELP)) continue
    await place.clock.reach(start + 2 * MINUTE)
    const answer = await line.send(random.pick(group.people), {
      id: place.commandId(),
      type: 'askHelp',
      meeting: number,
      group: group.id,
      reason: random.pick(REASONS),
    })
    if (!answer) continue
    await place.clock.reach(start + 3 * MINUTE)
    const help = String(answer['help'])
    if (await line.send(helper, { id: place.commandId(), type: 'answerHelp', help })) asked.set(group.id, help)
  }
  return asked
}

/** Somebody writes in the wrong place and takes it back; a facilitator may have hidden it for a moment. */
function slipTasks(
  stage: Stage,
  { number, random }: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  { from, to }: { from: number; to: number },
): Task[] {
  const { line, place, programme, facilitators } = stage
  const zone = block.zones.map((id) => programme.zoneOf(number, id)).find(({ answer }) => answer.type === 'cards')
  const table = groups.find(({ people }) => people.length > 0)
  if (!zone || !table || !random.chance(SLIP)) return []
  const client = random.pick(table.people)
  const hider = block.writing === 'open' && random.chance(0.5) ? facilitators.at(-1) : undefined
  const [write, hide, show, withdraw] = [place.commandId(), place.commandId(), place.commandId(), place.commandId()]
  const text = random.pick(SLIPS)
  const run = async (): Promise<void> => {
    const slip = await line.contribute(
      client,
      {
        id: write,
        type: 'contribute',
        meeting: number,
        zone: zone.id,
        answer: { type: 'cards', text },
        private: block.writing === 'private-first',
      },
      { group: table.key, block: block.id, isPrivate: block.writing === 'private-first' },
    )
    if (!slip) return
    const { contribution } = slip
    if (hider) {
      await line.send(hider, { id: hide, type: 'hideContribution', contribution })
      await line.send(hider, { id: show, type: 'unhideContribution', contribution })
    }
    slip.isWithdrawn = (await line.send(client, { id: withdraw, type: 'withdrawContribution', contribution })) !== null
  }
  return [{ at: from + random.next() * (to - from), client, run }]
}

/** The first time a project group writes together it gives itself a name. */
function nameTasks(
  stage: Stage,
  { random }: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  { from, to }: { from: number; to: number },
): Task[] {
  if (block.grouping.groups !== 'project' || !stage.line.written.every(({ group }) => !group.startsWith('g'))) return []
  return groups.flatMap((group) => {
    const known = stage.projectGroups.find(({ id }) => id === group.id)
    if (!known || group.people.length === 0) return []
    const client = random.pick(group.people)
    const id = stage.place.commandId()
    return [
      {
        at: from + random.next() * (to - from),
        client,
        run: async () =>
          void (await stage.line.send(client, { id, type: 'renameGroup', group: group.id, name: nameOfGroup(stage, known) })),
      },
    ]
  })
}

const isBallotZone = ({ programme }: Stage, { meeting, zone }: Written): boolean => isBallot(programme.zoneOf(meeting, zone).answer.type)

/** Most people show their own notes when they are done; anonymous ones apart, since one list would say whose they are. */
function revealTasks(stage: Stage, { number, random }: Session, { from, to }: { from: number; to: number }): Task[] {
  const { line, place } = stage
  const own = new Map<Client, Written[]>()
  for (const one of line.written) {
    if (one.meeting !== number || !one.isPrivate || one.isWithdrawn || isBallotZone(stage, one)) continue
    const list = own.get(one.client)
    if (list) list.push(one)
    else own.set(one.client, [one])
  }
  return [...own].flatMap(([client, notes]) => {
    if (!random.chance(0.65)) return []
    const at = from + random.next() * (to - from)
    const lists = [notes.filter(({ anonymous }) => !anonymous), ...notes.filter(({ anonymous }) => anonymous).map((one) => [one])]
    return lists
      .filter((list) => list.length > 0)
      .map((list) => {
        const id = place.commandId()
        const run = async (): Promise<void> => {
          const done = await line.send(client, {
            id,
            type: 'revealNotes',
            meeting: number,
            contributions: list.map(({ contribution }) => contribution),
          })
          if (done) for (const one of list) one.isPrivate = false
        }
        return { at, client, run }
      })
  })
}

/** A facilitator shows what is still unseen in the block's zones; of votes and consents, the count. */
async function revealTheRest(stage: Stage, { number }: Session, { zones }: BlockItem, moment: number): Promise<void> {
  const { line, place, facilitators, organiser } = stage
  await place.clock.reach(moment)
  for (const zone of zones) {
    const unseen = line.written.filter((one) => one.meeting === number && one.zone === zone && one.isPrivate && !one.isWithdrawn)
    if (unseen.length === 0) continue
    // a count that would say who chose what is not shown
    const ballots = new Set(unseen.filter(({ answer }) => isBallot(answer.type)).map(({ contribution }) => contribution))
    if (ballots.size > 0 && ballots.size < FEWEST_BALLOTS) continue
    if (await line.send(facilitators.at(-1) ?? organiser, { id: place.commandId(), type: 'revealNotes', meeting: number, zone }))
      for (const one of unseen) one.isPrivate = false
  }
}

/** What belongs to the group is put better by another of its people. */
function correctionTasks(
  stage: Stage,
  { number, random }: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  { from, to }: { from: number; to: number },
): Task[] {
  const theirs = stage.line.written.filter(
    (one) => one.meeting === number && one.block === block.id && !one.isPrivate && !one.isWithdrawn && isShared(one.answer.type),
  )
  return theirs.flatMap((one) => {
    const group = groups.find(({ key }) => key === one.group)
    const others = (group?.people ?? []).filter((client) => client !== one.client)
    if (others.length === 0 || !random.chance(CORRECTION)) return []
    const client = random.pick(others)
    const zone = stage.programme.zoneOf(number, one.zone)
    const theme = stage.projectGroups.find(({ key }) => key === one.group)?.theme ?? THEMES[client.character.interest % THEMES.length]
    const answer = theme && stage.writer.write({ random, theme, who: client.character, zone })
    const id = stage.place.commandId()
    return answer ? [{ at: from + random.next() * (to - from), client, run: () => editNote(stage, one, answer, id, client) }] : []
  })
}

/** Groups say that they have finished, and that they need no more help. */
function doneTasks(
  { line, place }: Stage,
  { number, random }: Session,
  block: BlockItem,
  groups: readonly RehearsedGroup[],
  asked: ReadonlyMap<string, string>,
  { from, to }: { from: number; to: number },
): Task[] {
  if (!block.rooms) return []
  return groups.flatMap((group) => {
    if (group.people.length === 0 || group.key === 'all') return []
    const client = random.pick(group.people)
    const help = asked.get(group.id)
    const [done, close] = [place.commandId(), place.commandId()]
    const run = async (): Promise<void> => {
      await line.send(client, { id: done, type: 'markDone', meeting: number, block: block.id, group: group.id, done: true })
      if (help !== undefined) await line.send(client, { id: close, type: 'closeHelp', help })
    }
    return [{ at: from + random.next() * (to - from), client, run }]
  })
}
