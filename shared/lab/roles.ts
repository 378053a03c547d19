import * as z from 'zod/mini'

/**
 * What a person may be in a lab. A person may hold several; an observer holds no other. An editor (the editorial group) reads the drafts of the final canvas and comments on
 * them, and has no other power by it.
 */
export const Role = z.enum(['organiser', 'facilitator', 'participant', 'observer', 'editor'])
export type Role = z.infer<typeof Role>
export const ROLES = Role.options

/** Who conducts meetings, and so may drive one. */
export const CONDUCTORS: readonly Role[] = ['facilitator', 'organiser']

/** A Zoom client as its signed context states it. The room is never taken from here: it suggests, never grants. */
export interface ZoomClaim {
  /** Main meeting: `pid ?? mid` of the signed context. */
  readonly meeting: string
  readonly role: 'host' | 'co-host' | 'participant'
}

/** Who sends a command, as the backend has established it. */
export interface Actor {
  /** Person of the lab; null for somebody let in by nobody yet. */
  readonly person: string | null
  readonly roles: readonly Role[]
  /** A join request that awaits a facilitator. */
  readonly join?: string
  readonly zoom?: ZoomClaim
  /** Hashes of the edit keys this client holds: proof of authorship where no author is stored. */
  readonly editKeys: readonly string[]
}

/** The backend's own hand (harvest, carry-over): no person. */
export const SYSTEM: Actor = { person: null, roles: [], editKeys: [] }

export const hasRole = (actor: Actor, ...roles: Role[]): boolean => roles.some((role) => actor.roles.includes(role))
