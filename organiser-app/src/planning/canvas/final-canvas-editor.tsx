import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CanvasBlock, KitMeeting } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { Button } from '../../shell/button.tsx'
import { TwoLanguages } from '../two-languages.tsx'
import { leadingTo, moved, newCanvasBlock } from './edit-zones.ts'
import { zoneWords as our } from './words.ts'

export interface FinalCanvasEditorProps {
  readonly meetings: readonly KitMeeting[]
  readonly blocks: readonly CanvasBlock[]
  /** Blocks with entries: they stay. */
  readonly cited?: ReadonlySet<string>
  /** Changes that carry the same `step` in a row are one step to take back. */
  readonly onChange: (blocks: CanvasBlock[], step: string | null) => void
}

const NONE: ReadonlySet<string> = new Set()

/** The blocks of the final canvas in order, with the zones that lead to each. */
export function FinalCanvasEditor({ meetings, blocks, cited = NONE, onChange }: FinalCanvasEditorProps): JSX.Element {
  const spoken = useSignal('')
  const set = (block: CanvasBlock, next: Partial<CanvasBlock>) =>
    onChange(
      blocks.map((one) => (one.id === block.id ? { ...one, ...next } : one)),
      `${block.id} ${Object.keys(next).join()}`,
    )
  const move = (block: string, by: number) => {
    const next = moved(blocks, block, by)
    onChange([...next], null)
    spoken.value = say(our.blockMoved, { block, at: next.findIndex(({ id }) => id === block) + 1, of: next.length })
  }
  const fresh = newCanvasBlock(blocks)
  return (
    <div class="canvas-editor">
      <p class="visually-hidden" role="status">
        {spoken.value}
      </p>
      <ol class="zone-rows-edit">
        {blocks.map((block, i) => {
          const zones = leadingTo(meetings, block.id)
          return (
            <li key={block.id} id={`block-${block.id}`} class="zone-row padded">
              <h2>{say(our.block, { block: block.id })}</h2>
              <TwoLanguages
                name={`${block.id}.title`}
                label={say(our.blockTitle, { block: block.id })}
                value={block.title}
                onChange={(title) => set(block, { title })}
              />
              <TwoLanguages
                name={`${block.id}.question`}
                label={say(our.blockQuestion, { block: block.id })}
                rows={2}
                value={block.question}
                onChange={(question) => set(block, { question })}
              />
              <p class="hint">
                {zones.length > 0 ? say(our.blockFrom, { zones: zones.join(', ') }) : say(our.blockFromNone)}{' '}
                {cited.has(block.id) && say(our.blockCited)}
              </p>
              <span class="buttons">
                <Button
                  kind="quiet"
                  icon="up"
                  disabled={i === 0}
                  label={say(our.blockUp, { block: block.id })}
                  onClick={() => move(block.id, -1)}
                />
                <Button
                  kind="quiet"
                  icon="down"
                  disabled={i === blocks.length - 1}
                  label={say(our.blockDown, { block: block.id })}
                  onClick={() => move(block.id, 1)}
                />
                {blocks.length > 1 && !cited.has(block.id) && (
                  <Button
                    kind="quiet"
                    icon="close"
                    label={say(our.blockRemove, { block: block.id })}
                    onClick={() =>
                      onChange(
                        blocks.filter(({ id }) => id !== block.id),
                        null,
                      )
                    }
                  />
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {fresh && (
        <div class="buttons">
          <Button
            icon="plus"
            onClick={() => {
              onChange([...blocks, fresh], null)
              spoken.value = say(our.blockAdded, { block: fresh.id })
            }}
          >
            {say(our.blockAdd)}
          </Button>
        </div>
      )}
    </div>
  )
}
