import { applyCommit, type Commit, emptyLab, type Lab, type LabEvent } from '@telaio/shared/lab'
import { type Change, type Committed, type Head, type LabStore, StoreError } from '@telaio/shared/ports'
import { freezeLab } from '../freeze.ts'
import { Gate } from '../gate.ts'
import { readDump, writeDump } from '../log/dump.ts'
import { prepareCommit, readCommit, rewriteText } from '../log/log-line.ts'

interface Log {
  readonly epoch: string
  /** Commits as text, as a file would hold them. */
  texts: readonly string[]
  lab: Lab
}

/** Logs of labs in memory, for tests and a first look: all rules LS but what outlives the process. */
export class MemoryLabStore implements LabStore {
  readonly #logs = new Map<string, Log>()
  readonly #gate = new Gate()
  #epochs = 0

  list(): Promise<string[]> {
    return this.#gate.run(() => [...this.#logs.keys()].sort())
  }

  create(labId: string, commit: Commit): Promise<Head> {
    return this.#gate.run(() => this.#start(labId, [commit]))
  }

  commit<R>(labId: string, change: (lab: Lab) => Change<R>): Promise<Committed<R>> {
    return this.#gate.run(() => {
      const log = this.#log(labId)
      const before = log.lab
      const { commit, rewrite, result } = change(before)
      if (!commit || (commit.events.length === 0 && !commit.receipt)) {
        if (rewrite) throw new Error('a rewrite needs a commit of its own')
        return { result, before, after: before }
      }
      const own = prepareCommit(commit)
      const after = freezeLab(applyCommit(before, own.commit), before)
      const texts = rewrite ? log.texts.map((text) => rewriteText(text, rewrite)) : log.texts
      log.texts = [...texts, own.text]
      log.lab = after
      return { result, before, after }
    })
  }

  head(labId: string): Promise<Head> {
    return this.#gate.run(() => headOf(this.#log(labId)))
  }

  events(labId: string, after = 0): Promise<LabEvent[]> {
    return this.#gate.run(() => this.#log(labId).texts.flatMap((text) => readCommit(text).events.filter((event) => event.seq > after)))
  }

  dump(labId: string): Promise<string> {
    return this.#gate.run(() => {
      const { epoch, texts } = this.#log(labId)
      return writeDump({ lab: labId, epoch }, texts)
    })
  }

  restore(labId: string, dump: string): Promise<Head> {
    return this.#gate.run(() => this.#start(labId, readDump(labId, dump)))
  }

  delete(labId: string): Promise<void> {
    return this.#gate.run(() => {
      this.#log(labId)
      this.#logs.delete(labId)
    })
  }

  probe(): Promise<void> {
    return this.#gate.run(() => undefined)
  }

  close(): Promise<void> {
    return this.#gate.close()
  }

  #log(labId: string): Log {
    const log = this.#logs.get(labId)
    if (!log) throw new StoreError('unknown_lab', `there is no lab ${labId}`)
    return log
  }

  #start(labId: string, commits: readonly Commit[]): Head {
    if (this.#logs.has(labId)) throw new StoreError('exists', `there is a lab ${labId} already`)
    const prepared = commits.map(prepareCommit)
    const folded = prepared.reduce((state, { commit }) => applyCommit(state, commit), emptyLab(labId))
    if (folded.id !== labId || folded.seq === 0) throw new Error(`these events do not make the lab ${labId}`)
    this.#epochs += 1
    const log = { epoch: `memory${this.#epochs}`, texts: prepared.map(({ text }) => text), lab: freezeLab(folded, emptyLab(labId)) }
    this.#logs.set(labId, log)
    return headOf(log)
  }
}

const headOf = ({ lab, epoch }: Log): Head => ({ lab, epoch })
