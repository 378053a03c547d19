import {
  type Actor,
  applyCommit,
  type Answered,
  type AnyCommand,
  type CommandInput,
  type CommandOf,
  type Commit,
  emptyLab,
  handle,
  idFrom,
  type IdPrefix,
  type Instant,
  instantOf,
  type Lab,
  readCommand,
  type RegisterRow,
  type Rejection,
  type Role,
  rowsOf,
  setApart,
  stamp,
  SYSTEM,
  Table,
  type NewEvent,
} from '../lab/index.ts'
import { pace } from '../board/index.ts'
import type { Scene, Viewer } from '../view/index.ts'
import type { Kit } from '../kit/index.ts'
import { smallKit } from './small-kit.ts'

type WithoutId<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never
/** A command without its id: the scenario numbers them. */
export type Say = WithoutId<CommandInput>

/** A lab in memory, driven by commands as the backend drives it, with ids and clock that count up. For tests. */
export class Scenario {
  lab: Lab
  register: Table<RegisterRow> = Table.empty()
  readonly commits: Commit[] = []
  /** The scene after each commit; `scenes[0]` is the lab just made. */
  readonly scenes: Scene[] = []
  /** Every accepted command with its sender and what it was answered. */
  readonly accepted: { readonly actor: Actor; readonly command: AnyCommand; readonly answer: Answered }[] = []
  readonly organiser: string
  #ids = 0
  #commands = 0
  #now = Date.parse('2026-09-29T15:00:00.000Z')

  constructor(kit: Kit = smallKit) {
    const id = this.newId('lab')
    this.organiser = this.newId('per')
    const row = this.newId('reg')
    this.register = this.register.set(row, { kind: 'person', name: 'Olga Organiser', email: 'olga@example.org' })
    const events: NewEvent[] = [
      { type: 'labCreated', body: { lab: id, title: 'Lab', language: 'it', timeZone: 'Europe/Rome', kit } },
      { type: 'personAdded', body: { person: this.organiser, row, roles: ['organiser', 'facilitator'] } },
    ]
    this.lab = emptyLab(id)
    this.#append({ events: stamp(this.lab, events, { actor: SYSTEM, now: this.now, newId: this.newId }) })
  }

  get now(): Instant {
    return instantOf(this.#now)
  }

  get scene(): Scene {
    return { lab: this.lab, people: this.register, pace }
  }

  readonly newId = (prefix: IdPrefix): string => {
    const bytes = new Uint8Array(16)
    new DataView(bytes.buffer).setUint32(12, ++this.#ids)
    return idFrom(prefix, bytes)
  }

  pass(ms: number): void {
    this.#now += ms
  }

  actor(person: string, more: Partial<Actor> = {}): Actor {
    return { person, roles: this.lab.people.get(person)?.roles ?? [], editKeys: [], ...more }
  }

  viewer(person: string, more: Partial<Actor> = {}): Viewer {
    return this.actor(person, more)
  }

  /** Sends a command as this person; gives the answer or the refusal. */
  send(from: string | Actor, say: Say, id = `command-${String(++this.#commands).padStart(16, '0')}`): Answered | Rejection {
    const actor = typeof from === 'string' ? this.actor(from) : from
    return this.#handle(actor, readCommand({ id, ...say }), id)
  }

  /** A command of the sign-in routes. */
  admit(actor: Actor, say: WithoutId<CommandOf<'requestJoin'>> | WithoutId<CommandOf<'proposeZoomMeeting'>>): Answered | Rejection {
    const id = `command-${String(++this.#commands).padStart(16, '0')}`
    return this.#handle(actor, { id, ...say }, id)
  }

  /** Sends a command that was read before, under its own id: what a client does that did not hear the answer. */
  resend(actor: Actor, command: AnyCommand): Answered | Rejection {
    return this.#handle(actor, command, command.id)
  }

  #handle(actor: Actor, command: AnyCommand, id: string): Answered | Rejection {
    const apart = setApart(command, (n) => this.#rowId(id, n))
    // rows first, then the event that names them; never for an id that was answered: its rows may have been emptied since, or be another sender's
    if (!this.lab.receipts.has(id)) this.register = apart.rows.reduce((table, [key, value]) => table.set(key, value), this.register)
    const hash = digest(JSON.stringify([command, 'anonymous' in command && command.anonymous ? null : actor.person]))
    const handled = handle(this.lab, apart.command, hash, { actor, now: this.now, newId: this.newId })
    this.#now += 1000
    if (handled.kind === 'rejected') {
      this.#sweep()
      return handled.rejection
    }
    if (handled.kind === 'commit') {
      this.#append(handled.commit)
      this.accepted.push({ actor, command, answer: handled.answer })
    }
    return handled.answer
  }

  /** The same, where a refusal would be a fault of the test. */
  do(from: string | Actor, say: Say): Answered {
    const answer = this.send(from, say)
    if ('code' in answer) throw new Error(`${say.type} was refused: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Adds people with a name each; the privacy notice first, where it is missing. */
  people(...named: readonly (readonly [name: string, roles?: Role[], sector?: string])[]): string[] {
    if (!this.lab.notice) this.do(this.organiser, { type: 'setNotice', notice: { it: 'Informativa', en: 'Notice' } })
    const people = named.map(([name, roles, sector]) => ({ name, ...(roles ? { roles } : {}), ...(sector ? { sector } : {}) }))
    return this.do(this.organiser, { type: 'addPeople', people })['people'] as string[]
  }

  #rows = new Map<string, string>()
  #rowId(command: string, n: number): string {
    const key = `${command}/${n}`
    const known = this.#rows.get(key) ?? this.newId('reg')
    this.#rows.set(key, known)
    return known
  }

  #sweep(): void {
    const rows = rowsOf(this.lab)
    for (const [id] of this.register.entries()) if (!rows.has(id)) this.register = this.register.delete(id)
  }

  /** What the server itself logs, of a board for instance. */
  record(events: readonly NewEvent[]): void {
    if (events.length === 0) return
    this.#append({ events: stamp(this.lab, events, { actor: SYSTEM, now: this.now, newId: this.newId }) })
    this.#now += 1000
  }

  #append(commit: Commit): void {
    this.lab = applyCommit(this.lab, commit)
    this.commits.push(commit)
    this.#sweep()
    this.scenes.push(this.scene)
  }
}

/** Stands for the backend's keyed hash: as that one, it holds no word of what was sent. FNV-1a, four times from different beginnings. */
function digest(text: string): string {
  const hashes = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
  for (let i = 0; i < text.length; i++)
    for (const [n, hash] of hashes.entries()) hashes[n] = Math.imul(hash ^ (text.charCodeAt(i) + n), 0x01000193)
  return hashes.map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('')
}

export const isRefused = (answer: Answered | Rejection): answer is Rejection => 'code' in answer
