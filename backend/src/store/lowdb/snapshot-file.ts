import { dirname } from 'node:path'
import { type Lab, labFromJson, labToJson, SNAPSHOT_SHAPE } from '@telaio/shared/lab'
import type { FileLayer } from '../files/file-layer.ts'
import { FRESH, readWhole, writeWhole } from '../files/write-whole.ts'
import { seal, unseal } from '../log/sealed-line.ts'

/** Where in a log a snapshot stands: after this commit, in this state of the file (its header's sum changes with every redaction). */
export interface LogMark {
  readonly salt: string
  readonly commits: number
  /** Sum of the last line. */
  readonly last: string
}

/** A folded lab beside its log. It only saves time: whatever does not fit the log to the letter is taken away and made anew. */
export class SnapshotFile {
  readonly #files: FileLayer
  readonly #path: string

  constructor(files: FileLayer, path: string) {
    this.#files = files
    this.#path = path
  }

  /** The lab as it was at a mark of this log; null where there is none that fits. `sumAt(n)` is the sum of the log's n-th commit. */
  async read(salt: string, sumAt: (n: number) => string | undefined): Promise<{ readonly lab: Lab; readonly commits: number } | null> {
    const bytes = await readWhole(this.#files, this.#path)
    if (!bytes) return null
    const sealed = unseal(bytes.toString('utf8'))
    const stored = sealed && (JSON.parse(sealed.json) as LogMark & { readonly shape: number; readonly lab: unknown })
    const fits = stored && stored.shape === SNAPSHOT_SHAPE && stored.salt === salt && stored.last === sumAt(stored.commits)
    const lab = fits ? labFromJson(stored.lab) : null
    if (lab && stored) return { lab, commits: stored.commits }
    // it may hold a text that the log no longer does, and whoever asked to redact it may be told so as soon as this log is open
    await this.forget()
    await this.#files.syncDirectory(dirname(this.#path))
    return null
  }

  async write(lab: Lab, { salt, commits, last }: LogMark): Promise<void> {
    const text = seal(JSON.stringify({ shape: SNAPSHOT_SHAPE, salt, commits, last, lab: labToJson(lab) }))
    await writeWhole(this.#files, this.#path, Buffer.from(text), `the snapshot of ${lab.id}`)
  }

  /** Takes the snapshot away; durable once the directory is synced. */
  async forget(): Promise<void> {
    await this.#files.remove(this.#path)
    await this.#files.remove(this.#path + FRESH)
  }
}
