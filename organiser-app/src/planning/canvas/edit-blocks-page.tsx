import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { CanvasBlock, sameJson } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../../lab/use-action.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { Page } from '../../shell/page.tsx'
import { hrefOf } from '../../shell/route.ts'
import { changed, type History, historyOf, undone } from '../history.ts'
import { labPlanKit } from '../lab-plan-kit.ts'
import { planningWords } from '../words.ts'
import { FinalCanvasEditor } from './final-canvas-editor.tsx'
import { tidyBlocks } from './edit-zones.ts'
import { zoneWords as our } from './words.ts'

/** Where the blocks of a lab's final canvas are changed: `canvas/edit`, which is the id of no block. */
export const EDIT_BLOCKS = 'edit'

/** The blocks of a lab's final canvas: a draft, saved over what it began from. */
export function EditBlocksPage(): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const kit = labPlanKit(lab)
  const now = kit.finalCanvas.blocks
  const rev = lab.lab.value?.finalCanvasRev ?? 0
  const began = useSignal({ rev, blocks: now })
  const history = useSignal<History<readonly CanvasBlock[]>>(historyOf(now))
  const blocks = history.value.now
  const dirty = !sameJson(tidyBlocks(blocks), began.value.blocks)
  const ready = tidyBlocks(blocks).every((block) => CanvasBlock.safeParse(block).success)
  const isMoved = rev !== began.value.rev && !sameJson(now, began.value.blocks)
  const cited = new Set(Object.values(lab.items.entries.value).map(({ block }) => block))
  const save = async () => {
    const tidy = tidyBlocks(blocks)
    if (!(await command.send({ type: 'planFinalCanvas', rev, blocks: tidy }))) return
    began.value = { rev: lab.lab.value?.finalCanvasRev ?? rev, blocks: tidy }
    tell(say(our.finalSaved))
  }
  return (
    <Page
      title={say(our.finalCanvas)}
      lead={say(our.finalLead)}
      actions={
        <a class="button" href={hrefOf(lab.id, { room: 'canvas', block: null })}>
          {say(our.backToFinal)}
        </a>
      }
    >
      {lab.may('planFinalCanvas') ? (
        <>
          {isMoved && (
            <div class="callout danger" role="alert">
              <p>{say(our.finalMoved)}</p>
              <Button
                onClick={() => {
                  history.value = changed(history.value, now, null)
                  began.value = { rev, blocks: now }
                }}
              >
                {say(our.finalTake)}
              </Button>
            </div>
          )}
          <FinalCanvasEditor
            meetings={kit.meetings}
            blocks={blocks}
            cited={cited}
            onChange={(next, step) => {
              history.value = changed(history.value, next, step)
            }}
          />
          <TroubleNote trouble={command.trouble} onAgain={() => void save()} />
          <div class="save-bar plan-save">
            <Button kind="primary" busy={command.busy} disabled={!dirty || !ready} onClick={() => void save()}>
              {say(our.saveFinal)}
            </Button>
            <Button
              kind="quiet"
              disabled={history.value.past.length === 0}
              onClick={() => {
                history.value = undone(history.value)
              }}
            >
              {say(planningWords.undo)}
            </Button>
            <span class={ready ? 'muted' : 'over-time'} role="status">
              {say(!ready ? planningWords.textsFirst : dirty ? planningWords.unsaved : planningWords.allSaved)}
            </span>
          </div>
        </>
      ) : (
        <p class="hint">{say(planningWords.cannotEdit)}</p>
      )}
    </Page>
  )
}
