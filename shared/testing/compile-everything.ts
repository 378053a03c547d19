import type { SmallLab } from './small-lab.ts'

/** Does once whatever the compilation knows: for tests that must meet every event of it. The lab's meeting 2 is open, or will be. */
export function compileEverything(lab: SmallLab): void {
  lab.start(2, 'work')
  const triple = lab.note(lab.ann, 'C2.3', { type: 'triple', difficulty: 'no time', approach: '', pointer: 'walks' })
  const note = lab.note(lab.ann, 'C2.1', 'one sentence')
  const add = (text: string): string => lab.do(lab.oscar, { type: 'addEntry', block: 'B1', text, sources: [note] })['entry'] as string
  const [one, other] = [add('one'), add('other')]
  const rev = (id: string): number => (lab.lab.entries.get(id) ?? lab.lab.themes.get(id))?.rev ?? 0
  const link = lab.do(lab.oscar, { type: 'linkEntries', from: one, to: other, kind: 'needs' })['link'] as string
  lab.do(lab.oscar, { type: 'unlinkEntries', link })
  lab.do(lab.oscar, { type: 'orderEntry', entry: other, before: one })
  lab.do(lab.oscar, { type: 'acceptEntries', entries: [{ entry: one, rev: rev(one) }], accepted: false })
  const theme = lab.do(lab.oscar, { type: 'addTheme', title: 'Walks' })['theme'] as string
  lab.do(lab.oscar, { type: 'putInTheme', theme, contributions: [note] })
  lab.do(lab.oscar, { type: 'renameTheme', theme, rev: rev(theme), title: 'Paths' })
  lab.do(lab.oscar, { type: 'removeTheme', theme, rev: rev(theme) })
  lab.do(lab.oscar, { type: 'setAside', contributions: [note], reason: 'said elsewhere' })
  lab.do(lab.oscar, { type: 'takeUp', contribution: note })
  lab.do(lab.oscar, { type: 'undoStep', step: lab.lab.seq })
  const comment = lab.do(lab.oscar, { type: 'addComment', entry: one, kind: 'rewording', text: 'One' })['comment'] as string
  lab.do(lab.oscar, { type: 'resolveComment', comment, how: 'taken', rev: rev(one) })
  lab.do(lab.oscar, { type: 'completeTriple', contribution: triple, part: 'approach', text: 'on foot' })
}
