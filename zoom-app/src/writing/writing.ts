import { type ReadonlySignal, signal } from '@preact/signals'
import { type Api, ApiProblem, newCommandId, openOutbox, type Outbox, type Waiting } from '@telaio/shared/client'
import type { CommandInput, SentAnswer } from '@telaio/shared/lab'
import type { Pending, Place, Settling } from '../lab/notes.ts'
import type { Shelf } from './database.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import { type EditKeys, openEditKeys } from './edit-keys.ts'

type WithoutId<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never
export type Say = WithoutId<CommandInput>

interface NewNote {
  readonly place: Place
  readonly block: string
  readonly answer: SentAnswer
  readonly lane?: string | undefined
  readonly private?: boolean | undefined
  readonly anonymous?: boolean | undefined
  readonly derivedFrom?: string | undefined
}

/** All that a person writes: kept on this device until the server has it, sent once and in order. */
export interface Writing {
  readonly drafts: Drafts
  /** False where the browser keeps nothing when the page goes. */
  readonly lasting: boolean
  readonly pending: ReadonlySignal<Pending>
  /** Refused by the server: the text stays until its author mends it or lets it go. */
  readonly refused: ReadonlySignal<readonly Waiting[]>
  readonly write: (note: NewNote) => Promise<'kept' | 'no-keys'>
  readonly send: (say: Say) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  /** The line may be back, or the sign-in renewed. */
  readonly wake: () => void
  /** The line is another one: what is under way is sent again on it. */
  readonly resend: () => void
  /** The view has reached this event: what was answered by then is in it. */
  readonly seen: (seq: number) => void
  readonly editKeys: () => readonly string[]
  /** True where one of them may be a note's. */
  readonly areKeysUsed: () => boolean
  readonly stop: () => void
  /** Stops, and leaves nothing of this person on the device. */
  readonly forget: () => Promise<void>
}

export interface WritingOptions {
  readonly lab: string
  readonly shelf: Shelf
  readonly api: Pick<Api, 'send'>
  /** The server's time, in ms: what was written says when. */
  readonly now: () => number
  readonly wait?: (attempt: number, signal: AbortSignal) => Promise<void>
}

/** Refusals that mean "it is already so": nothing is lost, nobody need be told. */
const HARMLESS = ['nothing_to_do', 'already_withdrawn', 'already_decided']

/** To somebody whose invite was renewed meanwhile the lab does not exist. That is no fault of the note: it waits until they are in again. */
function asSignedOut(error: unknown): never {
  if (error instanceof ApiProblem && error.code === 'unknown_lab')
    throw new ApiProblem({ status: 401, code: error.code, detail: error.detail })
  throw error
}

/** Opens what this person wrote on this device. What waits is sent from the first `wake` on. */
export async function openWriting({ lab, shelf, api, now, wait }: WritingOptions): Promise<Writing> {
  const pending = signal<Pending>({ waiting: [], settling: [] })
  const refused = signal<readonly Waiting[]>([])
  let seq = 0
  const settle = (settling: readonly Settling[]) => {
    pending.value = { ...pending.value, settling }
  }
  const [drafts, keys, outbox]: [Drafts, EditKeys, Outbox] = await Promise.all([
    openDrafts(shelf.drafts),
    openEditKeys(shelf.editKeys),
    openOutbox({
      store: shelf.waiting,
      // the keys of notes without author are shown with every command, and nobody has them before this is open
      asleep: true,
      send: (to, command, until) => api.send(to, command, until).catch(asSignedOut),
      onAnswer: (waiting, answer) => {
        if (answer.seq > seq) settle([...pending.value.settling, { waiting, answer }])
      },
      ...(wait ? { wait } : {}),
    }),
  ])
  const show = (list: readonly Waiting[]) => {
    for (const one of list) if (one.refused && HARMLESS.includes(one.refused.code)) void outbox.drop(one.id)
    pending.value = { ...pending.value, waiting: list }
    refused.value = list.filter((one) => one.refused && !HARMLESS.includes(one.refused.code))
  }
  show(outbox.waiting())
  outbox.subscribe(show)

  const send = (say: Say): Promise<void> => outbox.add(lab, { ...say, id: newCommandId() })

  return {
    drafts,
    lasting: shelf.lasting,
    pending,
    refused,
    send,
    write: async ({ place, block, answer, lane, private: unseen, anonymous, derivedFrom }) => {
      const key = anonymous ? keys.take() : undefined
      if (key === null) return 'no-keys'
      await send({
        type: 'contribute',
        ...place,
        block,
        answer,
        ...(lane === undefined ? {} : { lane }),
        ...(unseen === undefined ? {} : { private: unseen }),
        ...(derivedFrom === undefined ? {} : { derivedFrom }),
        // a note without author has no time of writing either
        ...(key === undefined ? { writtenAt: new Date(now()).toISOString() } : { anonymous: key }),
      })
      return 'kept'
    },
    drop: outbox.drop,
    wake: outbox.wake,
    resend: outbox.resend,
    seen: (reached) => {
      seq = reached
      const left = pending.value.settling.filter(({ answer }) => answer.seq > reached)
      if (left.length < pending.value.settling.length) settle(left)
    },
    editKeys: keys.shown,
    areKeysUsed: keys.areUsed,
    stop: () => {
      drafts.flush()
      outbox.stop()
    },
    forget: async () => {
      outbox.stop()
      await shelf.clear()
    },
  }
}
