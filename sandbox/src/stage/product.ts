import { type Api, createApi } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'

/** A token is fetched anew this long before it ends. */
const AHEAD_MS = 5 * 60_000

type Wish<C = CommandInput> = C extends CommandInput ? Omit<C, 'id'> : never
/** A command without its id. */
export type Saying = Wish

/** The product, by its public API alone. */
export interface Product {
  readonly asOrganiser: (oneTimeToken: string) => Promise<Api>
  /** Somebody by their invite: signed in once, and again when the token has run low. */
  readonly asInvited: (invite: string) => Promise<Api>
  readonly asNobody: Api
  /** Goes where a browser would be sent. */
  readonly visit: (url: string) => Promise<void>
}

export function createProduct(base: string): Product {
  const asNobody = createApi({ base, token: () => null })
  const sessions = new Map<string, { token: string; until: number }>()
  return {
    asNobody,
    async asOrganiser(oneTimeToken) {
      const { token } = await asNobody.signInOrganiser(oneTimeToken)
      return createApi({ base, token: () => token })
    },
    async asInvited(invite) {
      const known = sessions.get(invite)
      if (!known || known.until < Date.now()) {
        const { token, expiresAt } = await asNobody.signInInvite(invite)
        sessions.set(invite, { token, until: Date.parse(expiresAt) - AHEAD_MS })
      }
      return createApi({ base, token: () => sessions.get(invite)?.token ?? null })
    },
    async visit(url) {
      const answer = await fetch(url)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`)
    },
  }
}
