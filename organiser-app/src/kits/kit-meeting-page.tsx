import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { KitMeeting, PlanKit } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { DropMethod } from '../methods/drop-method.tsx'
import { allMethods, useMethods } from '../methods/use-methods.ts'
import { CanvasEditor } from '../planning/canvas/canvas-editor.tsx'
import { SheetPreview } from '../planning/canvas/sheet-preview.tsx'
import { PlanEditor } from '../planning/plan-editor.tsx'
import { useConsole } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { kitHref, type KitPart } from '../shell/route.ts'
import { CheckPanel } from './check-panel.tsx'
import { withMeeting } from './edit-kit.ts'
import { KitConflict, KitSaveBar, useFaults } from './kit-save.tsx'
import type { KitDraft } from './use-kit-draft.ts'
import { kitsWords as our } from './words.ts'

export interface KitMeetingPageProps {
  readonly draft: KitDraft
  readonly meeting: KitMeeting
  readonly part: Extract<KitPart, { part: 'meeting' }>
}

/** A meeting of one's own kit: its agenda, its canvas, methods to put in, and the check beside. */
export function KitMeetingPage({ draft, meeting, part }: KitMeetingPageProps): JSX.Element {
  const { route } = useConsole()
  const faults = useFaults(draft)
  const { repertoire } = useMethods()
  const history = draft.history.value
  const kit = history.now
  const planKit: PlanKit = { ...kit, methods: [...allMethods(kit.methods, repertoire.value)] }
  // asked anew at each address, also the same one again
  const reveal = useMemo(() => (part.at === null ? null : { id: part.at }), [route.value])
  const change = (next: KitMeeting, step: string | null) =>
    draft.change(withMeeting(draft.history.value.now, next), step === null ? null : `${meeting.number} ${step}`)
  return (
    <Page
      wide
      title={say(our.meetingOf, { n: meeting.number, title: say(meeting.title) })}
      over={say(kit.title)}
      actions={
        <a class="button" href={kitHref(kit.name, { part: 'edit' })}>
          {say(our.backToKit)}
        </a>
      }
    >
      <KitConflict draft={draft} />
      {faults.length > 0 && <CheckPanel kit={kit} faults={faults} jumps />}
      <PlanEditor
        kit={planKit}
        value={meeting}
        onChange={change}
        steps={{ undo: history.past.length > 0 ? draft.undo : null, redo: history.future.length > 0 ? draft.redo : null }}
        when={{ date: null, time: null, zone: 'UTC' }}
        reveal={reveal}
        methods={<DropMethod kit={planKit} meeting={meeting} onDrop={(next) => change(next, null)} onUndo={draft.undo} />}
        canvas={
          <CanvasEditor
            kit={planKit}
            meeting={meeting}
            reveal={reveal}
            onChange={change}
            preview={<SheetPreview kit={planKit} sectors={kit.sectors} meeting={meeting} />}
          />
        }
      />
      <KitSaveBar draft={draft} faults={faults} />
    </Page>
  )
}
