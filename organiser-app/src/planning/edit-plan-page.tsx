import type { JSX } from 'preact'
import { type KitMeeting, type PlanKit, warnings } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { LabStore } from '../lab/lab-store.ts'
import { MeetingPage } from '../meetings/meeting-head.tsx'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { hrefOf } from '../shell/route.ts'
import { Conflict } from './conflict.tsx'
import { labPlanKit } from './lab-plan-kit.ts'
import { PlanEditor } from './plan-editor.tsx'
import { usePlanDraft } from './use-plan-draft.ts'
import { planningWords as our } from './words.ts'

/** Changing a meeting's plan: a draft of this tab, saved when one says so. */
export function EditPlanPage({ number }: { readonly number: number }): JSX.Element {
  const lab = useLab()
  return (
    <MeetingPage
      number={number}
      tab="plan"
      actions={() => (
        <a class="button" href={hrefOf(lab.id, { room: 'meeting', meeting: number, tab: 'plan' })}>
          {say(our.back)}
        </a>
      )}
    >
      {(meeting) =>
        !lab.may('planMeeting') ? (
          <p class="hint">{say(our.cannotEdit)}</p>
        ) : meeting.status === 'closed' ? (
          <p class="callout calm">{say(our.held)}</p>
        ) : (
          <Editing meeting={meeting} />
        )
      }
    </MeetingPage>
  )
}

const begunIn = (lab: LabStore, meeting: MeetingItem): ReadonlySet<string> =>
  new Set(meeting.agenda.filter((id) => lab.items.blocks.value[`m${meeting.number}/${id}`]?.run))

function Editing({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const draft = usePlanDraft(meeting)
  const history = draft.history.value
  const kit: PlanKit = labPlanKit(lab)
  const plan: KitMeeting = history.now
  const dirty = draft.dirty.value
  const mend = dirty && warnings(kit, plan).some(({ must }) => must)
  return (
    <>
      {draft.conflict.value && (
        <Conflict
          base={draft.base.value}
          mine={plan}
          theirs={draft.theirs.value}
          onSettle={(take) => {
            draft.settle(take)
            tell(say(take === 'mine' ? our.mineKept : our.theirsTaken), take === 'theirs' ? draft.undo : undefined)
          }}
        />
      )}
      <PlanEditor
        kit={kit}
        value={plan}
        onChange={draft.change}
        steps={{ undo: history.past.length > 0 ? draft.undo : null, redo: history.future.length > 0 ? draft.redo : null }}
        when={{ date: meeting.date, time: meeting.time, zone: lab.lab.value?.timeZone ?? 'UTC' }}
        begun={begunIn(lab, meeting)}
      />
      <TroubleNote trouble={draft.action.trouble} onAgain={() => void draft.save()} />
      <div class="save-bar plan-save">
        <Button kind="primary" busy={draft.action.busy} disabled={!dirty || mend || draft.conflict.value} onClick={() => void draft.save()}>
          {say(our.save)}
        </Button>
        {dirty && (
          <Button
            kind="quiet"
            onClick={() => {
              draft.putBack()
              tell(say(our.discarded), draft.undo)
            }}
          >
            {say(our.discard)}
          </Button>
        )}
        <span class={mend ? 'over-time' : 'muted'} role="status">
          {say(mend ? our.mustFirst : dirty ? our.unsaved : our.allSaved)}
        </span>
      </div>
    </>
  )
}
