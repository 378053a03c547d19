import { StoreError } from '@telaio/shared/ports'
import { type Adapter, Low } from 'lowdb'
import type { FileLayer } from '../files/file-layer.ts'
import { readWhole, writeWhole } from '../files/write-whole.ts'
import { seal, unseal } from '../log/sealed-line.ts'
import type { Report } from '../report.ts'

export interface WholeFileOptions<T extends object> {
  readonly files: FileLayer
  readonly path: string
  /** What it is, for reports and errors. */
  readonly name: string
  readonly report: Report
  /** What stands where there is no file. */
  readonly empty: T
  readonly toJson: (value: T) => unknown
  readonly fromJson: (json: unknown) => T
}

/** lowdb's adapter for a file written whole: sealed, synced, renamed into place, where lowdb's own never sync. */
class WholeFileAdapter<T extends object> implements Adapter<T> {
  readonly #options: WholeFileOptions<T>

  constructor(options: WholeFileOptions<T>) {
    this.#options = options
  }

  async read(): Promise<T | null> {
    const { files, path, name, report, fromJson } = this.#options
    const bytes = await readWhole(files, path)
    if (!bytes) return null
    const sealed = unseal(bytes.toString('utf8').trimEnd())
    if (!sealed) {
      report({ what: 'damaged', store: name, reason: 'its checksum does not fit' })
      throw new StoreError('damaged', `${path} is damaged and stays closed; restore it from a backup`)
    }
    return fromJson((JSON.parse(sealed.json) as { readonly data: unknown }).data)
  }

  async write(value: T): Promise<void> {
    const { files, path, name, toJson } = this.#options
    await writeWhole(files, path, Buffer.from(`${seal(JSON.stringify({ data: toJson(value) }))}\n`), name)
  }
}

interface Waiting {
  readonly done: () => void
  readonly fail: (error: unknown) => void
}

/** A value in a file of its own: changes are decided one at a time on the newest value; those that wait together share one write. */
export class WholeFile<T extends object> {
  readonly #options: WholeFileOptions<T>
  readonly #db: Low<T>
  #durable: T
  #decided: T
  #waiting: Waiting[] = []
  #writing: Promise<void> | null = null
  #failed: StoreError | null = null

  private constructor(options: WholeFileOptions<T>) {
    this.#options = options
    this.#db = new Low<T>(new WholeFileAdapter(options), options.empty)
    this.#durable = this.#decided = options.empty
  }

  static async open<T extends object>(options: WholeFileOptions<T>): Promise<WholeFile<T>> {
    const file = new WholeFile(options)
    await file.#db.read()
    file.#durable = file.#decided = file.#db.data
    return file
  }

  get durable(): T {
    return this.#durable
  }

  get isFailed(): boolean {
    return this.#failed !== null
  }

  /** Resolves with what `change` made, once that is durable; where it gives the value it got, once that is. */
  async change(change: (newest: T) => T): Promise<T> {
    const after = change(this.#decided)
    if (after === this.#durable && after === this.#decided) return after
    if (this.#failed) throw this.#failed
    this.#decided = after
    await new Promise<void>((done, fail) => {
      this.#waiting.push({ done, fail })
      this.#writing ??= this.#write().finally(() => (this.#writing = null))
    })
    return after
  }

  async close(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      const batch = this.#waiting
      const value = this.#decided
      this.#waiting = []
      try {
        this.#db.data = value
        if (value !== this.#durable) await this.#db.write()
      } catch (error) {
        this.#undo(batch, error)
        continue
      }
      this.#durable = value
      for (const { done } of batch) done()
    }
  }

  /** Back to what is durable; what was decided on the failed value fails with it. */
  #undo(batch: readonly Waiting[], error: unknown): void {
    const failed = [...batch, ...this.#waiting]
    this.#waiting = []
    this.#decided = this.#db.data = this.#durable
    if (error instanceof StoreError && error.code === 'read_only') {
      this.#failed = error
      this.#options.report({ what: 'read-only', store: this.#options.name, reason: error.message })
    }
    for (const { fail } of failed) fail(error)
  }
}
