import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'

/** What has become of it all: the lines of the final canvas, once there are any. */
export function FinalCanvas(): JSX.Element | null {
  const { lab } = usePanel()
  const items = lab.items.value
  const entries = Object.values(items.entries).sort((a, b) => a.position - b.position)
  if (entries.length === 0) return null
  const blocks = Object.values(items.canvasBlocks).sort((a, b) => a.position - b.position)
  return (
    <section class="section">
      <h2>{say(pathWords.canvas)}</h2>
      {blocks.map((block) => {
        const here = entries.filter((entry) => entry.block === block.id)
        return (
          here.length > 0 && (
            <details key={block.id} class="aside">
              <summary>
                {say(block.title)} ({here.length})
              </summary>
              <ul class="lines">
                {here.map((entry) => (
                  <li key={entry.id}>{entry.text}</li>
                ))}
              </ul>
            </details>
          )
        )
      })}
    </section>
  )
}
