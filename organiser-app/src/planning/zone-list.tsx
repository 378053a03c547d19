import type { JSX } from 'preact'
import { type KitMeeting, removeZone } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { Icon } from '../shell/icon.tsx'
import { titleOf } from './agenda-block.tsx'
import { planningWords as our } from './words.ts'

/** The canvas's zones by their blocks. One in which nobody writes can go. */
export function ZoneList({
  meeting,
  onChange,
}: {
  readonly meeting: KitMeeting
  readonly onChange: (next: KitMeeting) => void
}): JSX.Element {
  const { zones } = meeting.canvas
  return (
    <section class="card" aria-labelledby="plan-zones">
      <h2 id="plan-zones">{say(our.zones)}</h2>
      <p class="muted">{say(our.zonesLead)}</p>
      <ul class="plan-zones">
        {zones.map(({ id, title }) => {
          const blocks = meeting.agenda.filter((block) => block.zones.includes(id))
          return (
            <li key={id}>
              <span>
                <span class="zone-id">{id}</span> <strong>{say(title)}</strong>
                {blocks.length > 0 ? (
                  <span class="muted">{blocks.map(titleOf).join(', ')}</span>
                ) : (
                  <span class="over-time">
                    <Icon name="alert" /> {say(our.nobodyWrites)}
                  </span>
                )}
              </span>
              {blocks.length === 0 && zones.length > 1 && (
                <Button
                  kind="quiet"
                  icon="close"
                  label={say(our.removeZone, { zone: id })}
                  onClick={() => onChange(removeZone(meeting, id))}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
