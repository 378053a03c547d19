import { type ReadonlySignal, signal } from '@preact/signals'
import { type Api, ApiProblem, mayRetry, newCommandId } from '@telaio/shared/client'

/** How the caller's Miro account stands with the server, which writes on the board with it. */
export type Standing = 'unknown' | 'unconfigured' | 'none' | 'lost' | 'connected'

/** A tab in which Miro asks for consent; opened within the press on a button, or browsers refuse it. */
export interface ConsentTab {
  readonly go: (url: string) => void
  readonly close: () => void
}

export interface MiroLink {
  readonly standing: ReadonlySignal<Standing>
  /** Consent is being given in another tab. */
  readonly isWaiting: ReadonlySignal<boolean>
  /** Miro's page of consent, for a browser that opened no tab by itself. */
  readonly byHand: ReadonlySignal<string | null>
  /** Asks the server how things stand; keeps what it knew where nobody answers. */
  readonly check: () => Promise<void>
  readonly connect: () => Promise<void>
  readonly disconnect: () => Promise<void>
  /** Makes this board the lab's: one meeting's, or all those' that have none of their own. */
  readonly connectBoard: (board: string, meeting: number | null) => Promise<void>
  /** The same on this person's word alone: the board is written through the panel that is open on it. */
  readonly claimBoard: (board: string, meeting: number | null, name: string) => Promise<void>
  readonly stop: () => void
}

export interface MiroLinkOptions {
  readonly api: Pick<Api, 'miro' | 'connectMiro' | 'disconnectMiro' | 'connectBoard' | 'claimBoard'>
  readonly lab: () => string | null
  readonly openTab: () => ConsentTab | null
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly newId?: () => string
}

/** While a consent is open elsewhere: asked this often, for as long as the consent is good for (ten minutes). */
const POLL_MS = 3000
const POLLS = 200

export function createMiroLink({ api, lab, openTab, wait, newId = newCommandId }: MiroLinkOptions): MiroLink {
  const standing = signal<Standing>('unknown')
  const isWaiting = signal(false)
  const byHand = signal<string | null>(null)
  let polling = new AbortController()

  const here = (): string => {
    const id = lab()
    if (id === null) throw new Error('no lab to ask about')
    return id
  }
  const settled = (): void => {
    polling.abort()
    isWaiting.value = false
    byHand.value = null
  }
  async function check(): Promise<void> {
    const of = lab()
    if (of === null) return
    try {
      const { configured, connected, lost } = await api.miro(of)
      if (lab() !== of) return
      standing.value = !configured ? 'unconfigured' : connected ? 'connected' : lost ? 'lost' : 'none'
      if (connected) settled()
    } catch (error) {
      // asked again when somebody comes back to the panel, or presses a button
      if (!mayRetry(error) && !(error instanceof ApiProblem)) throw error
    }
  }
  async function poll(over: AbortSignal): Promise<void> {
    for (let n = 0; n < POLLS && !over.aborted; n++) {
      await wait(POLL_MS, over)
      if (!over.aborted) await check()
    }
    if (!over.aborted) settled()
  }

  return {
    standing,
    isWaiting,
    byHand,
    check,
    connect: async () => {
      settled()
      const tab = openTab()
      try {
        const { url } = await api.connectMiro(here())
        if (tab) tab.go(url)
        else byHand.value = url
        isWaiting.value = true
        polling = new AbortController()
        void poll(polling.signal)
      } catch (error) {
        tab?.close()
        throw error
      }
    },
    disconnect: async () => {
      await api.disconnectMiro(here())
      standing.value = 'none'
    },
    connectBoard: async (board, meeting) => {
      await api.connectBoard(here(), { id: newId(), board, meeting })
    },
    claimBoard: async (board, meeting, name) => {
      await api.claimBoard(here(), board, { meeting, name })
    },
    stop: () => polling.abort(),
  }
}

/** A tab of the browser. It must not know who opened it: it goes to another site. */
export function openConsentTab(): ConsentTab | null {
  const tab = window.open('', '_blank')
  if (!tab) return null
  tab.opener = null
  return { go: (url) => tab.location.replace(url), close: () => tab.close() }
}
