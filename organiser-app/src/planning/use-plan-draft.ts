import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { type KitMeeting, planFromItems, sameJson, tidyPlan } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { type Action, useCommand } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { tidyZones } from './canvas/edit-zones.ts'
import { type DraftState, draftSteps, freshDraft, savedDraft, settledDraft, takenUp } from './draft.ts'
import type { History } from './history.ts'
import { planKey, planShelf } from './kept-draft.ts'
import { planningWords as our } from './words.ts'

/** A meeting's plan while somebody changes it: theirs, what it began from, and the lab's of now. */
export interface PlanDraft {
  readonly history: ReadonlySignal<History<KitMeeting>>
  readonly base: ReadonlySignal<KitMeeting>
  /** The plan as the lab has it now. */
  readonly theirs: ReadonlySignal<KitMeeting>
  readonly dirty: ReadonlySignal<boolean>
  /** True where the lab's plan has changed under a draft. */
  readonly conflict: ReadonlySignal<boolean>
  readonly action: Action
  readonly change: (next: KitMeeting, step: string | null) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly putBack: () => void
  readonly save: () => Promise<boolean>
  /** Settles a conflict: the draft stands on the lab's plan of now, and is mine or theirs. */
  readonly settle: (take: 'mine' | 'theirs') => void
}

type State = DraftState<KitMeeting>

/** The draft of this tab for a meeting, kept through reloads until it is saved. Without changes it follows the lab. */
export function usePlanDraft(meeting: MeetingItem): PlanDraft {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const now = (): { rev: number; plan: KitMeeting } => {
    const item = lab.items.meetings.value[String(meeting.number)] ?? meeting
    return { rev: item.planRev, plan: planFromItems({ meeting: item, blocks: lab.items.blocks.value, zones: lab.items.zones.value }) }
  }
  const fresh = (): State => {
    const { rev, plan } = now()
    return freshDraft(rev, plan)
  }
  const begin = (): State => {
    const kept = planShelf.kept(planKey(lab.id, meeting.number))
    return kept ? takenUp(kept) : fresh()
  }
  const state = useSignal<State>(useMemo(begin, []))
  const dirty = useComputed(() => !sameJson(tidyZones(tidyPlan(state.value.history.now)), state.value.base))
  const theirs = useComputed(() => now().plan)
  /** True where the lab's plan is not the one that the draft began from; what one saved oneself comes back the same. */
  const moved = useComputed(() => now().rev !== state.value.rev && !sameJson(theirs.value, state.value.base))
  const conflict = useComputed(() => dirty.value && moved.value)
  const latest = lab.items.meetings.value[String(meeting.number)]?.planRev
  useEffect(() => {
    // nobody has changed anything here: it follows the lab
    if (!dirty.value && moved.value) state.value = fresh()
  }, [latest, dirty.value])
  const set = (next: State) => {
    state.value = next
    planShelf.keep(planKey(lab.id, meeting.number), dirty.value ? { rev: next.rev, base: next.base, value: next.history.now } : null)
  }
  return {
    history: useComputed(() => state.value.history),
    base: useComputed(() => state.value.base),
    theirs,
    dirty,
    conflict,
    action: command,
    ...draftSteps(() => state.value, set),
    save: async () => {
      const plan = tidyZones(tidyPlan(state.value.history.now))
      const began = state.value.history.now
      const rev = moved.value ? state.value.rev : now().rev
      if (!(await command.send({ type: 'planMeeting', rev, plan }))) return false
      // from here on the draft stands on what was saved
      set(savedDraft(state.value, rev, began, plan))
      tell(say(our.saved))
      return true
    },
    settle: (take) => {
      const { rev: seen, plan } = now()
      set(settledDraft(state.value, seen, plan, take))
      command.trouble.value = null
    },
  }
}
