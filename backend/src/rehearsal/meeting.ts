import type { Client } from './client.ts'
import { compareWatchers, openWatchers, renewWatchers } from './feeds.ts'
import { formMixedGroups, formProjectGroups, groupsIn, joinMixedGroup } from './groups.ts'
import { runBlock } from './block.ts'
import { lateTasks } from './late.ts'
import type { Random } from './random.ts'
import { perform, type Session, type Stage } from './stage.ts'

const MINUTE = 60_000
/** One in so many is away from a meeting. */
const AWAY = 0.08
/** After so many blocks somebody is late with a note. */
const LATE = 0.4

/** Holds one meeting, from its opening to its late notes. `onBlock` is told of each block. */
export async function holdMeeting(stage: Stage, number: number, onBlock: (title: string) => void): Promise<void> {
  const { place, programme, line, organiser, facilitators, observers, participants } = stage
  const random = stage.random.fork(`meeting ${number}`)
  const { present, away } = whoComes(participants, random)
  const session: Session = { number, random, present, away, mixed: new Map() }
  const conductor = facilitators[0] ?? organiser
  let moment = stage.beginningOf(number)
  place.clock.leap(moment - 10 * MINUTE)
  await arrive(stage, session, moment - 10 * MINUTE)

  await place.clock.reach(moment)
  await line.send(conductor, { id: place.commandId(), type: 'openMeeting', meeting: number })
  const watchers = await openWatchers(stage.lab, viewers(organiser, facilitators, observers, present))
  const { agenda } = programme.meetings.find((one) => one.number === number) ?? { agenda: [] }
  // somebody who is away at first comes in after the first third
  const arrival = away.length > 1 ? Math.floor(agenda.length / 3) : -1
  for (const [i, id] of agenda.entries()) {
    const block = programme.blockOf(number, id)
    onBlock(block.title.it)
    await place.clock.reach(moment)
    await renewWatchers(watchers, (block.minutes + 30) * MINUTE)
    if (i === arrival) await comeLate(stage, session, conductor)
    await formGroups(stage, session, conductor, id)
    await line.send(
      conductor,
      i === 0
        ? { id: place.commandId(), type: 'startBlock', meeting: number, block: id }
        : { id: place.commandId(), type: 'nextBlock', meeting: number },
    )
    const before = agenda[i - 1]
    if (before !== undefined && random.chance(LATE))
      await perform(
        stage,
        moment,
        lateTasks(stage, session, [programme.blockOf(number, before)], false, { from: MINUTE / 6, to: MINUTE / 2 }),
      )
    const groups = groupsIn(stage, block, session.mixed, session.present)
    moment += block.minutes * MINUTE + (await runBlock(stage, session, block, groups, moment))
  }
  await place.clock.reach(moment)
  await line.send(conductor, { id: place.commandId(), type: 'closeMeeting', meeting: number })
  await afterwards(stage, session, moment)
  line.problems.push(...(await compareWatchers(stage.lab, watchers)))
}

function whoComes(participants: readonly Client[], random: Random): { present: Client[]; away: Client[] } {
  const away = participants.filter(() => random.chance(AWAY))
  // a meeting of nobody is none
  const staying = away.length < participants.length ? away : away.slice(1)
  return { present: participants.filter((one) => !staying.includes(one)), away: staying }
}

/** Everybody who comes signs in; whoever is here for the first time says what their name may be used for. */
async function arrive(stage: Stage, { random, present }: Session, moment: number): Promise<void> {
  const { line, place, facilitators, observers, greeted } = stage
  const tasks = [...facilitators, ...observers, ...present].map((client) => {
    const id = place.commandId()
    const { consents, role } = client.character
    const isNew = role === 'participant' && !greeted.has(client)
    greeted.add(client)
    return {
      at: random.next() * 9 * MINUTE,
      client,
      run: async () => {
        await client.ready()
        if (isNew) await line.send(client, { id, type: 'setConsents', consents })
      },
    }
  })
  await perform(stage, moment, tasks)
}

const viewers = (
  organiser: Client,
  facilitators: readonly Client[],
  observers: readonly Client[],
  present: readonly Client[],
): (readonly [string, Client])[] => {
  const named: (readonly [string, Client | undefined])[] = [
    ['the organiser', organiser],
    ['a facilitator', facilitators[0]],
    ['the observer', observers[0]],
    ['a participant', present[0]],
    ['another participant', present[1]],
  ]
  return named.flatMap(([name, client]) => (client ? [[name, client] as const] : []))
}

async function comeLate(stage: Stage, session: Session, conductor: Client): Promise<void> {
  const late = session.away.shift()
  if (!late) return
  await late.ready()
  session.present.push(late)
  for (const groups of session.mixed.values()) await joinMixedGroup(stage, conductor, late, groups)
}

/** Groups that the block needs and that are not there yet. */
async function formGroups(stage: Stage, { number, mixed, present, random }: Session, conductor: Client, id: string): Promise<void> {
  const { grouping } = stage.programme.blockOf(number, id)
  if (grouping.groups === 'project' && stage.projectGroups.length === 0)
    await formProjectGroups(stage, conductor, stage.random.fork('project groups'))
  if (grouping.groups === 'mixed' && !mixed.has(grouping.moment))
    mixed.set(grouping.moment, await formMixedGroups(stage, conductor, number, grouping.moment, grouping.size, present, random))
}

/** What is still written once the meeting is closed: a note or two from home, and all notes of a file that have found no moment. */
async function afterwards(stage: Stage, session: Session, moment: number): Promise<void> {
  const blocks = (stage.programme.meetings.find((one) => one.number === session.number)?.agenda ?? []).map((id) =>
    stage.programme.blockOf(session.number, id),
  )
  await perform(stage, moment, lateTasks(stage, session, blocks, true, { from: 5 * MINUTE, to: 60 * MINUTE }))
}
