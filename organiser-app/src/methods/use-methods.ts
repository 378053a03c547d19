import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Api } from '@telaio/shared/client'
import type { Method, Repertoire } from '@telaio/shared/kit'
import { type Action, useAction } from '../lab/use-action.ts'
import { useConsole } from '../shell/context.ts'

/** The repertoire does not change while the server runs: it is fetched once a session. */
const known = new WeakMap<Api, ReturnType<typeof signal<Repertoire | null>>>()

function repertoireOf(api: Api) {
  const found = known.get(api) ?? signal<Repertoire | null>(null)
  known.set(api, found)
  return found
}

export interface FoundMethods {
  /** Null until it is there. */
  readonly repertoire: ReadonlySignal<Repertoire | null | undefined>
  readonly loading: Action
  readonly load: () => Promise<void>
}

/** The repertoire of methods, as the server has it. */
export function useMethods(): FoundMethods {
  const { session } = useConsole()
  const loading = useAction()
  const repertoire = repertoireOf(session.api)
  const load = async () => {
    const found = await loading.run(() => session.api.methods())
    if (found) repertoire.value = found
  }
  useEffect(() => {
    if (!repertoire.value) void load()
  }, [])
  return { repertoire, loading, load }
}

/** Methods of a kit's own and of the repertoire; of two with one id, the kit's. */
export function allMethods(own: readonly Method[], repertoire: Repertoire | null | undefined): readonly Method[] {
  const taken = new Set(own.map(({ id }) => id))
  return [...own, ...(repertoire?.methods ?? []).filter(({ id }) => !taken.has(id))]
}
