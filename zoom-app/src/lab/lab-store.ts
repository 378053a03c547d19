import { type ReadonlySignal, signal } from '@preact/signals'
import { readAt } from '@telaio/shared/api'
import { type Api, type ApiProblem, backoff, type LabClient, type LabState, openLab, pause } from '@telaio/shared/client'
import { emptyItems, type Items } from '@telaio/shared/view'

export interface LabStore {
  readonly items: ReadonlySignal<Items>
  /** `loading` – no view yet · `live` · `waiting` – the line is down · `out` – sent away: sign in again. */
  readonly line: ReadonlySignal<LabState['line']>
  /** Panels open now, by person. */
  readonly presence: ReadonlySignal<LabState['presence']>
  /** Number of the last event in the view: what was answered with it or below it is in there. */
  readonly seq: ReadonlySignal<number>
  /** Follows a lab from now on; what was seen stays until the new view is there. */
  readonly follow: (lab: string) => void
  readonly stop: () => void
}

export interface LabStoreOptions {
  readonly api: Api
  /** The server sent us away; null where the line just ended. */
  readonly onOut: (problem: ApiProblem | null) => void
  /** The line is there, after having been away or for the first time. */
  readonly onLive: () => void
  /** Resolves when somebody has reason to believe that the line is back (the browser says so, the page is looked at again). */
  readonly hope: (signal: AbortSignal) => Promise<void>
}

/** The lab as this viewer sees it, as signals. */
export function createLabStore({ api, onOut, onLive, hope }: LabStoreOptions): LabStore {
  const items = signal<Items>(emptyItems())
  const line = signal<LabState['line']>('loading')
  const seq = signal(0)
  const presence = signal<LabState['presence']>({})
  let client: LabClient | null = null

  const stop = () => {
    client?.stop()
    client = null
  }

  return {
    items,
    line,
    seq,
    presence,
    stop,
    follow: (lab) => {
      stop()
      const mine = openLab(api, lab, async (attempt, ending) => {
        const over = new AbortController()
        ending.addEventListener('abort', () => over.abort())
        await Promise.race([pause(backoff(attempt), over.signal), hope(over.signal)])
        over.abort()
      })
      client = mine
      mine.subscribe((state) => {
        if (client !== mine) return
        const before = line.value
        presence.value = state.presence
        if (state.at !== '') {
          items.value = state.items
          seq.value = readAt(state.at)?.seq ?? 0
        }
        if (state.line !== 'loading' || before !== 'waiting') line.value = state.line
        if (line.value === 'live' && before !== 'live') onLive()
      })
      void mine.done.then((problem) => {
        if (client === mine) onOut(problem)
      })
    },
  }
}
