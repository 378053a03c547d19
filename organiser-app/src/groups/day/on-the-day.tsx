import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type Day, dayOf, type GroupSet, groupsOf, movesOf, type Round } from '@telaio/shared/grouping'
import type { Conflict, Proposal } from '@telaio/shared/groups'
import { count, say } from '@telaio/shared/ui'
import { groupNameIn, personName, sceneOf, titleOf } from '@telaio/shared/ui/seating'
import { useCommand } from '../../lab/use-action.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { hrefOf } from '../../shell/route.ts'
import { Conflicts } from '../plan/conflicts.tsx'
import { usePlanner } from '../plan/planner.ts'
import { ProposalDialog } from '../proposal-dialog.tsx'
import { Attendance } from './attendance.tsx'
import { Later } from './later.tsx'
import { MoveList } from './move-list.tsx'
import { Refresh } from './refresh.tsx'
import { dayWords as our } from './words.ts'

type Good = Extract<Proposal, { readonly plan: unknown }>
interface Shown {
  readonly day: Day
  readonly proposal: Good
  readonly ms: number
}

/** Shown while a meeting that works in these groups is open: who is there, and what that means for the groups. */
export function OnTheDay({ set }: { readonly set: GroupSet }): JSX.Element | null {
  const lab = useLab()
  const open = lab.meetings.value.find(({ number, status }) => status === 'open' && set.blocks.some((block) => block.meeting === number))
  if (!open || groupsOf(set, lab.items.groups.value).length === 0 || !lab.may('markAttendance')) return null
  return <Today key={set.id} set={set} meeting={open.number} />
}

function Today({ set, meeting }: { readonly set: GroupSet; readonly meeting: number }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const planner = usePlanner()
  const shown = useSignal<Shown | null>(null)
  const conflicts = useSignal<{ readonly conflicts: readonly Conflict[]; readonly rounds: readonly Round[] } | null>(null)
  const remaking = useSignal(false)
  const changed = useSignal(0)
  const day = dayOf(sceneOf(lab, lab.sets.value), set)
  if (!day) return null
  const propose = async () => {
    conflicts.value = null
    const { proposal, ms } = await planner.replan(day.grouping.problem, day.grouping.now, day.meeting, day.change)
    if ('plan' in proposal) shown.value = { day, proposal, ms }
    else conflicts.value = { conflicts: proposal.conflicts, rounds: day.grouping.rounds }
  }
  const apply = async (moves: ReturnType<typeof movesOf>) => {
    if (!(await command.send({ type: 'movePeople', moves }))) return
    tell(say(our.applied))
    shown.value = null
    changed.value++
  }
  const late = day.change.late?.length ?? 0
  const state = [
    ...(day.away.length > 0 ? [say(our.countAway, { n: day.away.length })] : []),
    ...(late > 0 ? [say(our.countLate, { n: late })] : []),
    ...(day.waiting.length > 0 ? [say(our.countWaiting, { n: day.waiting.length })] : []),
  ]
  return (
    <section class="card day" aria-labelledby="day">
      <h3 id="day">{say(our.title)}</h3>
      <p class="hint">{say(set.meeting === null ? our.projectText : our.text)}</p>
      <Attendance meeting={meeting} set={set} onMark={() => (shown.value = null)} />
      <p>
        <strong>{state.length > 0 ? state.join(' · ') : say(our.allHere)}</strong>
      </p>
      {Object.keys(lab.items.joins.value).length > 0 && (
        <p class="callout">
          <a href={hrefOf(lab.id, { room: 'people', tab: 'list' })}>{say(our.joins)}</a>
        </p>
      )}
      <TroubleNote trouble={command.trouble} />
      <div class="buttons">
        <Button kind="primary" onClick={() => void propose()} disabled={state.length === 0}>
          {say(our.propose)}
        </Button>
        {lab.may('addPeople') && (
          <a class="button" href={hrefOf(lab.id, { room: 'people', tab: 'list' })}>
            {say(our.addSomebody)}
          </a>
        )}
      </div>
      {day.tooMany && lab.may('formGroupSets') && (
        <div class="callout">
          <p>{say(our.remakeText, { now: groupsOf(set, lab.items.groups.value).length, n: day.fitting })}</p>
          <Button onClick={() => (remaking.value = true)}>{say(our.remake, { n: day.fitting })}</Button>
        </div>
      )}
      {conflicts.value && <Conflicts {...conflicts.value} onGivenUp={() => void propose()} />}
      {shown.value && <Proposed shown={shown.value} busy={command.busy} onApply={(moves) => void apply(moves)} />}
      {changed.value > 0 && <Refresh meeting={meeting} />}
      {changed.value > 0 && <Later key={changed.value} planner={planner} />}
      {remaking.value && (
        <ProposalDialog
          set={set}
          count={day.fitting}
          onClose={() => {
            remaking.value = false
            changed.value++
          }}
        />
      )}
      <p class="visually-hidden">{titleOf(set)}</p>
    </section>
  )
}

function Proposed({
  shown: { day, proposal, ms },
  busy,
  onApply,
}: {
  readonly shown: Shown
  readonly busy: ReturnType<typeof useCommand>['busy']
  readonly onApply: (moves: ReturnType<typeof movesOf>) => void
}): JSX.Element {
  const lab = useLab()
  const moves = movesOf(day, proposal.moves)
  const round = day.grouping.rounds[day.meeting - 1]
  return (
    <div class="proposed" role="status">
      <p>
        <strong>
          {proposal.moves.length === 0
            ? say(moves.length > 0 ? our.onlyAway : our.nothing)
            : count(proposal.moves.length, our.movesOne, our.movesMany)}
        </strong>
        {proposal.moves.length > 0 && <span class="muted"> · {say(our.least, { n: proposal.leastMoves + day.waiting.length })}</span>}
        <span class="muted"> · {say(our.inMs, { ms })}</span>
      </p>
      {round && (
        <MoveList
          moves={proposal.moves}
          away={day.away}
          nameOf={(id) => personName(lab, id)}
          groupOf={(n) => groupNameIn(lab, round, n - 1)}
          awayFrom={(id) => (day.grouping.now.meetings[day.meeting - 1] ?? []).findIndex((group) => group.includes(id)) + 1}
        />
      )}
      <p class="muted">{say(our.after, { repeats: proposal.figures.repeats, sector: proposal.figures.sector })}</p>
      {moves.length > 0 && (
        <Button kind="primary" busy={busy} onClick={() => onApply(moves)}>
          {say(our.apply)}
        </Button>
      )}
    </div>
  )
}
