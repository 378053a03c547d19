import type { MeetingItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { blockItem } from '../../lab/now.ts'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'

/** A meeting's programme, block by block, with what is over and what is now. */
export function Agenda({ meeting, title }: { readonly meeting: MeetingItem; readonly title: string }): JSX.Element {
  const { lab } = usePanel()
  const items = lab.items.value
  const blocks = meeting.agenda.flatMap((id) => blockItem(items, meeting.number, id) ?? [])
  return (
    <section class="section">
      <h2>{title}</h2>
      <ol class="agenda">
        {blocks.map((block) => {
          const now = block.id === meeting.current
          const over = block.run?.status === 'ended'
          const minutes = block.run ? Math.round((block.run.length + block.run.extended) / 60_000) : block.minutes
          return (
            <li key={block.id} class={now ? 'now-here' : over ? 'over' : undefined} aria-current={now ? 'step' : undefined}>
              <span>
                {say(block.title)}
                {(now || over) && <span class="badge">{say(now ? pathWords.running : pathWords.over2)}</span>}
              </span>
              <span class="muted time">{say(pathWords.minutes, { n: minutes })}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
