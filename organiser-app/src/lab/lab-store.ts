import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Api, type ApiProblem, createSender, openLab } from '@telaio/shared/client'
import { ALLOWED_WHEN_ARCHIVED, type Answered, type CommandInput, type CommandType, PERMISSIONS } from '@telaio/shared/lab'
import { createServerClock, type ServerClock } from '@telaio/shared/ui'
import type { BlockItem, CollectionName, Items, LabItem, MeItem, MeetingItem } from '@telaio/shared/view'
import { type GroupSet, groupSets } from '@telaio/shared/grouping'
import { meetingsInOrder } from '../labs/readiness.ts'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** A command without its id: `perform` gives it one that survives a retry. */
export type Wish = DistributiveOmit<CommandInput, 'id'>

/** A lab as the console shows it, each collection a signal of its own: what does not change is not drawn again. */
export interface LabStore {
  readonly id: string
  readonly line: ReadonlySignal<'loading' | 'live' | 'waiting' | 'out'>
  readonly items: { readonly [C in CollectionName]: ReadonlySignal<Items[C]> }
  readonly presence: ReadonlySignal<Readonly<Record<string, number>>>
  /** People by the entry of the final canvas that they are writing over now. */
  readonly editing: ReadonlySignal<Readonly<Record<string, readonly string[]>>>
  readonly sayDoing: (entry: string | null) => Promise<void>
  readonly lab: ReadonlySignal<LabItem | null>
  readonly me: ReadonlySignal<MeItem | null>
  readonly meetings: ReadonlySignal<readonly MeetingItem[]>
  readonly sets: ReadonlySignal<readonly GroupSet[]>
  /** The running block of the open meeting. */
  readonly running: ReadonlySignal<BlockItem | null>
  /** The server's time. */
  readonly clock: Pick<ServerClock, 'now' | 'tick'>
  /** Why following ended, where the server sent us away. */
  readonly problem: ReadonlySignal<ApiProblem | null>
  /** True where this viewer's roles allow such a command now; the server decides again. */
  readonly may: (type: CommandType) => boolean
  readonly perform: (wish: Wish) => Promise<Answered>
  /** Follows anew after the session had ended; what is shown stays until the new view has come. */
  readonly reopen: () => void
  readonly stop: () => void
}

const nothing = (): void => undefined

export function openLabStore(api: Api, id: string): LabStore {
  let client = openLab(api, id)
  const state = signal(client.state())
  const clock = createServerClock({ askTime: () => api.time() })
  const problem = signal<ApiProblem | null>(null)
  const pick = <C extends CollectionName>(collection: C): ReadonlySignal<Items[C]> => computed(() => state.value.items[collection])
  const items = Object.fromEntries(
    Object.keys(state.value.items).map((name) => [name, pick(name as CollectionName)]),
  ) as unknown as LabStore['items']
  const line = computed(() => state.value.line)
  const lab = computed(() => items.lab.value['lab'] ?? null)
  const me = computed(() => items.me.value['me'] ?? null)
  const meetings = computed(() => meetingsInOrder(items.meetings.value))

  let before = state.value.line
  let leave: () => void = nothing
  const follow = () => {
    const following = client
    leave = following.subscribe((next) => {
      if (next.line === 'loading') return
      state.value = next
      // clocks drift and machines sleep: a line that comes back is measured anew
      if (next.line === 'live' && before !== 'live') void clock.measure()
      before = next.line
    })
    void following.done.then((why) => {
      if (following === client) problem.value = why
    })
  }
  follow()

  const running = computed(() => {
    const open = meetings.value.find((one) => one.status === 'open')
    return (open?.current && items.blocks.value[`m${open.number}/${open.current}`]) || null
  })
  const unalign = effect(() => clock.align(running.value?.run ?? null))

  const send = createSender()
  return {
    id,
    line,
    items,
    presence: computed(() => state.value.presence),
    editing: computed(() => state.value.editing),
    sayDoing: (entry) => client.sayDoing(entry),
    lab,
    me,
    meetings,
    sets: computed(() => groupSets(meetings.value, items.blocks.value)),
    running,
    clock,
    problem,
    may: (type) => {
      const roles = me.value?.roles ?? []
      if (lab.value?.archived && !ALLOWED_WHEN_ARCHIVED.includes(type)) return false
      return PERMISSIONS[type].some((who) => who !== 'newcomer' && who !== 'zoom-host' && roles.includes(who))
    },
    perform: (wish) => send(JSON.stringify(wish), (commandId) => client.send({ ...wish, id: commandId })),
    reopen: () => {
      leave()
      client.stop()
      problem.value = null
      client = openLab(api, id)
      follow()
    },
    stop: () => {
      leave()
      client.stop()
      unalign()
      clock.stop()
    },
  }
}
