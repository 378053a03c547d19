import { type Lab, type NewEvent, SYSTEM, stamp, applyCommit } from '@telaio/shared/lab'
import { type Board, StoreError } from '@telaio/shared/ports'
import { Scenario, smallKit } from '@telaio/shared/testing'
import type { Kit } from '@telaio/shared/kit'
import { createBoardDesk } from '../desk.ts'
import type { BoardSettings } from '../step.ts'
import { around } from './around.ts'

export const BOARD = 'board'
export const WRITER = 'w'.repeat(43)

export interface WorldOptions {
  readonly open: (writer: string | null, board: string, lab: string) => Board | null
  /** Who writes; null: through a panel. */
  readonly writer?: string | null
  readonly settings: Partial<BoardSettings>
  readonly kit?: Kit
}

/** One lab and the desk that writes its board; the log is in memory and durable at once, the desk may be killed at any moment. */
export class World {
  readonly scenario: Scenario
  readonly people: string[]
  readonly errors: unknown[] = []
  /** What authors of one text last said, by contribution. */
  readonly said = new Map<string, string>()
  /** Words of notes that somebody moved on the board before the lab knew of them; redacted or changed then, nothing says any more whose they are. */
  readonly shifted = new Set<string>()
  /** Words that were redacted. */
  readonly redacted = new Set<string>()
  readonly #options: WorldOptions
  #desk: ReturnType<typeof createBoardDesk>
  #life = 0
  #ids = 0

  constructor(options: WorldOptions) {
    this.#options = options
    this.scenario = new Scenario(options.kit ?? smallKit)
    this.#desk = this.#newDesk()
    const { scenario } = this
    this.people = scenario.people(['Ada'], ['Bruno'], ['Carla'], ['Dario'])
    const [ada = '', bruno = '', carla = '', dario = ''] = this.people
    this.do({
      type: 'formProjectGroups',
      groups: [
        { key: 'g1', name: 'Fiume', people: [ada, bruno] },
        { key: 'g2', name: 'Bosco', people: [carla, dario] },
      ],
    })
    this.do({ type: 'openMeeting', meeting: 2 })
    for (const block of scenario.lab.kit.meetings[1]?.agenda ?? []) this.do({ type: 'startBlock', meeting: 2, block: block.id })
    this.append([
      {
        type: 'boardConnected',
        body: {
          board: BOARD,
          meeting: null,
          name: 'Lavagna',
          link: 'https://board.example/b',
          writer: options.writer === undefined ? WRITER : options.writer,
        },
      },
    ])
  }

  get lab(): Lab {
    return this.scenario.lab
  }

  #newDesk() {
    const life = this.#life
    const alive = () => {
      if (life !== this.#life) throw new StoreError('closed', 'this server was killed')
    }
    const desk = createBoardDesk({
      head: async () => {
        await Promise.resolve()
        alive()
        return { lab: this.lab }
      },
      record: async (_id, work) => {
        await Promise.resolve()
        alive()
        this.append(work(this.lab))
        return this.lab
      },
      open: (writer, id, lab) => {
        const board = this.#options.open(writer, id, lab)
        return (
          board &&
          around(board, async (call) => {
            // who is dead calls nobody; what was under way goes on
            alive()
            return call()
          })
        )
      },
      now: Date.now,
      newId: (prefix) => `${prefix}_${String((this.#ids += 1)).padStart(26, '9')}`,
      logger: { warn: () => undefined, error: (problem: unknown) => void this.errors.push(problem) },
      settings: this.#options.settings,
    })
    desk.start([])
    return desk
  }

  append(events: readonly NewEvent[]): void {
    if (events.length === 0) return
    this.scenario.lab = applyCommit(this.lab, {
      events: stamp(this.lab, events, { actor: SYSTEM, now: new Date().toISOString(), newId: () => '' }),
    })
    this.#desk.wake(this.lab.id)
  }

  /** Something has changed outside: a panel has come. */
  wake(): void {
    this.#desk.wake(this.lab.id)
  }

  /** A command of the organiser's, or of the person named. Refusals are given back. */
  do(say: Parameters<Scenario['send']>[1], from: string = this.scenario.organiser): ReturnType<Scenario['send']> {
    const said = this.scenario.send(from, say)
    this.#desk.wake(this.lab.id)
    return said
  }

  /** The server is gone at this moment and another one starts: what is left is the log and the board. */
  kill(): void {
    const before = this.#desk
    this.#life += 1
    this.#desk = this.#newDesk()
    void before.stop()
    this.#desk.wake(this.lab.id)
  }

  idle(): Promise<void> {
    return this.#desk.idle()
  }

  stop(): Promise<void> {
    return this.#desk.stop()
  }
}
