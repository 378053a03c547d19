import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Api, type ApiProblem, backoff, type LabClient, type LabState, openLab, pause, type Send } from '@telaio/shared/client'
import { ALLOWED_WHEN_ARCHIVED, type Answered, type CommandInput, type CommandType, PERMISSIONS } from '@telaio/shared/lab'
import type { ServerClock } from '@telaio/shared/ui'
import { emptyItems, type CollectionName, type Items, type LabItem, type MeItem } from '@telaio/shared/view'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A command without its id: `perform` gives it one that survives a retry. */
export type Wish = DistributiveOmit<CommandInput, 'id'>

/** The lab as this viewer sees it, each collection a signal of its own: what does not change is not drawn again. */
export interface LabStore {
  readonly id: ReadonlySignal<string | null>
  readonly items: { readonly [C in CollectionName]: ReadonlySignal<Items[C]> }
  readonly lab: ReadonlySignal<LabItem | null>
  readonly me: ReadonlySignal<MeItem | null>
  readonly presence: ReadonlySignal<LabState['presence']>
  /** `loading` – no view yet · `live` · `waiting` – the line is down, what is shown may be old · `out` – sent away. */
  readonly line: ReadonlySignal<LabState['line']>
  /** The server's time now, in ms. */
  readonly now: () => number
  /** True where this viewer's roles allow such a command now; the server decides again. */
  readonly may: (type: CommandType) => boolean
  readonly perform: (wish: Wish) => Promise<Answered>
  /** Follows a lab from now on; another one begins empty. */
  readonly follow: (lab: string) => void
  /** Follows none, and forgets what was seen. */
  readonly leave: () => void
}

export interface LabStoreOptions {
  readonly api: Api
  readonly send: Send
  readonly clock: Pick<ServerClock, 'now' | 'measure'>
  /** The server sent us away, or the feed ended. */
  readonly onOut: (problem: ApiProblem | null) => void
  /** Resolves when there is reason to believe that the line is back. */
  readonly hope: (signal: AbortSignal) => Promise<void>
}

const EMPTY: LabState = { items: emptyItems(), at: '', line: 'loading', presence: {}, editing: {} }

export function createLabStore({ api, send, clock, onOut, hope }: LabStoreOptions): LabStore {
  const id = signal<string | null>(null)
  const state = signal<LabState>(EMPTY)
  let client: LabClient | null = null
  const pick = <C extends CollectionName>(name: C): ReadonlySignal<Items[C]> => computed(() => state.value.items[name])
  const items = Object.fromEntries(
    Object.keys(EMPTY.items).map((name) => [name, pick(name as CollectionName)]),
  ) as unknown as LabStore['items']
  const lab = computed(() => items.lab.value['lab'] ?? null)
  const me = computed(() => items.me.value['me'] ?? null)

  const stop = (): void => {
    client?.stop()
    client = null
  }
  return {
    id,
    items,
    lab,
    me,
    presence: computed(() => state.value.presence),
    line: computed(() => state.value.line),
    now: clock.now,
    may: (type) => {
      if (lab.value?.archived && !ALLOWED_WHEN_ARCHIVED.includes(type)) return false
      return PERMISSIONS[type].some((who) => who !== 'newcomer' && who !== 'zoom-host' && (me.value?.roles.includes(who) ?? false))
    },
    perform: (wish) => {
      const to = id.value
      if (to === null) throw new Error('no lab to send to')
      return send(`${to} ${JSON.stringify(wish)}`, (command) => api.send(to, { ...wish, id: command }))
    },
    leave: () => {
      stop()
      id.value = null
      state.value = EMPTY
    },
    follow: (to) => {
      stop()
      // signed in anew to the same lab: what was seen stays until the new view is there
      if (id.value !== to) state.value = EMPTY
      id.value = to
      const mine = openLab(api, to, async (attempt, ending) => {
        const over = new AbortController()
        ending.addEventListener('abort', () => over.abort())
        await Promise.race([pause(backoff(attempt), over.signal), hope(over.signal)])
        over.abort()
      })
      client = mine
      mine.subscribe((next) => {
        if (client !== mine) return
        const before = state.value.line
        state.value = next.at === '' ? { ...state.value, line: next.line } : next
        // clocks drift and machines sleep: a line that comes back is measured anew
        if (next.line === 'live' && before !== 'live') void clock.measure()
      })
      void mine.done.then((problem) => {
        if (client === mine) onOut(problem)
      })
    },
  }
}
