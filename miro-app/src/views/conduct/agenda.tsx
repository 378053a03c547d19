import { useComputed } from '@preact/signals'
import { blocksOf, type RunOfShow, runOfShow, type ShownBlock, showWords } from '@telaio/shared/conduct'
import { blockTimes, leftText, say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useDrive } from '../../panel/use-drive.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'

const STATES = { done: our.hasRun, now: our.runsNow, 'left-out': showWords.leftOut, 'to-come': null } as const

/** The agenda of the meeting as it runs, worked out a few times a minute. */
export function useRunOfShow(meeting: MeetingItem): { readonly show: RunOfShow; readonly zone: string } {
  const { lab, second } = usePanel()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const moment = useComputed(() => Math.floor(second.value / 5000) * 5000)
  return { show: runOfShow(meeting, blocksOf(meeting, lab.items.blocks.value), moment.value, zone), zone }
}

/** The whole agenda, folded: what has run, what runs, when the rest is expected, and any block to go to or back to. */
export function Agenda({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  const drive = useDrive(meeting)
  const { show, zone } = useRunOfShow(meeting)
  const mayStart = meeting.status === 'open' && drive.mayDrive && lab.may('startBlock')
  return (
    <details class="card agenda">
      <summary>
        <h2>{say(our.agenda)}</h2>
      </summary>
      <TroubleNote trouble={command.trouble} />
      <ol>
        {show.blocks.map((one) => (
          <Line
            key={one.block.id}
            shown={one}
            zone={zone}
            start={mayStart ? () => void command.send({ type: 'startBlock', meeting: meeting.number, block: one.block.id }) : null}
            busy={command.busy}
          />
        ))}
      </ol>
    </details>
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
  const title = say(block.title)
  const times = blockTimes(shown, zone)
  const word = STATES[state]
  const isBack = state === 'done' || state === 'left-out'
  const left = leftText(shown)
  return (
    <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="time">{state === 'left-out' ? '' : times.at}</span>
      <span class="agenda-title">
        {title}
        <span class="muted">
          {[say(our.min, { n: block.minutes }), word && say(word), state !== 'now' && left, times.planned].filter(Boolean).join(' · ')}
        </span>
      </span>
      {start && state !== 'now' && (
        <Button small kind="quiet" label={say(isBack ? showWords.goBack : our.startThis, { title })} busy={busy} onClick={start}>
          {say(isBack ? showWords.goBackShort : our.startIt)}
        </Button>
      )}
    </li>
  )
}
