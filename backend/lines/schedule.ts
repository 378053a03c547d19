import { pause } from '@telaio/shared/client'
import { seeded } from '@telaio/shared/testing'
import { boardItems } from '../src/miro/testing/board-items.ts'
import { type House, LAG_MS, openHouse } from './house.ts'
import { faultsOf, type Remembered } from './ledger.ts'
import { badLine, type Met, type Weather } from './line.ts'
import { openTab, type Tab } from './tab.ts'

const PEOPLE = 5
const ACTS = 70
/** Longest pause between two of them, in ms. */
const PACE_MS = 60
const ZONE = 'C1.2'
/** Longest wait for calm, in ms. */
const REST_MS = 120_000

export interface Schedule {
  readonly seed: number
  /** Notes that their authors saw as kept. */
  readonly notes: number
  readonly late: number
  readonly kills: number
  readonly reloads: number
  readonly invites: number
  /** What messages met, app to server and back. */
  readonly met: Met
  /** Faults that requests met between server and board, by kind. */
  readonly atBoard: number
  readonly boardTwice: number
  readonly doubles: number
  readonly seconds: number
  readonly faults: readonly string[]
}

const pick = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]

/** A meeting in bad weather, from its opening to the calm after it. The same seed does the same; real time decides what falls together. */
export async function runSchedule(seed: number): Promise<Schedule> {
  const began = Date.now()
  const random = seeded(seed)
  const dice = seeded(seed + 1_000_003)
  const state = { isCalm: false }
  const chance = (p: number, ms: number) => (): number | null => (state.isCalm || dice() >= p ? null : dice() * ms)
  const mayDouble = seed % 3 === 0
  const house = await openHouse({ giveUpFor: chance(0.08, 60), doubleAfter: chance(mayDouble ? 0.1 : 0, 60), people: PEOPLE })
  const met: Met = { lostBefore: 0, lostAfter: 0, twice: 0, broken: 0, cuts: 0, moves: 0 }
  const notes: Remembered[] = []
  const faults: string[] = []
  const counts = { reloads: 0, invites: 0 }
  const weather: Weather = {
    lostBefore: random() * 0.2,
    lostAfter: random() * 0.2,
    twice: random() * 0.25,
    delayMs: 5 + random() * 40,
    breaks: random() * 0.08,
  }
  let tabs: Tab[] = []
  let views: (readonly [Tab, Awaited<ReturnType<ReturnType<House['fresh']>['view']>>['items']])[] = []
  try {
    house.sandbox.faults.byChance({
      seed,
      unreachable: 0.04,
      serverError: 0.04,
      serverErrorAfter: 0.05,
      lost: 0.06,
      late: 0.1,
      lateMs: 100,
    })
    tabs = await Promise.all(
      house.people.map((person, n) =>
        openTab({
          base: house.url,
          lab: house.lab,
          person,
          invite: () => house.inviteOf(person),
          line: badLine(seeded(seed * 31 + n), weather, met),
          random: seeded(seed * 37 + n),
        }),
      ),
    )
    // the weather is there from the first sign-in on
    for (const end = Date.now() + REST_MS; tabs.some((tab) => tab.at() === '') && Date.now() < end; ) await pause(10)
    await storm(house, tabs, random, notes, counts)
    state.isCalm = true
    for (const { line } of tabs) line.calm()
    house.sandbox.faults.set({ chances: null })
    await house.up()
    await calm(house, tabs)
    if (random() < 0.5) await house.say({ type: 'revealNotes', meeting: 1, zone: ZONE })
    await house.rest()
    await pause(2 * LAG_MS)
    await house.say({ type: 'harvestBoard', board: house.sandbox.boardId })
    await house.rest()
    await calm(house, tabs)
    views = await Promise.all(tabs.map(async (tab) => [tab, await freshView(house, tab)] as const))
    faults.push(
      ...faultsOf(notes, {
        lab: await house.head(),
        events: await house.events(),
        items: await boardItems(house.sandbox),
        asked: house.asked,
        views,
        mayDouble,
      }),
      ...house.log.map((line) => `the server says: ${line}`),
    )
    for (const tab of tabs) {
      const { error, most } = await tab.measureClock()
      if (error > most) faults.push(`a clock is ${error} ms off where ${most} ms are possible`)
    }
  } catch (error) {
    faults.push(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`)
  }
  const lab = await house.head()
  const { requests } = house.sandbox
  await Promise.all(tabs.map((tab) => tab.close()))
  const schedule: Schedule = {
    seed,
    notes: notes.filter(({ kept }) => kept).length,
    late: [...lab.contributions.values()].filter((one) => one.late).length,
    kills: house.kills(),
    ...counts,
    met,
    atBoard: requests.filter(({ fault, status }) => fault !== null || status === 429).length + house.gateway.count(),
    boardTwice: house.gateway.doubled(),
    doubles: lab.doubles.size,
    seconds: (Date.now() - began) / 1000,
    faults,
  }
  await house.close()
  return schedule
}

/** People write, correct, take back, show; the facilitator goes on; lines, tabs and the server come and go. */
async function storm(
  house: House,
  tabs: readonly Tab[],
  random: () => number,
  notes: Remembered[],
  counts: { reloads: number; invites: number },
): Promise<void> {
  const conduct: Promise<void>[] = []
  const programme = new Map<number, () => Promise<void>>([
    [0, () => house.say({ type: 'startBlock', meeting: 1, block: 'silent' })],
    [25, () => house.say({ type: 'startBlock', meeting: 1, block: 'mixed' })],
    [50, () => house.say({ type: 'startBlock', meeting: 1, block: 'vote' })],
    [60, () => house.say({ type: 'closeMeeting', meeting: 1 })],
  ])
  const asleep = new Set<Tab>()
  const soon: Promise<void>[] = []
  // one of them is cut off for half of the meeting: ten minutes of twenty
  const unlucky = pick(random, tabs)
  const from = Math.floor(random() * ACTS * 0.4)
  for (let n = 0; n < ACTS; n++) {
    const step = programme.get(n)
    if (step) conduct.push((conduct.at(-1) ?? Promise.resolve()).then(step))
    if (n === from && unlucky) unlucky.line.cut(ACTS * 0.25 * PACE_MS)
    const tab = pick(random, tabs)
    if (!tab) return
    const deed = random()
    if (deed < 0.05) {
      counts.reloads += 1
      soon.push(tab.reload())
    } else if (deed < 0.1) {
      tab.line.move()
      // the page notices a little later
      soon.push(pause(random() * 40).then(() => tab.lineChanged()))
    } else if (deed < 0.14) tab.line.cut(20 + random() * 150)
    else if (deed < 0.17 && !asleep.has(tab)) {
      // the lid is closed: nothing passes, and what was open is dead when it opens
      asleep.add(tab)
      const ms = 100 + random() * 300
      tab.line.cut(ms)
      tab.line.move()
      soon.push(
        pause(ms).then(() => {
          asleep.delete(tab)
          tab.lineChanged()
        }),
      )
    } else if (deed < 0.2) house.kill(random() * 120)
    else if (deed < 0.21) {
      counts.invites += 1
      soon.push(house.invite(tab.person))
    } else work(tab, random, notes, n)
    await pause(random() * PACE_MS)
  }
  await Promise.all([...conduct, ...soon])
}

/** One thing that somebody does in their panel, with the line as it is. */
function work(tab: Tab, random: () => number, notes: Remembered[], n: number): void {
  const writing = tab.writing()
  const me = tab.items()
  const block = currentBlock(tab, notes)
  if (!writing || block === null) return
  const mine = Object.values(me.mine)
  const deed = random()
  if (deed < 0.68) {
    const place = { meeting: 1, group: groupOf(tab), zone: ZONE }
    if (place.group === null) return
    const anonymous = random() < 0.2
    const text = `Nota ${n} di ${tab.person.slice(-4)} & <b> «è»`
    const note: Remembered = {
      text,
      tab,
      place: { ...place, group: place.group },
      block,
      anonymous,
      kept: false,
      says: text,
      withdrawn: false,
    }
    notes.push(note)
    void writing
      .write({
        place: note.place,
        block,
        answer: { type: 'cards', text },
        anonymous,
        ...(random() < 0.3 ? { private: random() < 0.5 } : {}),
      })
      .then((kept) => {
        if (kept === 'kept') note.kept = true
        else notes.splice(notes.indexOf(note), 1)
      })
    return
  }
  const item = pick(random, mine)
  const note = item && notes.find((one) => one.tab === tab && 'text' in item.answer && one.says === item.answer.text)
  // what is being corrected or taken back is not touched again before the view shows it
  if (
    !item ||
    !note ||
    note.withdrawn ||
    writing.pending.value.waiting.some(({ command }) => 'contribution' in command && command.contribution === item.id)
  )
    return
  if (deed < 0.8) {
    const says = `Corretta ${n} di ${tab.person.slice(-4)} “ok”`
    note.says = says
    void writing.send({ type: 'editContribution', contribution: item.id, answer: { type: 'cards', text: says } })
  } else if (deed < 0.86) {
    note.withdrawn = true
    void writing.send({ type: 'withdrawContribution', contribution: item.id })
  } else if (item.private) void writing.send({ type: 'revealNotes', meeting: 1, contributions: [item.id] })
  else void writing.send({ type: 'markDone', meeting: 1, block: 'mixed', group: `m1/${groupOf(tab) ?? ''}`, done: random() < 0.5 })
}

/** Where this person's notes stand, as their view says it. */
function groupOf(tab: Tab): string | null {
  const mine = tab.items().me?.['me']?.groups.find((id) => id.startsWith('m1/'))
  return mine?.split('/')[1] ?? null
}

/** The moment that the panel shows, where the zone is written in it; else the last one in which this person wrote. */
function currentBlock(tab: Tab, notes: readonly Remembered[]): string | null {
  const current = Object.values(tab.items().meetings ?? {}).find(({ number }) => number === 1)?.current
  if (current === 'silent' || current === 'mixed') return current
  return notes.findLast((note) => note.tab === tab)?.block ?? null
}

async function freshView(house: House, tab: Tab) {
  const api = house.fresh(null)
  const { token } = await api.signInInvite(house.inviteOf(tab.person))
  const keys = tab.writing()?.editKeys() ?? []
  return (await house.fresh(token, keys).view(house.lab)).items
}

/** Until every outbox is empty and every view is at the newest event. */
async function calm(house: House, tabs: readonly Tab[]): Promise<void> {
  const end = Date.now() + REST_MS
  for (;;) {
    const { seq } = await house.head()
    const left = tabs.filter((tab) => {
      const waiting = tab.writing()?.pending.value.waiting
      return waiting === undefined || waiting.some(({ refused }) => !refused) || Number(tab.at().split('-')[1] ?? 0) < seq
    })
    if (left.length === 0) return
    if (Date.now() > end)
      throw new Error(
        `no calm: ${left.map((tab) => `${tab.person} at ${tab.at()} of ${seq}, ${tab.writing()?.pending.value.waiting.length} waiting`).join('; ')}`,
      )
    await pause(20)
  }
}

/** Many, a few at a time: most of a schedule is waiting. */
export async function runSchedules(
  seed: number,
  runs: number,
  onRun: (run: Schedule) => void = () => undefined,
  together = 4,
): Promise<Schedule[]> {
  const done: Schedule[] = []
  const seeds = Array.from({ length: runs }, (_, at) => seed + at).values()
  const next = async (): Promise<void> => {
    for (const one of seeds) {
      const run = await runSchedule(one)
      done.push(run)
      onRun(run)
    }
  }
  await Promise.all(Array.from({ length: together }, next))
  return done.toSorted((a, b) => a.seed - b.seed)
}
