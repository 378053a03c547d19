import type { OpeningItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { zoneItem } from '../../lab/now.ts'
import { beginningsOf, groupName } from '../../lab/opening.ts'
import { usePanel } from '../../panel/context.ts'
import { textOf } from '../../writing/answers.ts'
import { panelWords as words } from '../../words/panel.ts'
import { pathWords } from '../../words/path.ts'
import { AnswerText } from '../answer-text.tsx'
import { useKeptFocus } from '../kept-focus.ts'
import { Settle } from './settle.tsx'

/** "Picking up from here": what was decided last time, and which promises are open. `othersOnly`: where my own stand in a list of their own. */
export function PickingUp({ othersOnly = false }: { readonly othersOnly?: boolean }): JSX.Element | null {
  const { lab } = usePanel()
  const items = lab.items.value
  const { decided, commitments: all } = beginningsOf(items)
  const commitments = othersOnly ? all.filter(({ contribution }) => !items.mine[contribution]) : all
  const id = useId()
  const box = useRef<HTMLElement>(null)
  useKeptFocus(box)
  if (decided.length + commitments.length === 0) return null
  return (
    <section class="section picking-up" aria-labelledby={id} ref={box}>
      <h2 id={id}>{say(pathWords.pickingUp)}</h2>
      {decided.length > 0 && (
        <>
          <h3 class="lane-title">{say(pathWords.decided)}</h3>
          <ul class="notes">
            {decided.map((one) => (
              <li key={one.contribution}>
                <Beginning one={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {commitments.length > 0 && (
        <>
          <h3 class="lane-title">{say(pathWords.openCommitments)}</h3>
          <ul class="notes">
            {commitments.map((one) => (
              <li key={one.contribution}>
                <Beginning one={one}>
                  <Settle contribution={one.contribution} group={one.group} status={null} text={textOf(one.answer)} />
                </Beginning>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Beginning({ one, children }: { readonly one: OpeningItem; readonly children?: JSX.Element }): JSX.Element {
  const { lab } = usePanel()
  const items = lab.items.value
  const zone = zoneItem(items, one.from.meeting, one.from.zone)
  const group = groupName(items, one.from)
  return (
    <article class="note">
      <AnswerText answer={one.answer} type={zone?.answer} />
      <p class="by muted">
        <span>{[say(words.meetingN, { n: one.from.meeting }), group].filter(Boolean).join(' · ')}</span>
        {one.dots > 0 && <span class="badge">{say(pathWords.dots, { n: one.dots })}</span>}
      </p>
      {children}
    </article>
  )
}
