import type { Scenario, Say } from './scenario.ts'

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** A step of the compilation that the lab as it stands has something for: what is missing first is made first. */
export function compileSay(
  { lab }: Scenario,
  note: string,
  { a, b, text }: { readonly a: number; readonly b: number; readonly text: string },
): Say {
  const entries = [...lab.entries.values()]
  const themes = [...lab.themes.values()]
  const comments = [...lab.comments.values()].filter((one) => one.resolved === null)
  const links = [...lab.links.keys()]
  const sources = note === '' ? [] : [note]
  const add: Say = { type: 'addEntry', block: a % 2 ? 'B1' : 'B2', text, sources }
  const addTheme: Say = { type: 'addTheme', title: text, block: b % 3 ? 'B1' : null, contributions: sources }
  const [one, other] = [pick(entries, a), pick(entries, a + 1)]
  const [theme, second] = [pick(themes, a), pick(themes, a + 1)]
  const comment = pick(comments, a)
  const triple = [...lab.contributions.values()].find(({ answer, redacted }) => answer.type === 'triple' && !redacted)
  if (!one || !other || one === other) return add
  if (!theme) return addTheme
  const entry = { entry: one.id, rev: one.rev }
  const makers: readonly (() => Say)[] = [
    () => ({ type: 'mergeEntries', text, entries: [entry, { entry: other.id, rev: other.rev }] }),
    () => ({
      type: 'splitEntry',
      ...entry,
      parts: [
        { text, sources: [...one.sources] },
        { text: `${text} 2`, sources: [] },
      ],
    }),
    () => ({
      type: 'orderEntry',
      entry: one.id,
      before: entries.find(({ id, block }) => id !== one.id && block === one.block)?.id ?? null,
    }),
    () => ({ type: 'acceptEntries', entries: [entry, { entry: other.id, rev: other.rev }], accepted: a % 3 > 0 }),
    () => ({ type: 'linkEntries', from: one.id, to: other.id, kind: a % 2 ? 'needs' : 'supports' }),
    () =>
      links.length > 0
        ? { type: 'unlinkEntries', link: pick(links, a) ?? '' }
        : { type: 'linkEntries', from: other.id, to: one.id, kind: 'against' },
    () => ({ type: 'setAside', contributions: sources, reason: text }),
    () => ({ type: 'setAside', contributions: [], reason: text, entry }),
    () =>
      lab.asides.size > 0
        ? { type: 'takeUp', contribution: pick([...lab.asides.keys()], a) ?? '' }
        : { type: 'setAside', contributions: sources, reason: text },
    () => ({ type: 'undoStep', step: pick([...lab.steps.values()], a)?.seq ?? 0 }),
    () => ({ type: 'undoStep', step: Math.max(0, ...[...lab.steps.values()].map(({ seq }) => seq)) }),
    () => addTheme,
    () => ({ type: 'renameTheme', theme: theme.id, rev: theme.rev, title: text }),
    () =>
      a % 3 ? { type: 'putInTheme', theme: theme.id, contributions: sources } : { type: 'removeTheme', theme: theme.id, rev: theme.rev },
    () =>
      second && second !== theme
        ? { type: 'mergeThemes', theme: theme.id, rev: theme.rev, from: second.id, fromRev: second.rev }
        : addTheme,
    () => ({ type: 'splitTheme', theme: theme.id, rev: theme.rev, title: text, contributions: theme.notes.slice(0, 1) }),
    () => ({ type: 'takeFromTheme', theme: theme.id, contributions: theme.notes.slice(0, 1) }),
    () => ({ type: 'refuseSuggestion', theme: theme.id, contributions: sources }),
    () => ({ type: 'addComment', entry: one.id, kind: a % 2 ? 'remark' : 'rewording', text }),
    () =>
      comment
        ? {
            type: 'resolveComment',
            comment: comment.id,
            how: comment.kind === 'rewording' ? 'taken' : 'done',
            rev: lab.entries.get(comment.entry)?.rev ?? 0,
          }
        : { type: 'addComment', entry: one.id, kind: 'rewording', text },
    () => ({ type: 'completeTriple', contribution: triple?.id ?? note, part: 'approach', text: a % 3 ? text : '' }),
    () => ({ type: 'redact', theme: theme.id }),
    () => (comment ? { type: 'redact', comment: comment.id } : add),
  ]
  return (pick(makers, b) ?? (() => add))()
}
