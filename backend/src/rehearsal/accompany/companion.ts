import { createHash } from 'node:crypto'
import { backoff, NoAnswer, openLab, openOutbox, type LabClient, type Outbox, pause, type Waiting } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import type { BlockItem, GroupItem, Items, ZoneItem } from '@telaio/shared/view'
import { ballotOf } from '../ballots.ts'
import { REASONS } from '../block.ts'
import type { Client } from '../client.ts'
import type { Random } from '../random.ts'
import { THEMES, type Writer } from '../words/answers.ts'
import { type Deed, deedsOf } from './deeds.ts'

type Say = CommandInput extends infer C ? (C extends { readonly id: string } ? Omit<C, 'id'> : never) : never

/** What all of them did together. */
export interface Tally {
  sent: number
  acknowledged: number
  /** Refused by the server, by code. */
  readonly refused: Record<string, number>
  votes: number
  helps: number
  drops: number
  reveals: number
}

export interface CompanionOptions {
  readonly client: Client
  readonly lab: string
  /** Everybody who is simulated, in the order of the cast. */
  readonly cast: readonly string[]
  readonly writer: Writer
  readonly random: Random
  /** How many times real time. */
  readonly speed: number
  readonly tally: Tally
  readonly newCommandId: () => string
}

/** A simulated participant: follows the feed, and does what people do in what the facilitator has started. */
export interface Companion {
  /** Where the open meeting is, as this person sees it. */
  readonly items: () => Items | null
  readonly waiting: () => number
  readonly stop: () => void
}

const REFUSED_AS_MEANT: readonly string[] = ['nothing_to_do']

export async function startCompanion(options: CompanionOptions): Promise<Companion> {
  const { client, lab, cast, writer, speed, tally, newCommandId } = options
  const ending = new AbortController()
  const kept = new Map<string, Waiting>()
  let isDown = false
  let feed: LabClient | null = null
  let last: Items | null = null
  /** Meeting, block and its start: what the deeds are planned for. */
  let playing = ''
  let deeds: Deed[] = []
  let timer: NodeJS.Timeout | null = null

  const count = (waiting: Waiting): void => {
    if (waiting.command.type === 'contribute') tally.acknowledged += 1
  }
  const outbox: Outbox = await openOutbox({
    store: {
      all: () => Promise.resolve([]),
      put: async (one) => {
        kept.set(one.id, one)
        if (!one.refused) return
        if (!REFUSED_AS_MEANT.includes(one.refused.code)) tally.refused[one.refused.code] = (tally.refused[one.refused.code] ?? 0) + 1
      },
      delete: async (id) => void kept.delete(id),
    },
    send: async (to, command, signal) => {
      if (isDown) throw new NoAnswer()
      return (await client.ready()).send(to, command, signal)
    },
    onAnswer: count,
  })
  const send = (say: Say): void => void outbox.add(lab, { ...say, id: newCommandId() })

  function follow(): void {
    if (ending.signal.aborted || isDown) return
    void client.ready().then(
      (api) => {
        if (ending.signal.aborted || isDown) return
        const opened = openLab(api, lab)
        feed = opened
        opened.subscribe(({ items, at }) => {
          if (feed !== opened || at === '') return
          last = items
          react(items)
        })
        void opened.done.then(async (problem) => {
          // the token has run out: in again
          if (feed === opened && problem !== null && problem.status === 401) return follow()
          if (feed === opened && problem !== null) await pause(1000, ending.signal).then(follow)
        })
        outbox.wake()
      },
      () => void pause(backoff(3), ending.signal).then(follow),
    )
  }

  /** The running block of the open meeting. */
  const runningIn = (items: Items): BlockItem | null => {
    const meeting = Object.values(items.meetings).find(({ status }) => status === 'open')
    return Object.values(items.blocks).find((block) => block.meeting === meeting?.number && block.id === meeting.current) ?? null
  }
  const groupIn = ({ groups, me }: Items, { meeting, grouping }: BlockItem): GroupItem | null => {
    if (grouping.groups === 'none') return null
    const mine = me['me']?.groups ?? []
    return (
      Object.values(groups).find(
        ({ id, kind, meeting: of, moment }) =>
          mine.includes(id) &&
          (grouping.groups === 'project' ? kind === 'project' : kind === 'mixed' && of === meeting && moment === grouping.moment),
      ) ?? null
    )
  }
  const zonesIn = (items: Items, block: BlockItem): ZoneItem[] =>
    Object.values(items.zones).filter((zone) => zone.meeting === block.meeting && block.zones.includes(zone.id))

  function react(items: Items): void {
    const block = runningIn(items)
    const key = block?.run ? `${block.meeting}/${block.id}/${block.run.startedAt}` : ''
    if (key !== playing) {
      playing = key
      deeds = []
      if (block) {
        const group = groupIn(items, block)
        const others = new Set(
          Object.values(items.companions).flatMap((one) => (one.group === group?.id && !one.former ? [one.person] : [])),
        )
        const random = options.random.fork(`${block.meeting}/${block.id}`)
        const [scribe] = random.shuffle(cast.filter((person) => others.has(person)))
        deeds = deedsOf({
          block,
          zones: zonesIn(items, block),
          isScribe: scribe === client.person,
          random: random.fork(client.character.email),
        })
      }
    }
    schedule()
  }

  /** How far the running block is, from 0 on; null while it stands still. */
  function progress(items: Items): number | null {
    const run = runningIn(items)?.run
    if (!run || run.status !== 'running' || run.startedAt === null) return null
    return (speed * (Date.now() - Date.parse(run.startedAt) - run.pausedMs)) / Math.max(1, run.length + run.extended)
  }

  function schedule(): void {
    if (timer) clearTimeout(timer)
    timer = null
    const [next] = deeds
    const run = last && runningIn(last)?.run
    const now = last && progress(last)
    if (!next || !run || now === null || ending.signal.aborted) return
    const wait = ((next.at - now) * Math.max(1, run.length + run.extended)) / speed
    timer = setTimeout(
      () => {
        deeds = deeds.slice(1)
        if (last) perform(next, last)
        schedule()
      },
      Math.max(0, wait),
    )
  }

  function perform(deed: Deed, items: Items): void {
    const block = runningIn(items)
    if (deed.do === 'drop') {
      tally.drops += 1
      isDown = true
      feed?.stop()
      feed = null
      return
    }
    if (deed.do === 'return') {
      isDown = false
      return follow()
    }
    if (!block) return
    const { meeting } = block
    const group = groupIn(items, block)
    const random = options.random.fork(`${meeting}/${block.id}/${client.character.email}/${deed.do}/${deed.at}`)
    switch (deed.do) {
      case 'write': {
        const zone = zonesIn(items, block).find(({ id }) => id === deed.zone)
        if (zone) write(zone, block, group, random)
        return
      }
      case 'vote': {
        const zone = zonesIn(items, block).find(({ id }) => id === deed.zone)
        const on = zone && 'on' in zone.answer ? zone.answer.on : null
        const candidates = Object.values(items.notes).flatMap((note) =>
          note.zone === on && (note.shared || note.group === (group?.key ?? 'all')) ? [{ contribution: note.id }] : [],
        )
        const answer =
          zone &&
          ballotOf(
            zone,
            candidates.sort((a, b) => (a.contribution < b.contribution ? -1 : 1)),
            random,
          )
        if (!answer) return
        tally.votes += 1
        tally.sent += 1
        send({ type: 'contribute', meeting, zone: deed.zone, block: block.id, answer })
        return
      }
      case 'reveal': {
        const own = Object.values(items.mine).filter(
          (note) =>
            note.private &&
            note.meeting === meeting &&
            block.zones.includes(note.zone) &&
            !('dots' in note.answer || 'scores' in note.answer || 'choice' in note.answer),
        )
        const named = own.filter(({ anonymous }) => !anonymous).map(({ id }) => id)
        // together with named ones they would say whose they are
        for (const contributions of [named, ...own.filter(({ anonymous }) => anonymous).map(({ id }) => [id])]) {
          if (contributions.length === 0) continue
          tally.reveals += 1
          send({ type: 'revealNotes', meeting, contributions })
        }
        return
      }
      case 'help':
        tally.helps += 1
        return send({ type: 'askHelp', meeting, reason: random.pick(REASONS), ...(group ? { group: group.id } : {}) })
      case 'done':
        if (group) send({ type: 'markDone', meeting, block: block.id, group: group.id, done: true })
        return
      default:
    }
  }

  function write(zone: ZoneItem, block: BlockItem, group: GroupItem | null, random: Random): void {
    const { character } = client
    const place = group?.key ?? 'all'
    const theme = THEMES[(group?.kind === 'project' ? Number(group.key.slice(1)) : character.interest) % THEMES.length]
    const lane = zone.lanes && (zone.lanes.find(({ id }) => id === character.sector) ?? random.pick(zone.lanes)).id
    const answer = theme && writer.write({ random, theme, who: character, zone, ...(lane === undefined ? {} : { lane }) })
    if (!answer) return
    const key = zone.mayBeAnonymous && random.chance(0.3) ? client.takeKey() : null
    tally.sent += 1
    send({
      type: 'contribute',
      meeting: block.meeting,
      zone: zone.id,
      block: block.id,
      group: place,
      answer,
      ...(lane === undefined ? {} : { lane }),
      ...(key === null ? { writtenAt: new Date().toISOString() } : { anonymous: createHash('sha256').update(key).digest('base64url') }),
    })
  }

  follow()
  return {
    items: () => last,
    waiting: () => outbox.waiting().filter(({ refused }) => !refused).length,
    stop: () => {
      ending.abort()
      if (timer) clearTimeout(timer)
      feed?.stop()
      outbox.stop()
    },
  }
}
