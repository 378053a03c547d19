import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import type { Collections, EntryItem } from '@telaio/shared/view'
import { CanvasOnBoard } from '../boards/canvas-on-board.tsx'
import { useAction, useCommand } from '../lab/use-action.ts'
import { EDIT_BLOCKS } from '../planning/canvas/edit-blocks-page.tsx'
import { zoneWords } from '../planning/canvas/words.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { downloadFile } from '../shell/download.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { OrganisersOnly } from '../shell/organisers-only.tsx'
import { Page } from '../shell/page.tsx'
import { hrefOf } from '../shell/route.ts'
import { CanvasTabs } from './canvas-tabs.tsx'
import { curateWords } from './curate-words.ts'
import { DraftsProgress } from './drafts-progress.tsx'
import { entriesOf, unusedCounts } from './entries.ts'
import { StepsList } from './steps-list.tsx'
import { canvasWords as our } from './words.ts'

/** Entries of a block that the sheet shows before one opens it. */
const SHOWN = 3

/** The whole canvas on one sheet: twelve blocks with their first entries, and what each still leaves out. */
export function SheetPage(): JSX.Element {
  const { session, tell } = useConsole()
  const lab = useLab()
  const command = useCommand()
  const file = useAction()
  const blocks = useComputed(() => Object.values(lab.items.canvasBlocks.value).sort((a, b) => a.position - b.position))
  const unused = useComputed(() =>
    unusedCounts(lab.items.entries.value, lab.items.notes.value, lab.items.zones.value, lab.items.asides.value),
  )
  const entries = lab.items.entries.value
  const left = [...unused.value.values()].reduce((sum, n) => sum + n, 0)
  const compile = async () => {
    const answer = await command.send({ type: 'compileCanvas' })
    if (answer) tell(count(Number(answer['entries'] ?? 0), our.compiledOne, our.compiledMany))
  }
  return (
    <Page
      wide
      title={say(our.title)}
      lead={say(our.lead)}
      actions={
        <>
          {lab.may('compileCanvas') && left > 0 && (
            <Button kind="primary" busy={command.busy} describedBy="compile-hint" onClick={() => void compile()}>
              {say(our.compile)}
            </Button>
          )}
          {lab.may('planFinalCanvas') && (
            <a class="button" href={hrefOf(lab.id, { room: 'canvas', block: EDIT_BLOCKS })}>
              <Icon name="pencil" /> {say(zoneWords.editFinal)}
            </a>
          )}
          <Button
            icon="download"
            busy={file.busy}
            onClick={() => void file.run(() => downloadFile(session.api, lab.id, '/documents/final-canvas.json'))}
          >
            {say(our.download)}
          </Button>
        </>
      }
    >
      <CanvasTabs here={null} />
      <OrganisersOnly />
      {lab.may('compileCanvas') && left > 0 && (
        <p class="hint" id="compile-hint">
          {say(our.compileHint)}
        </p>
      )}
      <TroubleNote trouble={command.trouble} onAgain={command.trouble.value?.unanswered ? () => void compile() : undefined} />
      <TroubleNote trouble={file.trouble} />
      <CanvasOnBoard />
      {Object.keys(entries).length === 0 && left === 0 && <p class="callout">{say(our.emptyText)}</p>}
      <DraftsProgress />
      <ol class="final-sheet">
        {blocks.value.map((block) => (
          <BlockCard key={block.id} block={block} entries={entriesOf(entries, block.id)} unused={unused.value.get(block.id) ?? 0} />
        ))}
      </ol>
      <StepsList />
    </Page>
  )
}

function BlockCard({
  block,
  entries,
  unused,
}: {
  readonly block: Collections['canvasBlocks']
  readonly entries: readonly EntryItem[]
  readonly unused: number
}): JSX.Element {
  const lab = useLab()
  const withheld = entries.filter((entry) => entry.withheld).length
  const told = entries.filter((entry) => !entry.withheld)
  const toSee = told.filter((entry) => entry.draft).length
  return (
    <li class="final-block">
      <p class="zone-id">{block.id}</p>
      <h2>
        <a href={hrefOf(lab.id, { room: 'canvas', block: block.id })}>{say(block.title)}</a>
      </h2>
      <p class="question">{say(block.question)}</p>
      {told.length > 0 && (
        <ul class="told">
          {told.slice(0, SHOWN).map((entry) => (
            <li key={entry.id}>{entry.text}</li>
          ))}
        </ul>
      )}
      {told.length > SHOWN && <p class="muted small">{say(our.moreEntries, { n: told.length - SHOWN })}</p>}
      <p class="block-counts small">
        <span>{count(told.length, our.entriesOne, our.entriesMany)}</span>
        {toSee > 0 && <span class="flag to-see">{say(curateWords.toSeeMany, { n: toSee })}</span>}
        {unused > 0 && <span class="muted">{count(unused, our.unusedOne, our.unusedMany)}</span>}
        {withheld > 0 && <span class="flag bad">{count(withheld, our.withheldOne, our.withheldMany)}</span>}
      </p>
    </li>
  )
}
