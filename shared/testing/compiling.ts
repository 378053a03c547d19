import { stepsOf } from '../lab/index.ts'
import { SmallLab } from './small-lab.ts'

/** A small lab whose canvas is being compiled. */
export class Compiling extends SmallLab {
  constructor() {
    super()
    this.start(1, 'mixed')
  }
  entry(text: string, sources: string[] = [], block = 'B1'): string {
    return this.do(this.oscar, { type: 'addEntry', block, text, sources })['entry'] as string
  }
  ref(entry: string): { entry: string; rev: number } {
    return { entry, rev: this.lab.entries.get(entry)?.rev ?? 0 }
  }
  theme(title: string, contributions: string[] = []): string {
    return this.do(this.oscar, { type: 'addTheme', title, block: 'B1', contributions })['theme'] as string
  }
  themeRev(id: string): number {
    return this.lab.themes.get(id)?.rev ?? 0
  }
  order(block = 'B1'): string[] {
    return [...this.lab.entries.values()]
      .filter((one) => one.block === block)
      .sort((a, b) => a.position - b.position)
      .map(({ text }) => text)
  }
  undo(step = stepsOf(this.lab)[0]?.seq ?? 0) {
    return this.send(this.oscar, { type: 'undoStep', step })
  }
}
