import type { BlockItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { writingWords } from '../words/writing.ts'
import { Icon } from './icon.tsx'
import { PickingUp } from './parts.ts'
import { Prompt } from './prompt.tsx'
import { ZoneList } from './zone-list.tsx'

/** The block in which a meeting picks up from the last one: its first, where the kit names no other. */
const isOpening = (block: BlockItem, agenda: readonly string[] = []): boolean =>
  block.board === undefined ? block.kind === 'plenary' && agenda[0] === block.id : block.board === 'opening'

/** The block under way: its prompt, and where to write. */
export function NowView(): JSX.Element {
  const { now } = usePanel()
  const block = now.block.value
  const { seesAll } = now.standing.value
  if (!block)
    return (
      <div class="now">
        <section class="prompt">
          <p class="prompt-text">{say(words.soon)}</p>
          <p class="muted">{say(words.soonWhy)}</p>
        </section>
        <ZoneList />
      </div>
    )
  const lost = block.grouping.groups !== 'none' && now.group.value === null && !seesAll
  return (
    <div class={now.zones.value.length > 0 ? 'now with-zones' : 'now'}>
      <div>
        {lost && <p class="strip warn">{say(words.noGroupWhy)}</p>}
        <Prompt block={block} />
        {isOpening(block, now.meeting.value?.agenda) && <PickingUp />}
      </div>
      <div class="writing">
        {block.writing === 'private-first' &&
          block.zones.length > 0 &&
          now.zones.value.some(({ answer }) => answer.type !== 'votes' && answer.type !== 'rating' && answer.type !== 'consent') && (
            <p class="private-first">
              <Icon name="lock" />
              <span>
                <strong>{say(writingWords.privateFirst)}.</strong> {say(writingWords.privateFirstWhy)}
              </span>
            </p>
          )}
        <ZoneList />
        {block.zones.length === 0 && block.kind !== 'break' && <p class="muted nothing">{say(words.listen)}</p>}
      </div>
    </div>
  )
}
