import type { JSX } from 'preact'
import { minutesOf } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../shell/button.tsx'
import { useConsole } from '../shell/context.ts'
import { Icon } from '../shell/icon.tsx'
import { Page } from '../shell/page.tsx'
import { kitHref, KITS } from '../shell/route.ts'
import { CheckPanel } from './check-panel.tsx'
import { addMeeting, removeMeeting } from './edit-kit.ts'
import { KitHeadForm } from './kit-head-form.tsx'
import { KitConflict, KitSaveBar, useFaults } from './kit-save.tsx'
import type { KitDraft } from './use-kit-draft.ts'
import { kitsWords as our } from './words.ts'

/** Changing a kit of one's own: its head, the list of its meetings, and its check. */
export function EditKitPage({ draft }: { readonly draft: KitDraft }): JSX.Element {
  const { tell } = useConsole()
  const faults = useFaults(draft)
  const kit = draft.history.value.now
  const { name } = kit
  return (
    <Page
      wide
      title={say(our.editTitle, { title: say(kit.title) })}
      over={<a href={KITS}>{say(our.allKits)}</a>}
      actions={
        <a class="button" href={kitHref(name, { part: 'read' })}>
          {say(our.backToKit)}
        </a>
      }
    >
      <KitConflict draft={draft} />
      <div class="columns">
        <div>
          <KitHeadForm kit={kit} onChange={draft.change} />
          <section class="card" aria-labelledby="edit-meetings">
            <h2 id="edit-meetings">{say(our.meetings)}</h2>
            <ol class="meeting-rows">
              {kit.meetings.map((meeting) => {
                const n = meeting.number
                const { title } = meeting
                return (
                  <li key={meeting.canvas.id}>
                    <span>
                      <strong>{say(our.meetingN, { n, title: say(title) })}</strong>
                      <span class="muted small">{say(our.minutes, { n: minutesOf(kit, meeting) })}</span>
                    </span>
                    <span class="buttons">
                      <a class="button small" href={kitHref(name, { part: 'meeting', meeting: n, at: null })}>
                        <Icon name="pencil" /> {say(our.editMeeting, { n })}
                      </a>
                      {kit.meetings.length > 1 && (
                        <Button
                          kind="quiet"
                          icon="close"
                          label={say(our.removeMeeting, { n })}
                          onClick={() => {
                            draft.change(removeMeeting(kit, n), null)
                            tell(say(our.removedMeeting, { n }), draft.undo)
                          }}
                        />
                      )}
                    </span>
                  </li>
                )
              })}
            </ol>
            {kit.meetings.length < 20 && (
              <div class="buttons">
                <Button
                  icon="plus"
                  onClick={() => {
                    draft.change(addMeeting(kit), null)
                    tell(say(our.addedMeeting, { n: kit.meetings.length + 1 }), draft.undo)
                  }}
                >
                  {say(our.addMeeting)}
                </Button>
              </div>
            )}
          </section>
          <section class="card" aria-labelledby="edit-final">
            <h2 id="edit-final">{say(our.finalCanvas)}</h2>
            <p>{kit.finalCanvas.blocks.map((block) => say(block.title)).join(', ')}</p>
            <div class="buttons">
              <a class="button small" href={kitHref(name, { part: 'final-canvas' })}>
                <Icon name="pencil" /> {say(our.editFinal)}
              </a>
            </div>
          </section>
        </div>
        <div>
          <CheckPanel kit={kit} faults={faults} jumps />
        </div>
      </div>
      <KitSaveBar draft={draft} faults={faults} />
    </Page>
  )
}
