import {
  type Actor,
  type AnyCommand,
  type Answered,
  type Commit,
  emptyLab,
  handle,
  type IdPrefix,
  instantOf,
  isAnonymousWork,
  type Lab,
  type NewEvent,
  type RegisterRow,
  type Rejection,
  removalIn,
  rowsOf,
  setApart,
  stamp,
  SYSTEM,
  withoutWords,
} from '@telaio/shared/lab'
import { pace } from '@telaio/shared/board'
import { type LabCard, type LabStore, type RegisterStore, type ServerStore, StoreError } from '@telaio/shared/ports'
import type { Scene } from '@telaio/shared/view'
import type { Kit } from '@telaio/shared/kit'
import type { Language } from '@telaio/shared/words'
import { canonical, derivedId, keyedHash, type Keys } from './keys.ts'

export interface LabsOptions {
  readonly labs: LabStore
  readonly registers: RegisterStore
  readonly server: ServerStore
  readonly keys: Keys
  readonly now: () => number
  readonly newId: (prefix: IdPrefix) => string
  /** Told after each durable commit: what feeds show. */
  readonly onCommit: (labId: string, after: Lab, redacted: boolean) => void
  readonly onDelete: (labId: string) => void
  /** Told of accounts of other platforms (keyed hashes) that conduct this lab no more. */
  readonly onUnbound?: (subjects: readonly string[]) => void
}

export interface LabRequest {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly timeZone: string
  readonly kit: Kit
  readonly account: { readonly id: string; readonly name: string; readonly email: string | null }
}

export type Outcome = { readonly ok: true; readonly answer: Answered } | { readonly ok: false; readonly rejection: Rejection }

/** The meeting number in a Zoom link (`https://zoom.us/j/84512345678?pwd=…`). */
const zoomNumberOf = (link: string | null): string | undefined => /\/(?:j|zoom|w|s)\/(\d{9,12})(?!\d)/.exec(link ?? '')?.[1]

/** Which meeting of the lab a Zoom meeting number stands for now: labs often use one recurring link for all of them. The open one, else the next. */
export function meetingOfZoomNumber(lab: Lab, number: string): number | undefined {
  const having = Object.values(lab.meetings).filter((meeting) => zoomNumberOf(meeting.zoomLink) === number)
  return (having.find(({ status }) => status === 'open') ?? having.find(({ status }) => status === 'planned') ?? having.at(-1))?.number
}

/** How far a lab's meetings are: the first still to come, the open one, how many are over. */
function meetingsOf(lab: Lab): Required<LabCard>['meetings'] {
  const all = Object.values(lab.meetings).sort((a, b) => a.number - b.number)
  const next = all.find(({ status }) => status === 'planned')
  return {
    next: next ? { meeting: next.number, date: next.date, time: next.time } : null,
    open: all.find(({ status }) => status === 'open')?.number ?? null,
    closed: all.filter(({ status }) => status === 'closed').length,
    of: all.length,
  }
}

/** What sign-in and the list of labs must know of a lab without opening its log. */
export const cardOf = (lab: Lab): LabCard => ({
  createdAt: lab.createdAt,
  archived: lab.archived,
  meetings: meetingsOf(lab),
  accounts: [...lab.people.values()]
    .flatMap((person) => (person.account && !person.erased && person.roles.length > 0 ? [person.account] : []))
    .sort(),
  zoom: [...new Set(Object.values(lab.meetings).flatMap((meeting) => zoomNumberOf(meeting.zoomLink) ?? []))].sort(),
  bound: [...lab.zoomMeetings.values()].flatMap((one) => (one.status === 'bound' ? [one.zoom] : [])),
  subjects: [...lab.subjects.entries()]
    .flatMap(([subject, id]) => {
      const person = lab.people.get(id)
      return person && !person.erased && person.roles.some((role) => role === 'facilitator' || role === 'organiser') ? [subject] : []
    })
    .sort(),
})

export type Labs = ReturnType<typeof createLabs>

/** Labs as the API uses them: commands in, durable events out, personal data set apart on the way. */
export function createLabs({ labs, registers, server, keys, now, newId, onCommit, onDelete, onUnbound }: LabsOptions) {
  /** Rows written for commands still under way, by lab: a sweep must leave them alone. */
  const underWay = new Map<string, Map<string, number>>()

  const hold = (labId: string, ids: readonly string[], by: 1 | -1): void => {
    const held = underWay.get(labId) ?? new Map<string, number>()
    for (const id of ids) held.set(id, (held.get(id) ?? 0) + by)
    for (const [id, count] of held) if (count <= 0) held.delete(id)
    if (held.size > 0) underWay.set(labId, held)
    else underWay.delete(labId)
  }

  /** Empties the register of rows that the lab no longer names. */
  async function sweep(labId: string): Promise<void> {
    const { lab } = await labs.head(labId)
    const named = rowsOf(lab)
    await registers.sweep(labId, (id) => named.has(id) || (underWay.get(labId)?.has(id) ?? false))
  }

  /** What the card that stands was made of, by lab: most commits change nothing of that. */
  const carded = new Map<string, readonly unknown[]>()

  async function keepCard(lab: Lab): Promise<void> {
    const from = [lab.createdAt, lab.archived, lab.meetings, lab.people, lab.zoomMeetings, lab.subjects]
    if (carded.get(lab.id)?.every((one, i) => one === from[i])) return
    const card = cardOf(lab)
    const { labs: cards } = await server.read()
    if (canonical(cards[lab.id]) !== canonical(card)) {
      await server.update((all) => ({ ...all, labs: { ...all.labs, [lab.id]: card } }))
      tellUnbound(cards[lab.id]?.subjects, card.subjects)
    }
    carded.set(lab.id, from)
  }

  const tellUnbound = (before: readonly string[] = [], after: readonly string[] = []): void => {
    const gone = before.filter((subject) => !after.includes(subject))
    if (gone.length > 0) onUnbound?.(gone)
  }

  async function scene(labId: string): Promise<Scene & { epoch: string }> {
    const [{ lab, epoch }, people] = await Promise.all([labs.head(labId), registers.rows(labId)])
    return { lab, epoch, people, pace }
  }

  /** Zoom meetings are bound one at a time over all labs, each seeing what the one before it bound: the card stands before the next looks. */
  let binding: Promise<unknown> = Promise.resolve()

  function perform(labId: string, command: AnyCommand, actor: Actor): Promise<Outcome> {
    if (command.type !== 'bindZoomMeeting') return performNow(labId, command, actor)
    const work = async (): Promise<Outcome> => performNow(labId, command, actor, await isBoundElsewhere(labId, command.zoom))
    const mine = binding.then(work, work)
    binding = mine.catch(() => undefined)
    return mine
  }

  /** True where a lab in work other than this one has bound the Zoom meeting: the people in it can only come into one. */
  async function isBoundElsewhere(labId: string, zoom: string): Promise<boolean> {
    const { labs: cards } = await server.read()
    return Object.entries(cards).some(([id, card]) => id !== labId && !card.archived && card.bound.includes(zoom))
  }

  /** True after a command that may have left rows in the register which nobody names any more. */
  const leavesRows = (type: AnyCommand['type'], before: Lab | null, after: Lab | null): boolean =>
    EMPTIES.has(type) || (type === 'reportZoomSeen' && before?.joins !== after?.joins)

  async function performNow(labId: string, command: AnyCommand, actor: Actor, zoomTaken = false): Promise<Outcome> {
    const { lab: seen } = await labs.head(labId)
    // where no author is stored the sender must not be found again from the hash either
    const anonymous = isAnonymousWork(seen, command)
    const hash = keyedHash(keys.commands, canonical({ body: command, sender: anonymous ? null : (actor.person ?? actor.join ?? null) }))
    const apart = setApart(command, (n) => derivedId(keys.rows, 'reg', `${labId}/${command.id}/${n}`))
    const rows = apart.rows.map(([id]) => id)
    hold(labId, rows, 1)
    let heads: { before: Lab; after: Lab } | null = null
    try {
      // the row stands before the event that names it; where the command is then refused, nobody names it and it is swept
      if (apart.rows.length > 0 && !seen.receipts.has(command.id)) await putRows(labId, apart.rows)
      let redacted = false
      const { result, before, after } = await labs.commit(labId, (lab) => {
        const handled = handle(lab, apart.command, hash, { actor, now: instantOf(now()), newId })
        if (handled.kind !== 'commit' || handled.commit.events.length === 0) return { result: handled }
        if (zoomTaken) return { result: { kind: 'rejected', rejection: { code: 'zoom_meeting_taken', field: 'zoom' } } as const }
        const removal = removalIn(handled.commit.events)
        redacted = removal?.type === 'textRedacted'
        return { result: handled, commit: handled.commit, ...(removal ? { rewrite: (event) => withoutWords(event, removal) } : {}) }
      })
      heads = { before, after }
      if (result.kind === 'rejected') return { ok: false, rejection: await withName(labId, before, result.rejection) }
      if (after !== before) {
        onCommit(labId, after, redacted)
        await keepCard(after)
      }
      return { ok: true, answer: result.answer }
    } finally {
      hold(labId, rows, -1)
      if (rows.length > 0 || leavesRows(command.type, heads?.before ?? null, heads?.after ?? null)) await sweep(labId).catch(ignoreUnknown)
    }
  }

  /** A refusal that speaks of a person says who it is: names stand in the register, where a decision cannot look. */
  async function withName(labId: string, lab: Lab, rejection: Rejection): Promise<Rejection> {
    const row = lab.people.get(String(rejection.facts?.['person'] ?? ''))?.row
    const known = row === undefined ? undefined : (await registers.rows(labId)).get(row)
    return known?.kind === 'person' ? { ...rejection, facts: { ...rejection.facts, name: known.name } } : rejection
  }

  /** A row is only written where it is not already there: a command sent again must not bring back what was erased meanwhile. */
  async function putRows(labId: string, rows: readonly (readonly [string, RegisterRow])[]): Promise<void> {
    const { lab } = await labs.head(labId)
    const named = rowsOf(lab)
    const fresh = rows.filter(([id]) => !named.has(id))
    if (fresh.length > 0) await registers.put(labId, fresh)
  }

  async function create({
    id: command,
    title,
    language,
    timeZone,
    kit,
    account,
  }: LabRequest): Promise<{ id: string; seq: number } | { reused: true }> {
    const hash = keyedHash(keys.commands, canonical({ title, language, timeZone, kit: kit.name, account: account.id }))
    const known = (await server.read()).made[command]
    if (known && known.hash !== hash) return { reused: true }
    // the lab's id follows from the command's: asked again after a crash, it finds the lab it had made
    const labId = derivedId(keys.rows, 'lab', `${account.id}/${command}`)
    const row = derivedId(keys.rows, 'reg', `${labId}/${command}/0`)
    const context = { actor: SYSTEM, now: instantOf(now()), newId }
    const events: NewEvent[] = [
      { type: 'labCreated', body: { lab: labId, title, language, timeZone, kit } },
      { type: 'personAdded', body: { person: newId('per'), row, roles: ['organiser', 'facilitator'], account: account.id } },
    ]
    const commit: Commit = { events: stamp(emptyLab(labId), events, context) }
    await registers.put(labId, [[row, { kind: 'person', name: account.name, ...(account.email === null ? {} : { email: account.email }) }]])
    const head = await labs.create(labId, commit).catch((error: unknown) => {
      if (error instanceof StoreError && error.code === 'exists') return labs.head(labId)
      throw error
    })
    await server.update((all) => ({
      ...all,
      labs: { ...all.labs, [labId]: cardOf(head.lab) },
      made: { ...all.made, [command]: { hash, lab: labId } },
    }))
    return { id: labId, seq: commit.events.length }
  }

  /** Everything of the lab goes: log, register, card. */
  async function remove(labId: string): Promise<void> {
    carded.delete(labId)
    await labs.delete(labId)
    await registers.delete(labId)
    const { subjects } = (await server.read()).labs[labId] ?? {}
    await server.update((all) => ({ ...all, labs: Object.fromEntries(Object.entries(all.labs).filter(([id]) => id !== labId)) }))
    tellUnbound(subjects)
    onDelete(labId)
  }

  /** At start: cards of labs that a crash left without one, rows that nobody names. Damaged labs are left alone and listed. */
  async function recover(): Promise<{ damaged: string[] }> {
    const damaged: string[] = []
    const ids = await labs.list()
    for (const id of ids)
      try {
        await sweep(id)
        await keepCard((await labs.head(id)).lab)
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        damaged.push(id)
      }
    const there = new Set(ids)
    const { labs: cards } = await server.read()
    for (const id of Object.keys(cards)) if (!there.has(id)) await remove(id).catch(ignoreUnknown)
    return { damaged }
  }

  /** A Zoom or Miro user (as keyed hash) is this person from now on: proved by an invite shown inside Zoom, a code typed in Miro's panel, or Miro's own sign-in. */
  async function bindPerson(labId: string, person: string, subject: string): Promise<void> {
    await keepCard(
      await record(labId, (lab) => (lab.subjects.get(subject) === person ? [] : [{ type: 'personBound', body: { person, subject } }])),
    )
  }

  /**
   * The server's own hand: appends what `work` makes of the newest lab (nothing, where it gives no events). For what was seen or done outside, as on a
   * board; never for what a person asked.
   */
  async function record(labId: string, work: (lab: Lab) => readonly NewEvent[]): Promise<Lab> {
    const { before, after } = await labs.commit(labId, (lab) => {
      const events = work(lab)
      return events.length === 0
        ? { result: null }
        : { result: null, commit: { events: stamp(lab, events, { actor: SYSTEM, now: instantOf(now()), newId }) } }
    })
    if (after !== before) onCommit(labId, after, false)
    return after
  }

  return { perform, isBoundElsewhere, record, bindPerson, create, remove, recover, scene, sweep, head: (labId: string) => labs.head(labId) }
}

/** Commands after which the register may hold rows that nobody names any more. */
const EMPTIES: ReadonlySet<string> = new Set(['erasePerson', 'redact', 'changePerson', 'refuseJoin', 'approveJoin'])

const ignoreUnknown = (error: unknown): void => {
  if (!(error instanceof StoreError) || error.code !== 'unknown_lab') throw error
}
