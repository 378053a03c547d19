import type { BoardPlan, Point } from '@telaio/shared/board'
import type { DropBoard, PutOptions } from '../board/drop-board.ts'
import { PutStopped } from '../board/drop-board.ts'

/** A board in memory that sheets are put on. */
export class FakeDrops implements DropBoard {
  readonly puts: { readonly plan: BoardPlan; readonly ids: readonly string[] }[] = []
  readonly marks: (readonly string[])[] = []
  /** What comes in the way of the next sheet. */
  trouble: PutStopped | null = null
  /** Held until let go, so that a sheet can be watched while it is being made. */
  hold: Promise<void> | null = null
  readonly listeners = new Set<(template: string, at: Point) => void>()

  readonly freePlace = async (): Promise<{ left: number; top: number }> => ({ left: 5000, top: 100 })
  readonly put = async (plan: BoardPlan, { signal, onProgress }: PutOptions): Promise<readonly string[]> => {
    onProgress(1)
    if (this.hold) await this.hold
    if (signal.aborted) throw new PutStopped('cancelled', [], false)
    const { trouble } = this
    this.trouble = null
    if (trouble) throw trouble
    const ids = plan.items.map((_, i) => `3458764500${this.puts.length}${String(i).padStart(4, '0')}`)
    this.puts.push({ plan, ids })
    onProgress(ids.length)
    return ids
  }
  readonly mark = async (items: readonly string[]): Promise<number> => {
    this.marks.push(items)
    return items.length
  }
  readonly onDrop = (listener: (template: string, at: Point) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  drop(template: string, at: Point): void {
    for (const listener of this.listeners) listener(template, at)
  }
}
