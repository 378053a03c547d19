import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { agendaTimes, clockIn } from '@telaio/shared/kit'
import { projectTimes } from '../meetings/projected-times.ts'
import { meetingWords } from '../meetings/words.ts'
import { Button } from '../shell/button.tsx'
import { useSeconds } from '../shell/clock.ts'
import { useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { conductWords as our } from './words.ts'

/** The agenda while it runs: when each block began, when the others are now expected, and a way to start any of them. */
export function RunSheet({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const command = useCommand()
  const now = useSeconds()
  const zone = lab.lab.value?.timeZone ?? 'UTC'
  const blocks = meeting.agenda.flatMap((id) => lab.items.blocks.value[`m${meeting.number}/${id}`] ?? [])
  const planned = agendaTimes(blocks, meeting.date, meeting.time, zone)
  const projected = projectTimes(blocks, meeting.current, now.value + lab.offset.value)
  const whenOf = (i: number): string => {
    const at = projected ? projected.blocks[i]?.at : planned.blocks[i]?.at
    return at == null ? '' : clockIn(at, zone)
  }
  return (
    <section class="card" aria-labelledby="run-sheet">
      <h2 id="run-sheet">{say(our.runSheet)}</h2>
      {projected && <End at={projected.end} planned={planned.end} zone={zone} />}
      <TroubleNote trouble={command.trouble} />
      <ol class="run-sheet">
        {blocks.map((block, i) => {
          const current = meeting.current === block.id
          const past = !current && block.run !== null
          const state = current ? ` · ${say(our.runsNow)}` : past ? ` · ${say(our.hasRun)}` : ''
          return (
            <li key={block.id} class={current ? 'now' : past ? 'past' : ''} aria-current={current ? 'step' : undefined}>
              <span class={block.run ? 'time' : 'time muted'}>{whenOf(i)}</span>
              <span class="run-title">
                {say(block.title)}
                <span class="muted">
                  {say(meetingWords.minutesShort, { n: block.minutes })}
                  {state}
                </span>
              </span>
              {!current && lab.may('startBlock') && (
                <Button
                  kind="quiet"
                  icon="play"
                  label={say(our.startThis, { title: say(block.title) })}
                  busy={command.busy}
                  onClick={() => void command.send({ type: 'startBlock', meeting: meeting.number, block: block.id })}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** A drift of less than this is no drift: nobody can hold a plan to the minute. */
const DRIFT_MS = 2 * 60_000
/** A meeting held on another day than planned has no drift worth a figure. */
const SAME_MEETING_MS = 4 * 3_600_000

/** When it will be over as things stand, beside when it was meant to be. */
function End({ at, planned, zone }: { readonly at: number; readonly planned: number | null; readonly zone: string }): JSX.Element {
  const drift = planned === null || Math.abs(at - planned) > SAME_MEETING_MS ? 0 : at - planned
  const minutes = Math.round(Math.abs(drift) / 60_000)
  return (
    <p class="run-end">
      {say(our.endsAt, { time: clockIn(at, zone) })}
      {Math.abs(drift) >= DRIFT_MS && (
        <span class={drift > 0 ? 'over-time' : 'muted'}> · {say(drift > 0 ? our.later : our.earlier, { n: minutes })}</span>
      )}
    </p>
  )
}
