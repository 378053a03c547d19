import * as z from 'zod/mini'

/** What a stretch of the agenda is: plenary, framing (a short input), individual, project groups, mixed groups, break. */
export const BlockKind = z.enum(['plenary', 'framing', 'individual', 'project-groups', 'mixed-groups', 'break'])
export type BlockKind = z.infer<typeof BlockKind>

/** Who does what in a meeting that several people lead together. */
export const Duty = z.enum(['conductor', 'co-facilitator', 'technical-direction', 'thread-keeper', 'observer', 'guest-expert'])
export type Duty = z.infer<typeof Duty>

/** A part of a meeting's board. */
export const BoardPart = z.enum(['welcome', 'opening', 'framing', 'groups', 'plenary', 'harvest', 'commitments', 'parking'])
export type BoardPart = z.infer<typeof BoardPart>
