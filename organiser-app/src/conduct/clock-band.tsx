import type { JSX } from 'preact'
import { clockText, say, timeLeft } from '@telaio/shared/ui'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { useDrive } from '../lab/use-drive.ts'
import { kindWords } from '../meetings/words.ts'
import { Button } from '../shell/button.tsx'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { conductWords as our } from './words.ts'

export interface ClockBandProps {
  readonly meeting: MeetingItem
  readonly current: BlockItem | null
  readonly after: BlockItem | null
}

/** The running block with the time left, what comes next, and the hand on the clock. It stays in sight while one scrolls. */
export function ClockBand({ meeting, current, after }: ClockBandProps): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const n = { meeting: meeting.number }
  const paused = current?.run?.status === 'paused'
  const hand = useDrive(meeting).mayDrive && lab.may('nextBlock')
  return (
    <section class={paused ? 'clock paused' : 'clock'} aria-label={say(our.clock)}>
      <div class="clock-now">
        {current ? (
          <>
            <p class="over">{say(kindWords[current.kind])}</p>
            <p class="clock-title">{say(current.title)}</p>
          </>
        ) : (
          <p class="clock-title">{say(after ? our.nothingRuns : our.allDone)}</p>
        )}
        <p class="muted">
          {after ? say(our.nextIs, { title: say(after.title), minutes: after.minutes }) : current ? say(our.nextEnds) : ''}
        </p>
      </div>
      {current?.run && <TimeLeft block={current} />}
      {hand && (
        <div class="clock-hands">
          {current ? (
            <>
              <Button kind="primary" busy={command.busy} onClick={() => void command.send({ type: 'nextBlock', ...n })}>
                {after ? say(our.next, { title: say(after.title) }) : say(our.endBlock)}
              </Button>
              <Button
                icon={paused ? 'play' : 'pause'}
                label={say(paused ? our.resume : our.pause)}
                busy={command.busy}
                onClick={() => void command.send({ type: paused ? 'resumeBlock' : 'pauseBlock', ...n })}
              >
                <span class="not-narrow">{say(paused ? our.resume : our.pause)}</span>
              </Button>
              <div class="stretch" role="group">
                {([-1, 1, 5] as const).map((minutes) => (
                  <button
                    type="button"
                    class="button"
                    key={minutes}
                    aria-label={say(minutes === -1 ? our.less : minutes === 1 ? our.more : our.moreFive)}
                    onClick={() => void command.send({ type: 'extendBlock', ...n, minutes })}
                  >
                    <span>
                      {minutes > 0 ? `+${minutes}` : `−${-minutes}`}
                      <span class="not-narrow"> min</span>
                    </span>
                  </button>
                ))}
              </div>
            </>
          ) : (
            after && (
              <Button
                kind="primary"
                icon="play"
                busy={command.busy}
                onClick={() => void command.send({ type: 'startBlock', ...n, block: after.id })}
              >
                {say(our.startFirst, { title: say(after.title) })}
              </Button>
            )
          )}
        </div>
      )}
      <TroubleNote trouble={command.trouble} />
    </section>
  )
}

const MINUTE = 60_000

/** Minutes and seconds left, on the server's clock; what is said of them aloud is said by `ConductWatch`. */
function TimeLeft({ block }: { readonly block: BlockItem }): JSX.Element | null {
  const lab = useLab()
  const { run } = block
  const left = timeLeft(run, lab.clock.tick.value) ?? 0
  if (!run) return null
  const planned = Math.round(run.length / MINUTE)
  const by = Math.round(run.extended / MINUTE)
  const whole = run.length + run.extended
  const length =
    by === 0 ? say(our.ofMinutes, { n: planned }) : say(by > 0 ? our.extended : our.shortened, { n: planned, by: Math.abs(by) })
  return (
    <div class={left < 0 ? 'time-left over-time' : 'time-left'}>
      <p class="time big" role="timer">
        {clockText(left)}
      </p>
      <p class="muted">
        {length}
        {run.status === 'paused' && <strong> · {say(our.paused)}</strong>}
        {left < 0 && run.status !== 'paused' && <strong> · {say(our.over)}</strong>}
      </p>
      <span class="elapsed" aria-hidden="true">
        <span style={{ width: `${whole > 0 ? Math.min(100, Math.max(0, (1 - left / whole) * 100)) : 100}%` }} />
      </span>
    </div>
  )
}
