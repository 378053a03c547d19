import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { FinalCanvasEditor } from '../planning/canvas/final-canvas-editor.tsx'
import { zoneWords } from '../planning/canvas/words.ts'
import { TwoLanguages } from '../planning/two-languages.tsx'
import { Page } from '../shell/page.tsx'
import { kitHref } from '../shell/route.ts'
import { CheckPanel } from './check-panel.tsx'
import { KitConflict, KitSaveBar, useFaults } from './kit-save.tsx'
import type { KitDraft } from './use-kit-draft.ts'
import { kitsWords as our } from './words.ts'

/** The final canvas of a kit of one's own. */
export function FinalCanvasPage({ draft }: { readonly draft: KitDraft }): JSX.Element {
  const faults = useFaults(draft)
  const kit = draft.history.value.now
  const { finalCanvas } = kit
  return (
    <Page
      wide
      title={say(our.finalCanvas)}
      over={say(kit.title)}
      lead={say(zoneWords.finalLead)}
      actions={
        <a class="button" href={kitHref(kit.name, { part: 'edit' })}>
          {say(our.backToKit)}
        </a>
      }
    >
      <KitConflict draft={draft} />
      <div class="columns">
        <div>
          <TwoLanguages
            name="final-title"
            label={say(zoneWords.finalTitle)}
            value={finalCanvas.title}
            onChange={(title) => draft.change({ ...kit, finalCanvas: { ...finalCanvas, title } }, 'final title')}
          />
          <FinalCanvasEditor
            meetings={kit.meetings}
            blocks={finalCanvas.blocks}
            onChange={(blocks, step) => draft.change({ ...kit, finalCanvas: { ...finalCanvas, blocks } }, step)}
          />
        </div>
        <div>
          <CheckPanel kit={kit} faults={faults} jumps />
        </div>
      </div>
      <KitSaveBar draft={draft} faults={faults} />
    </Page>
  )
}
