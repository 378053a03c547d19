import { useComputed } from '@preact/signals'
import { clockText, say, timeLeft } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { blockOf } from '@telaio/shared/conduct'
import { usePanel } from '../panel/context.ts'
import { conductWords } from '../words/conduct.ts'
import { panelWords } from '../words/panel.ts'

/** The running block with the time left, wherever one is in the panel. */
export function TimeStrip(): JSX.Element | null {
  const { lab, meeting, second } = usePanel()
  const block = useComputed(() => (meeting.value ? blockOf(lab.items.blocks.value, meeting.value.number, meeting.value.current) : null))
  const run = block.value?.run ?? null
  const left = timeLeft(run, second.value)
  if (!block.value || left === null) return null
  return (
    <p class={left < 0 ? 'time-strip over' : 'time-strip'}>
      <span class="time-title">{say(block.value.title)}</span>
      <span class="time" role="timer" aria-label={say(panelWords.timeLeft)}>
        {clockText(left)}
      </span>
      {run?.status === 'paused' && <span class="flag">{say(conductWords.paused)}</span>}
    </p>
  )
}
