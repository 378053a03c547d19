import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { count, say } from '@telaio/shared/ui'
import { unassigned } from '../labs/readiness.ts'
import { participants } from '../people/people-facts.ts'
import { useLab } from '../shell/context.ts'
import { Empty, Page } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { GroupBoard } from './group-board.tsx'
import { OnTheDay } from './day/on-the-day.tsx'
import { NewGroups } from './new-groups.tsx'
import { PlanPart } from './plan/plan-part.tsx'
import { PrintPart } from './plan/print-part.tsx'
import { planWords } from './plan/words.ts'
import { type GroupSet, groupsOf } from '@telaio/shared/grouping'
import { titleOf } from '@telaio/shared/ui/seating'
import { groupWords as our } from './words.ts'

/** Project groups and the mixed moments of each meeting: which are formed, and the one that is being worked on. */
export function GroupsPage({ set: wanted }: { readonly set: string }): JSX.Element {
  const lab = useLab()
  const set = lab.sets.value.find((one) => one.id === wanted)
  const people = participants(lab.items.people.value)
  return (
    <Page wide title={say(our.title)} lead={say(our.lead)}>
      {wanted !== 'print' && <SetPicker chosen={wanted} />}
      {people.length === 0 ? (
        <Empty
          title={say(our.emptyTitle)}
          action={
            <a class="button primary" href={hrefOf(lab.id, { room: 'people', tab: 'list' })}>
              {say(our.toPeople)}
            </a>
          }
        >
          <p>{say(our.nobody)}</p>
        </Empty>
      ) : wanted === 'plan' ? (
        <section aria-labelledby="group-set">
          <h2 id="group-set">{say(planWords.all)}</h2>
          <PlanPart />
        </section>
      ) : wanted === 'print' ? (
        <PrintPart />
      ) : set ? (
        <section aria-labelledby="group-set">
          <div class="section-head">
            <h2 id="group-set">{titleOf(set)}</h2>
            <p class="muted">{usedIn(set)}</p>
          </div>
          <OnTheDay set={set} />
          {groupsOf(set, lab.items.groups.value).length === 0 ? (
            <NewGroups key={set.id} set={set} />
          ) : (
            <GroupBoard key={set.id} set={set} />
          )}
        </section>
      ) : (
        <p class="nothing">{say(our.unknownSet)}</p>
      )}
    </Page>
  )
}

/** The blocks that work in a set's groups; project groups have so many that meetings are enough. */
function usedIn(set: GroupSet): string {
  if (set.kind === 'mixed') return say(our.usedIn, { titles: set.blocks.map((block) => say(block.title)).join(', ') })
  const meetings = [...new Set(set.blocks.map((block) => block.meeting))].sort((a, b) => a - b)
  return say(our.usedInMeetings, { n: set.blocks.length, meetings: meetings.join(', ') })
}

function SetPicker({ chosen }: { readonly chosen: string }): JSX.Element {
  const lab = useLab()
  const people = lab.items.people.value
  const groups = lab.items.groups.value
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    // on a narrow screen the list is one line that scrolls
    const at = list.current?.querySelector<HTMLElement>('[aria-current]')?.offsetLeft
    if (list.current && at !== undefined) list.current.scrollLeft = at - list.current.offsetLeft
  }, [chosen])
  const stateOf = (set: GroupSet): string => {
    const formed = groupsOf(set, groups).length
    if (formed === 0) return say(our.notFormed)
    const out = unassigned(set, people, groups).length
    return [count(formed, our.formedOne, our.formedMany), ...(out > 0 ? [count(out, our.outOne, our.outMany)] : [])].join(' · ')
  }
  return (
    <nav class="set-picker" aria-label={say(our.sets)}>
      <ul ref={list}>
        <li>
          <a href={hrefOf(lab.id, { room: 'groups', set: 'plan' })} aria-current={chosen === 'plan' ? 'page' : undefined}>
            <span>{say(planWords.all)}</span>
            <span class="muted">{say(planWords.allHint)}</span>
          </a>
        </li>
        {lab.sets.value.map((set) => (
          <li key={set.id}>
            <a href={hrefOf(lab.id, { room: 'groups', set: set.id })} aria-current={set.id === chosen ? 'page' : undefined}>
              <span>{titleOf(set)}</span>
              <span class="muted">{stateOf(set)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
