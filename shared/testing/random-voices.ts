import type { Scenario, Say } from './scenario.ts'

const GROUPS = ['g1', 'g2', 'm1/x1-1', 'm1/x1-2'] as const
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** What random labs say to rooms, sum up and vote on. */
export function voiceMakers(
  { lab }: Scenario,
  { a, b, text }: { readonly a: number; readonly b: number; readonly text: string },
  meeting: number,
): readonly (() => Say)[] {
  const message = pick([...lab.messages.keys()], a) ?? ''
  const group = pick(GROUPS, a) ?? 'g1'
  const notes = [...lab.contributions.values()].filter(({ private: unseen }) => !unseen).map(({ id }) => id)
  const write = (): Say => {
    const place = b % 2 ? { meeting: 2, block: 'work', group: a % 2 ? 'g1' : 'g2' } : { meeting: 1, block: 'mixed', group: 'm1/x1-1' }
    const rev = lab.summaries.get(`m${place.meeting}/${place.block}|${place.group}`)?.rev ?? 0
    return { type: 'writeSummary', ...place, rev, text }
  }
  return [
    () => ({
      type: 'sendMessage',
      meeting,
      groups: a % 3 === 0 ? null : [pick(GROUPS, b) ?? 'g1', group],
      kind: pick(['message', 'prompt', 'place'] as const, b) ?? 'message',
      text,
      spot: pick(['m1/x1-1', 'm2/g1', 'm2'], a) ?? 'm2',
    }),
    () => ({ type: 'withdrawMessage', message }),
    write,
    write,
    () => ({ type: 'shareSummaries', meeting, block: meeting === 1 ? 'mixed' : 'work' }),
    () => (b % 2 ? { type: 'redact', message } : { type: 'redact', summary: { meeting: 2, block: 'work', group: a % 2 ? 'g1' : 'g2' } }),
    () => ({
      type: 'openVote',
      meeting,
      on: pick(['C1.2', 'C2.1', 'C2.3'], a) ?? 'C1.2',
      ...(b % 2 ? { group } : {}),
      ...(a % 2 && notes.length > 0 ? { notes: notes.slice(0, 1 + (b % 3)) } : {}),
      ask: b % 3 ? { type: 'votes', dots: 2 } : { type: 'consent' },
    }),
  ]
}
