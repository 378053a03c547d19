import { count, say } from '@telaio/shared/ui'
import type { EntryItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { boardFor } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { canvasWords as our } from '../../words/canvas.ts'
import { panelWords } from '../../words/panel.ts'
import { PlacementCard } from '../board/placement-card.tsx'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { Entry } from './entry.tsx'

const AREA = 'canvas'

/** The final canvas: what it holds, its place on the board, and from each entry back to the notes it comes from. */
export function CanvasScreen(): JSX.Element {
  const { lab } = usePanel()
  const { entries, canvasBlocks, boards, links, spots } = lab.items
  const all = Object.values(entries.value).sort((a, b) => a.position - b.position)
  const withheld = all.filter((entry) => entry.withheld).length
  const blocks = Object.values(canvasBlocks.value)
    .sort((a, b) => a.position - b.position)
    .map((block) => ({ block, entries: all.filter((entry: EntryItem) => entry.block === block.id && !entry.withheld) }))
  const linked = Object.keys(links.value).length
  const filled = blocks.filter((one) => one.entries.length > 0)
  return (
    <>
      <Card title={say(our.title)}>
        <p>
          {all.length === 0 ? say(our.none) : count(all.length, one(our.entriesOne, filled.length), one(our.entriesMany, filled.length))}
        </p>
        {linked > 0 && <p>{count(linked, our.mapOne, our.mapMany)}</p>}
        {withheld > 0 && <p class="callout">{say(our.withheld, { n: withheld })}</p>}
        <a href={`/console/#/labs/${lab.id.value}/canvas`} target="_blank" rel="noopener">
          {say(panelWords.console)}
        </a>
      </Card>
      {boardFor(boards.value, AREA) ? (
        <PlacementCard area={AREA} title={say(our.placeTitle)} notPlaced={say(our.notPlaced)} goText={say(our.goTo)} />
      ) : (
        <p class="callout">{say(our.noBoard)}</p>
      )}
      {filled.length > 0 && (
        <Card title={say(our.blocks)}>
          {filled.map(({ block, entries: of }) => {
            const spot = spots.value[`canvas/${block.id}`]
            const title = say(block.title)
            return (
              <details class="reason" key={block.id}>
                <summary>
                  <h3>
                    {title} <span class="muted">({of.length})</span>
                  </h3>
                </summary>
                {spot && <GoButton spot={spot} text={say(our.goToBlock)} label={say(our.goToBlockOf, { title })} />}
                <ul class="rows">
                  {of.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </ul>
              </details>
            )
          })}
        </Card>
      )}
    </>
  )
}

const one = (text: { readonly it: string; readonly en: string }, blocks: number): { it: string; en: string } => ({
  it: text.it.replace('{blocks}', String(blocks)),
  en: text.en.replace('{blocks}', String(blocks)),
})
