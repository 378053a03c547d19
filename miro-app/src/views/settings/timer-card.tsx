import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { settingsWords as our } from '../../words/settings.ts'
import { Card } from '../parts/card.tsx'

/** Whether Miro's own timer follows our clock; nothing where Miro gives none. */
export function TimerCard(): JSX.Element | null {
  const { timer } = usePanel()
  if (!timer || timer.state.value === 'none') return null
  return (
    <Card title={say(our.timer)}>
      <label class="choice">
        <input type="checkbox" checked={timer.isOn.value} onChange={({ currentTarget }) => timer.turn(currentTarget.checked)} />
        <span>{say(our.timerFollows)}</span>
      </label>
      <p class="hint">{say(our.timerText)}</p>
      {timer.state.value === 'refused' && <p class="callout">{say(our.timerRefused)}</p>}
    </Card>
  )
}
