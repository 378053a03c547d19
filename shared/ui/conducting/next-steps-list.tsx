import { type ReadonlySignal, useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { blockOf, nextSteps } from '../../conduct/index.ts'
import type { Collections } from '../../view/index.ts'
import { stepText } from '../conduct-text.ts'
import { timeLeft } from '../time-left.ts'

type Steps = Parameters<typeof nextSteps>[1]

/** How often the list is drawn anew: what is near its end does not change faster. */
const EVERY_MS = 5000

/** What whoever conducts has to do next, the most pressing first. */
export function NextStepsList({
  meeting,
  items: { blocks, groups, people, zones, notes, unrevealed, wrote, helps, rooms },
  second,
  nameOf,
  look,
}: {
  readonly meeting: Collections['meetings']
  readonly items: { readonly [C in keyof Steps]: ReadonlySignal<Steps[C]> }
  /** The server's time, at each second that is shown. */
  readonly second: ReadonlySignal<number>
  readonly nameOf: (group: string) => string
  /** Class of the list. */
  readonly look: string
}): JSX.Element {
  const moment = useComputed(() => Math.floor(second.value / EVERY_MS) * EVERY_MS)
  const shown: Steps = {
    blocks: blocks.value,
    groups: groups.value,
    people: people.value,
    zones: zones.value,
    notes: notes.value,
    unrevealed: unrevealed.value,
    wrote: wrote.value,
    helps: helps.value,
    rooms: rooms.value,
  }
  const left = timeLeft(blockOf(shown.blocks, meeting.number, meeting.current)?.run ?? null, moment.value)
  return (
    <ol class={look}>
      {nextSteps(meeting, shown, left).map((step) => {
        const text = stepText(step, nameOf)
        return (
          <li key={text} class={step.kind === 'help' ? 'pressing' : undefined}>
            {text}
          </li>
        )
      })}
    </ol>
  )
}
