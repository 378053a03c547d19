import { clockText, endText, say, timeLeft } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { useDrive } from '../../panel/use-drive.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { panelWords } from '../../words/panel.ts'
import { Button } from '../parts/button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { useRunOfShow } from './agenda.tsx'

export interface ClockProps {
  readonly meeting: MeetingItem
  readonly current: BlockItem | null
  readonly after: BlockItem | null
}

const MINUTE = 60_000
const STEPS = [
  [-1, '−1', our.minus],
  [1, '+1', our.plus],
  [5, '+5', our.plusFive],
] as const

/** The running block, the time left on the server's clock, and the hand on it. */
export function Clock({ meeting, current, after }: ClockProps): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  const stretch = useCommand()
  const { mayDrive } = useDrive(meeting)
  const id = useId()
  const number = { meeting: meeting.number }
  const isPaused = current?.run?.status === 'paused'
  const pending = useRef(0)
  /** Quick presses add up: what is pressed while the first is on its way goes with the next. */
  const extend = async (by: number): Promise<void> => {
    pending.current += by
    while (pending.current !== 0 && !stretch.busy.value) {
      const minutes = pending.current
      pending.current = 0
      if (!(await stretch.send({ type: 'extendBlock', ...number, minutes }))) pending.current = 0
    }
  }
  return (
    <section class="card clock" aria-labelledby={id}>
      <h2 id={id}>{current ? say(current.title) : say(after ? our.nothingRuns : our.allDone)}</h2>
      {current && <TimeLeft block={current} />}
      <EndLine meeting={meeting} />
      {current && mayDrive && lab.may('extendBlock') && (
        <div class="buttons" role="group" aria-label={say(our.minutes)}>
          <Button
            icon={isPaused ? 'play' : 'pause'}
            busy={command.busy}
            onClick={() => void command.send({ type: isPaused ? 'resumeBlock' : 'pauseBlock', ...number })}
          >
            {say(isPaused ? our.resume : our.pause)}
          </Button>
          {STEPS.map(([minutes, text, label]) => (
            <Button key={minutes} label={say(label)} onClick={() => void extend(minutes)}>
              {text}
            </Button>
          ))}
        </div>
      )}
      <TroubleNote trouble={command.trouble} />
      <TroubleNote trouble={stretch.trouble} />
      {(current || after) && mayDrive && lab.may('nextBlock') && (
        <Button
          kind="primary"
          wide
          busy={command.busy}
          onClick={() =>
            void command.send(current || !after ? { type: 'nextBlock', ...number } : { type: 'startBlock', ...number, block: after.id })
          }
        >
          {after ? say(current ? our.next : our.start, { title: say(after.title) }) : say(our.end)}
        </Button>
      )}
      {current?.prompt && (
        <details class="prompt" open>
          <summary>{say(our.prompt)}</summary>
          <p>{say(current.prompt)}</p>
        </details>
      )}
      {current && current.steps.length > 0 && (
        <details class="prompt">
          <summary>{say(our.steps)}</summary>
          <ol>
            {current.steps.map((step) => (
              <li key={step.it}>{say(step)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** When the meeting was to end, and when it will as things stand. */
function EndLine({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const { show, zone } = useRunOfShow(meeting)
  const text = endText(show, zone)
  return text === '' ? null : <p class="hint end-line">{text}</p>
}

function TimeLeft({ block }: { readonly block: BlockItem }): JSX.Element | null {
  const { second } = usePanel()
  const { run } = block
  const left = timeLeft(run, second.value)
  if (!run || left === null) return null
  return (
    <p class={left < 0 ? 'time-left over' : 'time-left'}>
      <span class="time big" role="timer" aria-label={say(panelWords.timeLeft)}>
        {clockText(left)}
      </span>
      <span class="muted">
        {say(our.ofMinutes, { n: Math.round((run.length + run.extended) / MINUTE) })}
        {run.status === 'paused' && <strong> · {say(our.paused)}</strong>}
        {left < 0 && run.status !== 'paused' && <strong> · {say(our.overTime)}</strong>}
      </span>
    </p>
  )
}
