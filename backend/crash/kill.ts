import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { deferred, seeded } from '@telaio/shared/testing'
import { openStores } from '../src/store/index.ts'
import { checkBytes, checkStores } from './check.ts'
import { Ledger } from './ledger.ts'
import { resend } from './resend.ts'
import { addFell, type Fell, fellIn, type RunResult } from './summary.ts'
import type { CrashTarget, RunningServer } from './target.ts'
import { WRITERS, write } from './writers.ts'

/** A run kills this often on the same directory, so that what a start makes of a crash is crashed into as well. */
const LIVES = 10

/** Runs on real files: a server takes commands from fifty connections, is killed with SIGKILL, started again, and so on; everything is checked after each kill. */
export async function killRuns(target: CrashTarget, firstSeed: number, runs: number, onRun: (run: RunResult) => void): Promise<void> {
  for (let done = 0; done < runs; done += LIVES) {
    const dataDir = await mkdtemp(join(tmpdir(), 'telaio-crash-'))
    try {
      const lab = new Laboratory(target, dataDir)
      for (let run = done; run < Math.min(runs, done + LIVES); run++) onRun(await lab.life(firstSeed + run))
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  }
}

/** One data directory and all that was asked of the servers that lived on it. */
class Laboratory {
  readonly #target: CrashTarget
  readonly #dataDir: string
  readonly #ledger = new Ledger()
  #labs: string[] = []

  constructor(target: CrashTarget, dataDir: string) {
    this.#target = target
    this.#dataDir = dataDir
  }

  async life(seed: number): Promise<RunResult> {
    const random = seeded(seed)
    const before = this.#ledger.acknowledged
    const faults: string[] = []
    const server = await this.#target.start(this.#dataDir).catch((error: unknown) => {
      faults.push(`the server did not start: ${String(error)}`)
    })
    if (!server) return { seed, lives: 1, acknowledged: 0, fell: {}, faults }
    try {
      faults.push(...(await this.#work(server, random)))
    } finally {
      await server.kill()
    }
    const fell: Fell = {}
    const left = (await this.#files()).map((path) => path.slice(this.#dataDir.length)).filter((path) => path.endsWith('.new'))
    for (const file of new Set(left.map(fellIn))) addFell(fell, file, { notes: 0, redactions: 0, people: 0 })
    addFell(fell, null, this.#ledger.underWay)
    faults.push(...(await this.#check()))
    return { seed, lives: 1, acknowledged: this.#ledger.acknowledged - before, fell, faults }
  }

  async #work(server: RunningServer, random: () => number): Promise<string[]> {
    if (this.#labs.length === 0) for (let i = 0; i < 3; i++) this.#labs.push(await server.createLab(this.#ledger.newCommand()))
    const acts = await Promise.all(Array.from({ length: WRITERS }, (_, writer) => server.connect(writer)))
    const faults = acts[0] ? await resend(this.#ledger, acts[0], random, 10) : []
    let isOver = false
    const killed = deferred()
    // some kills at any moment; others aimed at what takes long and rewrites files, a moment after it was sent
    const aim = random()
    const aimed = aim < 0.35 ? 'redaction' : aim < 0.6 ? 'person' : null
    let left = 50 + Math.floor(random() * 400)
    let isKilling = false
    const fire = () => {
      isKilling = true
      void wait(random() * 3).then(killed.resolve)
    }
    const options = {
      ledger: this.#ledger,
      labs: this.#labs,
      random,
      texts: this.#target.texts,
      onEnding: () => {
        left -= 1
        if (left <= 0 && !isKilling && (aimed === null || left < -300)) fire()
      },
      onSent: (what: 'redaction' | 'person') => {
        if (left <= 0 && !isKilling && what === aimed) fire()
      },
    }
    const writing = write(acts, options, () => isOver)
    await Promise.race([killed.promise, writing])
    await server.kill()
    isOver = true
    await writing
    return faults
  }

  /** Looks at a copy of what the killed server left, so that the next one starts on it untouched. */
  async #check(): Promise<string[]> {
    const bytes = await Promise.all((await this.#files()).map((path) => readFile(path, 'utf8')))
    const faults = checkBytes(this.#ledger, bytes.join('\n'))
    const copy = await mkdtemp(join(tmpdir(), 'telaio-crash-copy-'))
    try {
      await cp(this.#dataDir, copy, { recursive: true, filter: (path) => !path.includes('.sock') })
      const stores = await openStores({ dataDir: copy })
      faults.push(...(await checkStores(this.#ledger, this.#labs, stores)))
      await stores.close()
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
    return faults
  }

  async #files(): Promise<string[]> {
    const entries = await readdir(this.#dataDir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  }
}
