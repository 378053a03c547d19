import { applyCommit, emptyLab, type Lab, type LabEvent } from '@telaio/shared/lab'
import type { Change, Committed, Head, StoreError } from '@telaio/shared/ports'
import { Low } from 'lowdb'
import type { FileLayer } from '../files/file-layer.ts'
import { freezeLab } from '../freeze.ts'
import { prepareCommit, readCommit } from '../log/log-line.ts'
import type { Report } from '../report.ts'
import { LogAdapter, type LogData, type WaitingCommit } from './log-adapter.ts'
import { SnapshotFile } from './snapshot-file.ts'

export interface LabLogOptions {
  readonly files: FileLayer
  readonly directory: string
  readonly lab: string
  readonly report: Report
  /** A snapshot is written after so many commits. */
  readonly snapshotEvery: number
}

/** Stands in the queue until what it rests on is durable: its own commit, or, where it appended nothing, those before it. */
interface Waiting {
  readonly kind: 'waiting'
  readonly commit: WaitingCommit | null
  readonly done: () => void
  readonly fail: (error: unknown) => void
}

/** Has the file for itself while it runs. */
interface Job {
  readonly kind: 'job'
  readonly run: () => Promise<void>
}

export const logPath = (directory: string, lab: string): string => `${directory}/${lab}.jsonl`
export const snapshotPath = (directory: string, lab: string): string => `${directory}/${lab}.snapshot.json`

/**
 * One lab: its newest decided state, its newest durable one (`db.data`), and the queue between them. Changes are decided at once and
 * written in the order of their decisions; a redaction, a reading of the whole log or the end of it is a job in the same queue.
 */
export class LabLog {
  readonly #options: LabLogOptions
  readonly #adapter: LogAdapter
  readonly #snapshot: SnapshotFile
  readonly #db: Low<LogData>
  readonly #queue: (Waiting | Job)[] = []
  #decided: Lab
  /** The lab last given away, frozen all the way down. */
  #given: Lab
  #draining = false
  #failed: StoreError | null = null
  #snapshotting: Promise<void> | null = null

  private constructor(options: LabLogOptions) {
    const { files, directory, lab, report } = options
    this.#options = options
    this.#snapshot = new SnapshotFile(files, snapshotPath(directory, lab))
    this.#adapter = new LogAdapter({ lab, files, path: logPath(directory, lab), snapshot: this.#snapshot, report })
    this.#decided = this.#given = emptyLab(lab)
    this.#db = new Low<LogData>(this.#adapter, { epoch: '', lab: this.#given, waiting: [] })
  }

  /** Opens a lab's log; null where there is none. Throws `damaged`. */
  static async open(options: LabLogOptions): Promise<LabLog | null> {
    const log = new LabLog(options)
    await log.#db.read()
    if (log.#db.data.epoch === '') return null
    log.#decided = Object.freeze(log.#db.data.lab)
    return log
  }

  /** True where a sync failed: this log must stay as it is until the server is started again. */
  get isFailed(): boolean {
    return this.#failed !== null
  }

  async commit<R>(change: (lab: Lab) => Change<R>): Promise<Committed<R>> {
    const before = this.#decided
    const { commit, rewrite, result } = change(before)
    if (!commit || (commit.events.length === 0 && !commit.receipt)) {
      if (rewrite) throw new Error('a rewrite needs a commit of its own')
      if (before !== this.#db.data.lab) await this.#durable(null)
      return { result, before, after: before }
    }
    if (this.#failed) throw this.#failed
    const own = prepareCommit(commit)
    const after = Object.freeze(applyCommit(before, own.commit))
    this.#decided = after
    await this.#durable({ text: own.text, after, rewrite })
    return { result, before, after }
  }

  head(): Head {
    const { lab, epoch } = this.#db.data
    this.#given = freezeLab(lab, this.#given)
    return { lab: this.#given, epoch }
  }

  async events(after: number): Promise<LabEvent[]> {
    const texts = await this.texts()
    const found: LabEvent[][] = []
    // from the end: mostly only the last few are asked for
    for (let i = texts.length - 1; i >= 0; i--) {
      const { events } = readCommit(texts[i] ?? '')
      found.push(events.filter((event) => event.seq > after))
      if (events[0] && events[0].seq <= after + 1) break
    }
    return found.reverse().flat()
  }

  /** The text of every commit on the disk. */
  texts(): Promise<string[]> {
    return this.#alone(() => this.#adapter.commits())
  }

  /** Waits for what is under way, leaves a snapshot for the next start, lets go of the file. */
  close(): Promise<void> {
    return this.#alone(async () => {
      await this.#snapshotting
      if (this.#adapter.mark.commits > this.#adapter.covered && !this.#failed) await this.#writeSnapshot()
      await this.#adapter.close()
    })
  }

  /** Lets go of the file with no snapshot: the log is about to be deleted. */
  abandon(): Promise<void> {
    return this.#alone(async () => {
      await this.#snapshotting
      await this.#adapter.close()
    })
  }

  #durable(commit: WaitingCommit | null): Promise<void> {
    return new Promise((done, fail) => this.#enqueue({ kind: 'waiting', commit, done, fail }))
  }

  #alone<R>(work: () => Promise<R>): Promise<R> {
    return new Promise((resolve, reject) => this.#enqueue({ kind: 'job', run: () => work().then(resolve, reject) }))
  }

  #enqueue(item: Waiting | Job): void {
    this.#queue.push(item)
    if (this.#draining) return
    this.#draining = true
    void this.#drain()
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      // what else arrives in this turn of the event loop goes into the same write
      await new Promise((resolve) => setImmediate(resolve))
      const [first] = this.#queue
      if (first?.kind === 'job') {
        this.#queue.shift()
        await first.run()
      } else await this.#write(this.#queue.splice(0, this.#batchLength()) as Waiting[])
    }
    this.#draining = false
  }

  /** All that waits, up to a job or a redaction; a redaction alone. */
  #batchLength(): number {
    const end = this.#queue.findIndex((item, i) => item.kind === 'job' || (i > 0 && (item.commit?.rewrite || this.#isRewrite(0))))
    return end < 0 ? this.#queue.length : end
  }

  #isRewrite(i: number): boolean {
    const item = this.#queue[i]
    return item?.kind === 'waiting' && item.commit?.rewrite !== undefined
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const waiting = batch.flatMap(({ commit }) => commit ?? [])
    const { epoch, lab } = this.#db.data
    const hadSnapshot = this.#adapter.covered > 0
    const rewrites = waiting[0]?.rewrite !== undefined
    try {
      // a snapshot still being written would bring back what a redaction takes out
      if (rewrites) await this.#snapshotting
      this.#db.data = { epoch, lab, waiting }
      await this.#db.write()
    } catch (error) {
      return this.#undo(batch, { epoch, lab, waiting: [] }, error)
    }
    this.#db.data = { epoch, lab: waiting.at(-1)?.after ?? lab, waiting: [] }
    for (const { done } of batch) done()
    if (!this.#snapshotting && (this.#isSnapshotDue() || (rewrites && hadSnapshot))) this.#snapshotting = this.#writeSnapshot()
  }

  /** A large lab's snapshot takes longer to write: it waits for a quarter of the log, so that the work stays in proportion. */
  #isSnapshotDue(): boolean {
    const { covered, mark } = this.#adapter
    return mark.commits - covered >= Math.max(this.#options.snapshotEvery, covered / 4)
  }

  /** Back to what is durable. All that was decided on what failed fails with it. */
  #undo(batch: readonly Waiting[], durable: LogData, error: unknown): void {
    this.#db.data = durable
    this.#decided = durable.lab
    const jobs = this.#queue.filter((item) => item.kind === 'job')
    const failed = [...batch, ...this.#queue.filter((item) => item.kind === 'waiting')]
    this.#queue.splice(0, this.#queue.length, ...jobs)
    const reason = error as StoreError
    if (reason.code === 'read_only') {
      this.#failed = reason
      this.#options.report({ what: 'read-only', store: this.#options.lab, reason: reason.message })
    }
    for (const { fail } of failed) fail(error)
  }

  async #writeSnapshot(): Promise<void> {
    const { mark } = this.#adapter
    try {
      await this.#snapshot.write(this.#db.data.lab, mark)
      if (mark.salt === this.#adapter.mark.salt) this.#adapter.covered = mark.commits
    } catch (error) {
      this.#options.report({ what: 'snapshot-failed', lab: this.#options.lab, reason: String(error) })
    } finally {
      this.#snapshotting = null
    }
  }
}
