import { basename, dirname } from 'node:path'
import type { FileLayer, OpenFile } from '../file-layer.ts'
import { SimulatedDirectory } from './simulated-directory.ts'
import { SimulatedInode } from './simulated-inode.ts'

/** What can be made to fail. */
export type DiskOperation =
  | 'list'
  | 'open'
  | 'create'
  | 'rename'
  | 'remove'
  | 'syncDirectory'
  | 'size'
  | 'read'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'close'

type Run = <R>(operation: DiskOperation, path: string, work: () => R) => Promise<R>

/**
 * A disk in memory that loses power: what no sync has made durable is then dropped, torn or undone. `files()` is the disk as one process
 * sees it; after `cutPower` that process is dead (its calls never come back as done) and the next `files()` finds what is left.
 */
export class SimulatedDisk {
  /** Bytes still free; writes take what fits, then fail with ENOSPC. */
  room = Infinity
  /** Operations done since the beginning. */
  operations = 0
  /** What was being done when power was last cut in the middle of something. */
  cutIn: { readonly operation: DiskOperation; readonly path: string } | null = null
  readonly #random: () => number
  readonly #directories = new Map<string, SimulatedDirectory>()
  #faults: { readonly operation: DiskOperation; readonly code: string }[] = []
  #cutAt = Infinity
  #life = 0
  #onCut: () => void = () => undefined

  constructor(random: () => number) {
    this.#random = random
  }

  get isDead(): boolean {
    return this.#cutAt === 0
  }

  /** The next operation of this kind fails with this code. */
  failNext(operation: DiskOperation, code: string): void {
    this.#faults.push({ operation, code })
  }

  cutPower(): void {
    this.#life += 1
    this.#cutAt = 0
    this.#faults = []
    for (const directory of this.#directories.values()) directory.losePower(this.#random)
    this.#onCut()
  }

  /** Cuts power in the middle of the operation so many from now; resolves then. */
  cutPowerAfter(operations: number): Promise<void> {
    this.#cutAt = this.operations + Math.max(1, operations)
    this.cutIn = null
    return new Promise((resolve) => {
      this.#onCut = resolve
    })
  }

  /** Every byte of every file, of those too whose disappearance is not durable. */
  text(): string {
    return [...this.#directories.values()]
      .flatMap((directory) => directory.inodes.map((inode) => inode.read(0, inode.size).toString('latin1')))
      .join('\n')
  }

  /** The disk as a process started now sees it. */
  files(): FileLayer {
    const life = this.#life
    if (this.#cutAt === 0) this.#cutAt = Infinity
    const run = <R>(operation: DiskOperation, path: string, work: () => R): Promise<R> => this.#run(life, operation, path, work)
    return {
      makeDirectory: async (path) => {
        if (!this.#directories.has(path)) this.#directories.set(path, new SimulatedDirectory())
      },
      list: (directory) => run('list', directory, () => this.#directories.get(directory)?.names ?? []),
      open: (path) =>
        run('open', path, () => {
          const inode = this.#directories.get(dirname(path))?.get(basename(path))
          return inode ? this.#opened(inode, path, run) : null
        }),
      create: (path) =>
        run('create', path, () => {
          const directory = this.#directory(path)
          const known = directory.get(basename(path))
          if (known) known.truncate(0)
          const inode = known ?? new SimulatedInode()
          if (!known) directory.put(basename(path), inode)
          return this.#opened(inode, path, run)
        }),
      rename: (from, to) =>
        run('rename', from, () => {
          const inode = this.#directory(from).get(basename(from))
          if (!inode || dirname(from) !== dirname(to)) throw failure('ENOENT')
          this.#directory(to).rename(basename(from), basename(to), inode)
        }),
      remove: (path) =>
        run('remove', path, () => {
          const directory = this.#directory(path)
          if (directory.get(basename(path))) directory.drop(basename(path))
        }),
      syncDirectory: (path) => run('syncDirectory', path, () => this.#directories.get(path)?.sync()),
    }
  }

  #directory(path: string): SimulatedDirectory {
    const directory = this.#directories.get(dirname(path))
    if (!directory) throw failure('ENOENT')
    return directory
  }

  #opened(inode: SimulatedInode, path: string, run: Run): OpenFile {
    return {
      size: () => run('size', path, () => inode.size),
      read: (from, to) => run('read', path, () => inode.read(from, to)),
      write: (bytes, at) =>
        run('write', path, () => {
          const grows = Math.max(0, at + bytes.length - inode.size)
          const taken = bytes.subarray(0, bytes.length - Math.max(0, grows - this.room))
          if (taken.length === 0 && bytes.length > 0) throw failure('ENOSPC')
          this.room -= Math.min(grows, this.room)
          inode.write(taken, at)
          return taken.length
        }),
      truncate: (length) =>
        run('truncate', path, () => {
          this.room += Math.max(0, inode.size - length)
          inode.truncate(length)
        }),
      sync: () =>
        run('sync', path, () => inode.sync()).catch((error: unknown) => {
          inode.failSync()
          throw error
        }),
      close: () => run('close', path, () => undefined),
    }
  }

  /** Every operation takes a turn of the event loop or two, so that what runs side by side mixes. */
  async #run<R>(life: number, operation: DiskOperation, path: string, work: () => R): Promise<R> {
    do await new Promise((resolve) => setImmediate(resolve))
    while (this.#random() < 0.3)
    if (life !== this.#life) return dead()
    this.operations += 1
    const fault = this.#faults.findIndex((one) => one.operation === operation)
    const cut = this.operations >= this.#cutAt
    // a power loss in the middle of an operation: it was begun, or it was not
    if (fault < 0 && (!cut || this.#random() < 0.5)) {
      const result = work()
      if (!cut) return result
    }
    if (cut) {
      this.cutIn = { operation, path }
      this.cutPower()
      return dead()
    }
    throw failure(this.#faults.splice(fault, 1)[0]?.code ?? 'EIO')
  }
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })

/** A process without power neither fails nor succeeds: nothing comes back to it. */
const dead = (): Promise<never> => new Promise(() => undefined)
