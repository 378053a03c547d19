import type { Decidable } from './commands.ts'
import { decide, type Context } from './decide/index.ts'
import { EVENT_VERSION, type LabEvent, type NewEvent } from './events.ts'
import { evolve } from './evolve/index.ts'
import type { Answered, Lab } from './lab.ts'
import { reject, type Rejection } from './rejection.ts'
import { remember } from './steps.ts'

/** What one command adds to the log: its events and, with them, what it was answered. Saved whole or not at all. */
export interface Commit {
  readonly events: readonly LabEvent[]
  /** The command's id, a keyed hash of its body, and the answer it got; absent for the server's own commits. */
  readonly receipt?: { readonly command: string; readonly hash: string; readonly answer: Answered }
}

export type Handled =
  | { readonly kind: 'commit'; readonly commit: Commit; readonly answer: Answered }
  /** This command was answered before: the same answer, nothing to append. */
  | { readonly kind: 'again'; readonly answer: Answered }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }

/** Numbers and dates new events. */
export const stamp = (lab: Lab, events: readonly NewEvent[], { actor, now }: Context): LabEvent[] =>
  events.map(
    (event, i) =>
      ({
        v: EVENT_VERSION,
        seq: lab.seq + 1 + i,
        at: event.at ?? now,
        actor: event.actor === null ? null : actor.person,
        type: event.type,
        body: event.body,
      }) as LabEvent,
  )

/**
 * A command from its arrival to what must be stored. `hash` is a keyed hash of the body (and of the sender, unless the sender
 * is anonymous). Rejections are not remembered: the same command may be accepted later.
 */
export function handle(lab: Lab, command: Decidable, hash: string, context: Context): Handled {
  const known = lab.receipts.get(command.id)
  if (known)
    return known.hash === hash
      ? { kind: 'again', answer: known.answer }
      : { kind: 'rejected', rejection: reject('command_id_reused', 'id').rejection }
  const decided = decide(lab, command, context)
  if (!decided.ok) return { kind: 'rejected', rejection: decided.rejection }
  const events = stamp(lab, decided.value.events, context)
  const answer: Answered = { ...decided.value.answer, seq: lab.seq + events.length }
  return { kind: 'commit', commit: { events, receipt: { command: command.id, hash, answer } }, answer }
}

/** Folds a commit: its events, and the memory of its answer. */
export function applyCommit(lab: Lab, commit: Commit): Lab {
  const next = remember(lab, commit.events.reduce(evolve, lab), commit.events)
  if (!commit.receipt) return next
  const { command, hash, answer } = commit.receipt
  const written = commit.events.find((event) => event.type === 'contributed')?.body.contribution
  const contributions = written === undefined ? next.contributions : next.contributions.update(written, (note) => ({ ...note, command }))
  return { ...next, contributions, receipts: next.receipts.set(command, { hash, answer }) }
}
