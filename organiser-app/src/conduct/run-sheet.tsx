import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { blocksOf, runOfShow, type ShownBlock, showWords } from '@telaio/shared/conduct'
import { blockTimes, endText, leftText, say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { useDrive } from '../lab/use-drive.ts'
import { meetingWords } from '../meetings/words.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { conductWords as our } from './words.ts'

const CLASSES = { done: 'past', 'left-out': 'past', now: 'now', 'to-come': '' } as const
const STATES = { done: our.hasRun, now: our.runsNow, 'left-out': showWords.leftOut, 'to-come': null } as const

/** The agenda while it runs: when each block began, when the others are now expected, and a way to go to any of them, or back. */
export function RunSheet({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const { mayDrive } = useDrive(meeting)
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  // worked out a few times a minute: hours and minutes do not change faster
  const moment = useComputed(() => Math.floor(lab.clock.tick.value / 5000) * 5000)
  const show = runOfShow(meeting, blocksOf(meeting, lab.items.blocks.value), moment.value, zone)
  const end = endText(show, zone)
  return (
    <section class="card" aria-labelledby="run-sheet">
      <h2 id="run-sheet">{say(our.runSheet)}</h2>
      {end !== '' && <p class="run-end">{end}</p>}
      <TroubleNote trouble={command.trouble} />
      <ol class="run-sheet">
        {show.blocks.map((one) => (
          <Line
            key={one.block.id}
            shown={one}
            zone={zone}
            busy={command.busy}
            start={
              mayDrive && lab.may('startBlock')
                ? () => void command.send({ type: 'startBlock', meeting: meeting.number, block: one.block.id })
                : null
            }
          />
        ))}
      </ol>
    </section>
  )
}

function Line({
  shown,
  zone,
  start,
  busy,
}: {
  readonly shown: ShownBlock
  readonly zone: string
  readonly start: (() => void) | null
  readonly busy: ReturnType<typeof useCommand>['busy']
}): JSX.Element {
  const { block, state } = shown
  const times = blockTimes(shown, zone)
  const word = STATES[state]
  const left = state === 'now' ? '' : leftText(shown)
  const more = [word && say(word), left, times.planned].filter(Boolean)
  const isBack = state === 'done' || state === 'left-out'
  return (
    <li class={CLASSES[state]} aria-current={state === 'now' ? 'step' : undefined}>
      <span class={block.run ? 'time' : 'time muted'}>{state === 'left-out' ? '' : times.at}</span>
      <span class="run-title">
        {say(block.title)}
        <span class="muted">
          {say(meetingWords.minutesShort, { n: block.minutes })}
          {more.map((one) => ` · ${one}`)}
        </span>
      </span>
      {state !== 'now' && start && (
        <Button
          kind="quiet"
          icon={isBack ? 'up' : 'play'}
          label={say(isBack ? showWords.goBack : our.startThis, { title: say(block.title) })}
          busy={busy}
          onClick={start}
        />
      )}
    </li>
  )
}
