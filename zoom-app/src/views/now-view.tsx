import type { BlockItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { writingWords } from '../words/writing.ts'
import { Icon } from './icon.tsx'
import { frameFor, readingOrder } from '../lab/voices.ts'
import { wayWords } from '../words/way.ts'
import { Messages, PickingUp, Summaries } from './parts.ts'
import { Prompt } from './prompt.tsx'
import { WebLink } from './web-link.tsx'
import { ZoneList } from './zone-list.tsx'

/** The block in which a meeting picks up from the last one: its first, where the kit names no other. */
const isOpening = (block: BlockItem, agenda: readonly string[] = []): boolean =>
  block.board === undefined ? block.kind === 'plenary' && agenda[0] === block.id : block.board === 'opening'

/** The block under way: its prompt, and where to write. */
export function NowView(): JSX.Element {
  const { lab, now } = usePanel()
  const items = lab.items.value
  const block = now.block.value
  const spoken = Object.keys(items.messages).length > 0
  const { seesAll } = now.standing.value
  if (!block)
    return (
      <div class="now">
        {spoken && <Messages />}
        <section class="prompt">
          <p class="prompt-text">{say(words.soon)}</p>
          <p class="muted">{say(words.soonWhy)}</p>
        </section>
        <ZoneList />
      </div>
    )
  const group = now.group.value
  const frame = frameFor(items, block.meeting, now.groupKey.value)
  const order = group && block.kind !== 'individual' ? readingOrder(items, group, block, now.meeting.value?.agenda ?? []) : []
  const lost = block.grouping.groups !== 'none' && group === null && !seesAll
  return (
    <div class={now.zones.value.length > 0 ? 'now with-zones' : 'now'}>
      <div>
        {lost && <p class="strip warn">{say(words.noGroupWhy)}</p>}
        {spoken && <Messages />}
        <Prompt block={block} order={order} />
        {frame && (
          <WebLink href={frame.href} text={frame.own && group ? say(wayWords.frame, { group: group.name }) : say(wayWords.frameAll)} />
        )}
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
        {block.kind !== 'break' && <Summaries block={block} group={group} />}
        {block.zones.length === 0 && block.kind !== 'break' && <p class="muted nothing">{say(words.listen)}</p>}
      </div>
    </div>
  )
}
