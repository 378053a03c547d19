import type { Request, Response } from 'express'
import type * as z from 'zod'
import type * as core from 'zod/v4/core'
import type { Actor, Permission } from '@telaio/shared/lab'
import type { Language } from '@telaio/shared/words'
import type { Claims } from '../sign-in/claims.ts'

/**
 * Who may call an operation, as a row of the authorisation matrix.
 * `anyone` – no token · `signed-in` – any token of ours · a list – somebody of the lab named in the path, by role;
 * `by-command` – as `permissions.ts` says for each command type.
 */
export type Allowed = 'anyone' | 'signed-in' | 'by-command' | Permission

export interface Call<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly language: Language
  /** What the token proves; empty for `anyone`. */
  readonly claims: Claims
  /** When the token ends (ms); 0 for `anyone`. */
  readonly until: number
  readonly editKeys: readonly string[]
  /** The caller in the lab of the path; operations of no lab have none. */
  readonly actor: Actor | null
  readonly request: Request
  readonly response: Response
}

/** What a route gives back: JSON with a status, or `handled` where it wrote the response itself. */
export type Given =
  | { readonly status?: number; readonly json: unknown }
  | { readonly file: string | Buffer; readonly contentType: string; readonly name?: string }
  | 'handled'

/** One operation of the API: what mounts the route, writes its description and makes its row of the authorisation matrix. */
export interface Operation<
  P extends core.$ZodType = core.$ZodType,
  Q extends core.$ZodType = core.$ZodType,
  B extends core.$ZodType = core.$ZodType,
> {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** Express path under `/api`. `:lab` is looked up and its caller established before the handler runs. */
  readonly path: string
  readonly summary: string
  readonly allowed: Allowed
  readonly params?: P
  readonly query?: Q
  /** JSON body, or `raw` bytes of these media types. */
  readonly body?: B
  readonly raw?: readonly string[]
  readonly answer?: core.$ZodType
  readonly status?: number
  readonly produces?: string
  /** Sign-in routes take fewer calls a minute. */
  readonly slow?: true
  readonly handle: (call: Call<core.output<P>, core.output<Q>, core.output<B>>) => Promise<Given> | Given
}

/** Types one operation, and hides its types from the list it joins. */
export const operation = <P extends core.$ZodType = z.ZodNull, Q extends core.$ZodType = z.ZodNull, B extends core.$ZodType = z.ZodNull>(
  one: Operation<P, Q, B>,
): Operation =>
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- tsc does not agree
  one as unknown as Operation
