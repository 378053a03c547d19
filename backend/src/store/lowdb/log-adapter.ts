import { dirname } from 'node:path'
import { applyCommit, emptyLab, type Lab, type LabEvent } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import type { Adapter } from 'lowdb'
import type { FileLayer, OpenFile } from '../files/file-layer.ts'
import { harmless, inDoubt, isNoRoom } from '../files/store-error.ts'
import { writeAll, writeWhole } from '../files/write-whole.ts'
import { writeLog } from '../log/dump.ts'
import { commitLine, type ReadHeader, readCommit, rewriteText } from '../log/log-line.ts'
import { type Scan, type ScannedLine, scanLog } from '../log/scan-log.ts'
import { sumOfLine } from '../log/sealed-line.ts'
import type { Report } from '../report.ts'
import type { LogMark, SnapshotFile } from './snapshot-file.ts'

/** A commit that is decided and not on the disk. */
export interface WaitingCommit {
  readonly text: string
  readonly after: Lab
  readonly rewrite?: ((event: LabEvent) => LabEvent) | undefined
}

/** What lowdb holds of a log: the newest durable lab, and the commits that `write` is to put on the disk: several to append, or one that rewrites. */
export interface LogData {
  readonly epoch: string
  readonly lab: Lab
  readonly waiting: readonly WaitingCommit[]
}

interface Options {
  readonly lab: string
  readonly files: FileLayer
  readonly path: string
  readonly snapshot: SnapshotFile
  readonly report: Report
}

/**
 * lowdb's adapter for one lab's log: JSON Lines, one a commit. `write` appends what waits, in one write and one sync (LF1), instead of
 * writing everything anew as lowdb's own adapters do; it throws a `StoreError`, and then the file holds what it held before.
 */
export class LogAdapter implements Adapter<LogData> {
  readonly #options: Options
  #file: OpenFile | null = null
  #header: ReadHeader = { lab: '', epoch: '', rewritten: 0, salt: '' }
  #bytes = 0
  #commits = 0
  #last = ''
  /** How many commits the snapshot beside the log spares the next start. */
  covered = 0

  constructor(options: Options) {
    this.#options = options
  }

  /** Where the log durably ends. */
  get mark(): LogMark {
    return { salt: this.#header.salt, commits: this.#commits, last: this.#last }
  }

  /** Opens the log, cuts off what a crash left half written, folds the rest. Null where there is no log. */
  async read(): Promise<LogData | null> {
    const file = await this.#options.files.open(this.#options.path)
    if (!file) return null
    this.#file = file
    try {
      return await this.#recover(file)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async write({ waiting }: LogData): Promise<void> {
    const [first] = waiting
    if (first?.rewrite) await this.#rewrite(first.rewrite, first.text)
    else if (first) await this.#append(waiting.map(({ text }) => text))
  }

  /** Every commit that is on the disk, checked. */
  async commits(): Promise<string[]> {
    return (await this.#scan(this.#bytes)).lines.map(({ text }) => text)
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = null
  }

  async #recover(file: OpenFile): Promise<LogData> {
    const { lab: id, snapshot, report } = this.#options
    const length = await file.size()
    const { header, lines } = await this.#scan(length)
    this.#header = header
    this.#bytes = lines.at(-1)?.end ?? 0
    this.#commits = lines.length
    this.#last = lines.at(-1)?.sum ?? ''
    try {
      if (length > this.#bytes) await file.truncate(this.#bytes)
      // a server that was killed may have written lines that it did not come to sync: from here on they count
      await file.sync()
    } catch (error) {
      throw inDoubt(error, this.#what)
    }
    if (length > this.#bytes) report({ what: 'torn', lab: id, bytes: length - this.#bytes })
    const known = await snapshot.read(header.salt, (n) => lines[n - 1]?.sum)
    this.covered = known?.commits ?? 0
    const lab = this.#fold(known?.lab ?? emptyLab(id), lines.slice(this.covered))
    return { epoch: header.epoch, lab, waiting: [] }
  }

  get #open(): OpenFile {
    if (!this.#file) throw new Error('this log is not open')
    return this.#file
  }

  async #scan(length: number): Promise<Extract<Scan, { kind: 'whole' }>> {
    const scan = scanLog(await this.#open.read(0, length))
    if (scan.kind === 'damaged') throw this.#damaged(`line ${scan.line}: ${scan.reason}`)
    if (scan.header.lab !== this.#options.lab) throw this.#damaged(`it is the log of ${scan.header.lab}`)
    return scan
  }

  #fold(lab: Lab, lines: readonly ScannedLine[]): Lab {
    try {
      return lines.reduce((state, line) => applyCommit(state, readCommit(line.text)), lab)
    } catch (error) {
      throw this.#damaged(error instanceof Error ? error.message : String(error), error)
    }
  }

  async #append(texts: readonly string[]): Promise<void> {
    const file = this.#open
    const lines = texts.map((text, i) => commitLine(this.#header.salt, this.#commits + 1 + i, this.#commits, text))
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    try {
      await writeAll(file, bytes, this.#bytes)
    } catch (error) {
      throw await this.#cutBack(file, error)
    }
    try {
      await file.sync()
    } catch (error) {
      // what is read now may never reach the disk: better it is not read at the next start either
      await file.truncate(this.#bytes).catch(() => undefined)
      throw inDoubt(error, this.#what)
    }
    this.#bytes += bytes.length
    this.#commits += lines.length
    this.#last = sumOfLine(lines.at(-1) ?? '')
  }

  /** Back to the last good byte, durably: whoever is told that nothing was written must not find it after a crash. */
  async #cutBack(file: OpenFile, reason: unknown): Promise<unknown> {
    try {
      await file.truncate(this.#bytes)
      await file.sync()
    } catch (error) {
      return inDoubt(error, this.#what)
    }
    return isNoRoom(reason) ? harmless(reason, this.#what) : inDoubt(reason, this.#what)
  }

  /** Redaction: the whole log anew, with `own` after it, put in place at once; no snapshot of before survives it. */
  async #rewrite(rewrite: (event: LabEvent) => LabEvent, own: string): Promise<void> {
    const { files, path, snapshot } = this.#options
    const texts = [...(await this.commits()).map((text) => rewriteText(text, rewrite)), own]
    const { lab, epoch, rewritten } = this.#header
    const log = writeLog({ lab, epoch, rewritten: rewritten + 1 }, texts)
    this.covered = 0
    try {
      // made durable by the sync of the directory that also makes the new log durable
      await snapshot.forget()
    } catch (error) {
      throw inDoubt(error, this.#what)
    }
    await writeWhole(files, path, Buffer.from(log.text), this.#what)
    try {
      const old = this.#open
      this.#file = await files.open(path)
      await old.close()
    } catch (error) {
      throw inDoubt(error, this.#what)
    }
    this.#header = { lab, epoch, rewritten: rewritten + 1, salt: log.salt }
    this.#bytes = Buffer.byteLength(log.text)
    this.#commits = texts.length
    this.#last = log.last
  }

  get #what(): string {
    return `the log of lab ${this.#options.lab}`
  }

  #damaged(reason: string, cause?: unknown): StoreError {
    const { lab } = this.#options
    this.#options.report({ what: 'damaged', store: lab, reason })
    return new StoreError(
      'damaged',
      `the log of lab ${lab} in ${dirname(this.#options.path)} is damaged and stays closed (${reason}); restore it from a backup`,
      { cause },
    )
  }
}
