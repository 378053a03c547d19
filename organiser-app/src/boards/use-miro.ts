import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { MiroConnection } from '@telaio/shared/api'
import { ApiProblem, mayRetry } from '@telaio/shared/client'
import { say } from '@telaio/shared/ui'
import { useEffect } from 'preact/hooks'
import { type Action, useAction } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { openConsentTab } from './consent-tab.ts'
import { boardsWords as our } from './words.ts'

/** While a consent is open elsewhere: asked this often, for as long as the consent is good for. */
const POLL_MS = 3000
const GOOD_MS = 10 * 60_000

export interface Miro {
  /** Null until the server has said. */
  readonly connection: ReadonlySignal<MiroConnection | null>
  /** Consent is being given in another tab. */
  readonly waiting: ReadonlySignal<boolean>
  /** Miro's page of consent, for a browser that opened no tab. */
  readonly byHand: ReadonlySignal<string | null>
  readonly action: Action
  readonly load: () => void
  readonly connect: () => void
  /** Null where it was refused; else whether Miro has confirmed it. */
  readonly disconnect: () => Promise<{ readonly revoked: boolean } | null>
}

/** How the organiser's own Miro account stands; looked at again whenever one comes back to this page, as from Miro's consent. */
export function useMiro(): Miro {
  const lab = useLab()
  const { session, tell } = useConsole()
  const action = useAction()
  const connection = useSignal<MiroConnection | null>(null)
  const waiting = useSignal(false)
  const byHand = useSignal<string | null>(null)

  const settle = (found: MiroConnection): void => {
    connection.value = found
    if (!found.connected || !waiting.value) return
    waiting.value = false
    byHand.value = null
    tell(say(our.nowConnected))
  }
  const load = () => void action.run(() => session.api.miro(lab.id)).then((found) => found && settle(found))
  useEffect(() => {
    let current = true
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        const found = await session.api.miro(lab.id)
        if (current) settle(found)
      } catch (error) {
        // asked again the next time somebody comes back here
        if (!mayRetry(error) && !(error instanceof ApiProblem)) throw error
      }
    }
    const came = () => void look()
    load()
    addEventListener('focus', came)
    document.addEventListener('visibilitychange', came)
    return () => {
      current = false
      removeEventListener('focus', came)
      document.removeEventListener('visibilitychange', came)
    }
  }, [])
  const isWaiting = waiting.value
  useEffect(() => {
    if (!isWaiting) return
    const started = Date.now()
    // both windows may be in sight side by side: then nobody comes back
    const timer = setInterval(() => {
      if (Date.now() - started > GOOD_MS) waiting.value = false
      else void session.api.miro(lab.id).then(settle, () => undefined)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [isWaiting])

  return {
    connection,
    waiting,
    byHand,
    action,
    load,
    connect: () => {
      const tab = openConsentTab()
      void action
        .run(() => session.api.connectMiro(lab.id))
        .then((consent) => {
          if (!consent) return tab?.close()
          byHand.value = tab ? null : consent.url
          waiting.value = true
          return tab?.go(consent.url)
        })
    },
    disconnect: async () => {
      const done = await action.run(() => session.api.disconnectMiro(lab.id))
      if (done && connection.value) connection.value = { ...connection.value, connected: false, lost: false }
      return done
    },
  }
}
