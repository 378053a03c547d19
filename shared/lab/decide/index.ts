import type { AnyCommandType, Decidable } from '../commands.ts'
import type { Lab } from '../lab.ts'
import { ALLOWED_WHEN_ARCHIVED, mayTry } from '../permissions.ts'
import type { Result } from '../rejection.ts'
import { reject } from '../rejection.ts'
import { boardDeciders } from './boards.ts'
import { canvasDeciders } from './canvas.ts'
import { compilationDeciders } from './compile.ts'
import { type Context, type Deciders, type Decision, hostsHere } from './context.ts'
import { contributionDeciders } from './contributions.ts'
import { driveDeciders, refusedToDrive, withDriver } from './drive.ts'
import { documentDeciders } from './documents.ts'
import { groupDeciders } from './groups.ts'
import { labDeciders } from './lab.ts'
import { peopleDeciders } from './people.ts'
import { planDeciders } from './plan.ts'
import { themeDeciders } from './themes.ts'
import { voiceDeciders } from './voices.ts'
import { voteDeciders } from './votes.ts'

export type { Context, Decision } from './context.ts'
export { currentGroup } from './context.ts'
export { LEASE_MS } from './groups.ts'

const deciders: Deciders = {
  ...labDeciders,
  ...driveDeciders,
  ...planDeciders,
  ...peopleDeciders,
  ...groupDeciders,
  ...contributionDeciders,
  ...canvasDeciders,
  ...compilationDeciders,
  ...themeDeciders,
  ...boardDeciders,
  ...voiceDeciders,
  ...voteDeciders,
  ...documentDeciders,
}

/** Decides a command against the lab as it stands: the events it leads to, or a refusal as a value. Pure, synchronous, never throws for a refusal. */
export function decide(lab: Lab, command: Decidable, context: Context): Result<Decision> {
  const type: AnyCommandType = command.type
  if (!mayTry(type, context.actor, hostsHere(lab, context.actor))) return reject('forbidden')
  if (lab.archived && !ALLOWED_WHEN_ARCHIVED.includes(type)) return reject('lab_archived')
  const decider = deciders[type] as (lab: Lab, command: Decidable, context: Context) => Result<Decision>
  return refusedToDrive(lab, command, context.actor) ?? withDriver(lab, command, context.actor, decider(lab, command, context))
}
