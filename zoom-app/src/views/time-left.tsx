import type { BlockRun } from '@telaio/shared/lab'
import { clockText, count, say, timeLeft } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { Icon } from './icon.tsx'

/** The time left of a block by the server's clock, with a thread that grows short. Over time is said calmly: nothing stops. */
export function TimeLeft({ run }: { readonly run: BlockRun | null }): JSX.Element | null {
  const { clock } = usePanel()
  const left = timeLeft(run, Math.max(clock.tick.value, clock.now()))
  if (!run || left === null) return null
  const paused = run.status === 'paused'
  const over = left < 0
  const text = over ? say(words.over, { time: clockText(-left) }) : clockText(left)
  // whole minutes for the ear: seconds that change would be read without end
  const minutes = Math.floor(left / 60_000)
  const spoken = over
    ? say(words.overFor)
    : minutes === 0
      ? say(words.lessThanMinute)
      : count(minutes, words.minutesLeft1, words.minutesLeft)
  return (
    <p
      class={`time-left${over ? ' over' : left <= 60_000 ? ' short' : ''}`}
      role="timer"
      aria-label={`${say(words.timeLeft)}: ${spoken}${paused ? `, ${say(words.paused)}` : ''}`}
    >
      {paused && <Icon name="pause" />}
      <span class="time" aria-hidden="true">
        {text}
      </span>
      {paused && (
        <span class="paused" aria-hidden="true">
          {say(words.paused)}
        </span>
      )}
    </p>
  )
}

/** The same as a length: how much of the block is still to come. */
export function TimeThread({ run }: { readonly run: BlockRun | null }): JSX.Element | null {
  const { clock } = usePanel()
  const left = timeLeft(run, Math.max(clock.tick.value, clock.now()))
  if (!run || left === null) return null
  const all = run.length + run.extended
  const part = all > 0 ? Math.max(0, Math.min(1, left / all)) : 0
  return (
    <div class={`time-thread${part === 0 ? ' over' : ''}`} aria-hidden="true">
      <span style={{ width: `${part * 100}%` }} />
    </div>
  )
}
