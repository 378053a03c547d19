/** Where crashes fell, by name of what was under way. */
export type Fell = Record<string, number>

export interface RunResult {
  readonly seed: number
  /** How often the server was killed in this run. */
  readonly lives: number
  readonly acknowledged: number
  readonly fell: Fell
  readonly faults: readonly string[]
}

/** Which kind of writing a file's path belongs to. */
export function fellIn(path: string | undefined): string | null {
  if (path === undefined) return null
  if (path.includes('.snapshot.json')) return 'snapshot file'
  if (path.includes('/registers')) return 'register file'
  if (path.endsWith('.jsonl.new')) return 'log rewritten'
  return path.endsWith('.jsonl') ? 'log' : 'other file'
}

/** Counts one crash: the file it fell into, where that is known, and the kinds of command that were under way. */
export function addFell(
  fell: Fell,
  file: string | null,
  underWay: { readonly notes: number; readonly redactions: number; readonly people: number },
): void {
  const add = (name: string) => {
    fell[name] = (fell[name] ?? 0) + 1
  }
  if (file !== null) add(`in a ${file}`)
  if (underWay.redactions > 0) add('redaction under way')
  if (underWay.people > 0) add('register write under way')
}

/** What the runs came to, as text; and whether all is well. */
export function summarise(name: string, runs: readonly RunResult[]): { readonly text: string; readonly ok: boolean } {
  const fell: Fell = {}
  for (const run of runs) for (const [where, times] of Object.entries(run.fell)) fell[where] = (fell[where] ?? 0) + times
  const crashes = runs.reduce((sum, { lives }) => sum + lives, 0)
  const acknowledged = runs.reduce((sum, run) => sum + run.acknowledged, 0)
  const bad = runs.filter(({ faults }) => faults.length > 0)
  const lines = [
    `${name}: ${runs.length} runs, ${crashes} crashes, ${acknowledged} acknowledged (${Math.round(acknowledged / Math.max(1, crashes))} a crash), ${bad.length} runs with violations`,
    ...Object.entries(fell)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([where, times]) => `  ${where}: ${times}`),
    ...bad.flatMap(({ seed, faults }) => [`  VIOLATION, seed ${seed}:`, ...faults.slice(0, 10).map((fault) => `    ${fault}`)]),
  ]
  return { text: lines.join('\n'), ok: bad.length === 0 }
}
