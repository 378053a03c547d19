import type { JSX } from 'preact'
import type { KitMeeting, PlanWarning } from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import { Icon } from '../shell/icon.tsx'
import { titleOf } from './agenda-block.tsx'
import { fieldWords, planningWords as our } from './words.ts'
import { listWords, warningWords } from './warning-words.ts'

export interface WarningListProps {
  readonly meeting: KitMeeting
  readonly warnings: readonly PlanWarning[]
  readonly onGo: (block: string) => void
}

/** `steps.2` as "step 3", other fields by their name. */
const fieldText = (field: string): string => {
  const [, step] = /^steps\.(\d+)$/.exec(field) ?? []
  if (step !== undefined) return say(our.step, { n: Number(step) + 1 }).toLowerCase()
  const name = fieldWords[field]
  return name ? say(name) : field
}

function textOf(meeting: KitMeeting, { code, block, zone, facts }: PlanWarning): string {
  const found = meeting.agenda.find(({ id }) => id === block)
  const of = meeting.canvas.zones.find(({ id }) => id === zone)
  return say(warningWords[code], {
    ...facts,
    title: found ? titleOf(found) : say(meeting.title),
    zone: of ? `${of.id} ${say(of.title)}` : (zone ?? ''),
    ...(facts['language'] === undefined ? {} : { language: say(facts['language'] === 'en' ? our.inEnglish : our.inItalian) }),
    ...(facts['field'] === undefined ? {} : { field: fieldText(String(facts['field'])) }),
  })
}

/** What a facilitator would say of the plan, each with a way to the block it is about. */
export function WarningList({ meeting, warnings, onGo }: WarningListProps): JSX.Element {
  return (
    <section class="card plan-warnings" aria-labelledby="plan-warnings">
      <h2 id="plan-warnings">{say(listWords.title)}</h2>
      <p class="muted">{warnings.length === 0 ? say(listWords.none) : count(warnings.length, listWords.one, listWords.many)}</p>
      <ul>
        {warnings.map((warning) => {
          const block = meeting.agenda.find(({ id }) => id === warning.block)
          return (
            <li key={`${warning.code} ${warning.block} ${warning.zone} ${warning.facts['field']} ${warning.facts['language']}`}>
              <span class={warning.must ? 'over-time' : 'muted'}>
                <Icon name={warning.must ? 'alert' : 'circle'} /> {say(warning.must ? listWords.must : listWords.advice)}
              </span>
              <span>{textOf(meeting, warning)}</span>
              {block && (
                <button type="button" class="link" onClick={() => onGo(block.id)}>
                  {say(listWords.goTo, { title: titleOf(block) })}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
