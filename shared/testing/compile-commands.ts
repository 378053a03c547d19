const none = '0'.repeat(26)
const theme = `thm_${none}`

/** A well-formed body of each command of the compilation, about this entry and this note; what else they speak of is not there. */
export const compileCommands = (entry: string, note: string) => ({
  mergeEntries: { entries: [entry, entry].map((one) => ({ entry: one, rev: 0 })), text: 'x' },
  splitEntry: { entry, rev: 0, parts: ['a', 'b'].map((text) => ({ text, sources: [] })) },
  orderEntry: { entry, before: null },
  acceptEntries: { entries: [{ entry, rev: 0 }] },
  linkEntries: { from: entry, to: entry, kind: 'needs' },
  unlinkEntries: { link: `lnk_${none}` },
  setAside: { contributions: [note], reason: 'x' },
  takeUp: { contribution: note },
  undoStep: { step: 1 },
  addTheme: { title: 'x', block: 'none' },
  renameTheme: { theme, rev: 0 },
  removeTheme: { theme, rev: 0 },
  mergeThemes: { theme, rev: 0, from: theme, fromRev: 0 },
  splitTheme: { theme, rev: 0, title: 'x', contributions: [note] },
  putInTheme: { theme, contributions: [note] },
  takeFromTheme: { theme, contributions: [note] },
  refuseSuggestion: { theme, contributions: [note] },
  addComment: { entry, kind: 'remark', text: 'x' },
  resolveComment: { comment: `cmt_${none}`, how: 'done' },
  completeTriple: { contribution: note, part: 'pointer', text: 'x' },
})
