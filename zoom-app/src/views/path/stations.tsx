import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'
import { shortDay } from './when.ts'

/** The meetings as stations on one thread. */
export function Stations(): JSX.Element {
  const { lab } = usePanel()
  const meetings = Object.values(lab.items.value.meetings).sort((a, b) => a.number - b.number)
  return (
    <section class="section">
      <h2>{say(pathWords.meetings, { n: meetings.length })}</h2>
      <ol class="stations">
        {meetings.map((one) => (
          <li key={one.number} class={`station ${one.status}`}>
            <span class="dot" aria-hidden="true">
              {one.number}
            </span>
            <span>
              {say(one.title)}
              <span class="muted"> · {one.date && one.status === 'planned' ? shortDay(one.date) : say(pathWords.states[one.status])}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
