import type { SimulatedInode } from './simulated-inode.ts'

type Pending =
  | { readonly kind: 'put'; readonly name: string; readonly inode: SimulatedInode }
  | { readonly kind: 'rename'; readonly from: string; readonly name: string; readonly inode: SimulatedInode }
  | { readonly kind: 'drop'; readonly name: string }

type Names = Map<string, SimulatedInode>

/** A directory of the simulated disk: names as they are read now, as a power loss would leave them, and the changes between. */
export class SimulatedDirectory {
  #now: Names = new Map()
  #durable: Names = new Map()
  #pending: Pending[] = []

  get names(): string[] {
    return [...this.#now.keys()]
  }

  /** Files that are read now, and those that would come back. */
  get inodes(): SimulatedInode[] {
    return [...new Set([...this.#now.values(), ...this.#durable.values()])]
  }

  get(name: string): SimulatedInode | undefined {
    return this.#now.get(name)
  }

  put(name: string, inode: SimulatedInode): void {
    this.#change({ kind: 'put', name, inode })
  }

  rename(from: string, name: string, inode: SimulatedInode): void {
    this.#change({ kind: 'rename', from, name, inode })
  }

  drop(name: string): void {
    this.#change({ kind: 'drop', name })
  }

  sync(): void {
    this.#durable = new Map(this.#now)
    this.#pending = []
  }

  /** Power is gone: some of the changes since the last sync are undone, the last ones (a journal) or any of them (no journal). */
  losePower(random: () => number): void {
    const journal = random() < 0.5
    const kept = Math.floor(random() * (this.#pending.length + 1))
    for (const [i, change] of this.#pending.entries()) if (journal ? i < kept : random() < 0.5) apply(this.#durable, change)
    this.#pending = []
    this.#now = new Map(this.#durable)
    for (const inode of this.inodes) inode.losePower(random)
  }

  #change(change: Pending): void {
    apply(this.#now, change)
    this.#pending.push(change)
  }
}

function apply(names: Names, change: Pending): void {
  if (change.kind === 'rename') names.delete(change.from)
  if (change.kind === 'drop') names.delete(change.name)
  else names.set(change.name, change.inode)
}
