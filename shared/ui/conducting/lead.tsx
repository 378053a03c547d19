import { type Signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { type Drive, driveWords as our } from '../../conduct/index.ts'
import type { CommandInput } from '../../lab/index.ts'
import type { MeetingItem } from '../../view/index.ts'
import { say } from '../language.ts'

type LeadCommand = Extract<CommandInput, { type: 'takeDrive' | 'handDrive' }>
type Wish<C = LeadCommand> = C extends LeadCommand ? Omit<C, 'id'> : never

/** A hand to send with, and what went wrong last: each app has its own. */
export interface LeadHand {
  /** Sends a command; null where it was not done. */
  readonly send: (wish: Wish) => Promise<unknown>
  readonly trouble: Signal<unknown>
}

/** Taking the lead: at once where nobody has it, else asked for first, of whom one saw in it then. */
export function useTake(meeting: MeetingItem, { send, trouble }: LeadHand) {
  /** Whom one saw in the lead when one asked for it; undefined: nobody asks. */
  const seen = useSignal<string | null | undefined>(undefined)
  const take = async (from: string | null): Promise<void> => {
    if ((await send({ type: 'takeDrive', meeting: meeting.number, from })) !== null) seen.value = undefined
  }
  return {
    isAsking: seen.value !== undefined,
    start: (): void => {
      if (meeting.driver === null) return void take(null)
      trouble.value = null
      seen.value = meeting.driver
    },
    confirm: (): void => void take(seen.value ?? null),
    close: (): void => void (seen.value = undefined),
  }
}

/** Handing the lead on: to somebody, or to whoever acts next. */
export function useHandOver(meeting: MeetingItem, drive: Drive, { send, trouble }: LeadHand) {
  /** Null: nobody asks; empty: for whoever acts next. */
  const to = useSignal<string | null>(null)
  const hand = async (): Promise<void> => {
    if ((await send({ type: 'handDrive', meeting: meeting.number, to: to.value || null })) !== null) to.value = null
  }
  return {
    to,
    isAsking: to.value !== null,
    start: (): void => {
      trouble.value = null
      to.value = drive.others[0]?.person.id ?? ''
    },
    confirm: (): void => void hand(),
    close: (): void => void (to.value = null),
  }
}

/** What one is told before the lead changes hands. */
export function TakeReasons({ drive, name }: { readonly drive: Drive; readonly name: string }): JSX.Element {
  return (
    <>
      <p>{say(drive.isPresent ? our.takePresent : our.takeAway, { name })}</p>
      <p class="hint">{say(our.takeBoth)}</p>
    </>
  )
}

/** Whom to hand it to, with who has a panel open. */
export function HandTo({ drive, to }: { readonly drive: Drive; readonly to: Signal<string | null> }): JSX.Element {
  const id = useId()
  return (
    <>
      <p>{say(our.handText)}</p>
      <label for={id}>{say(our.to)}</label>
      <select id={id} class="field" value={to.value ?? ''} onChange={({ currentTarget }) => (to.value = currentTarget.value)}>
        {drive.others.map(({ person, isPresent }) => (
          <option key={person.id} value={person.id}>
            {`${person.name} – ${say(isPresent ? our.present : our.away)}`}
          </option>
        ))}
        <option value="">{say(our.toNobody)}</option>
      </select>
    </>
  )
}
