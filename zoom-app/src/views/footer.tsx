import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'
import { HelpButton } from './help.tsx'
import { Icon } from './icon.tsx'

/** Two things that must be in reach wherever one has scrolled: we are done, and help. */
export function Footer(): JSX.Element | null {
  const { now, send, writing } = usePanel()
  const { standing, block, group, meeting } = now
  if (!meeting.value || !block.value || standing.value.seesAll || !standing.value.writes) return null
  const id = `m${block.value.meeting}/${block.value.id}`
  const told = (writing.value?.pending.value.waiting ?? []).findLast(
    ({ command }) => command.type === 'markDone' && command.block === block.value?.id,
  )?.command
  const done = told?.type === 'markDone' ? told.done : (group.value?.done.includes(id) ?? false)
  const mark = (to: boolean) => {
    if (!group.value || !block.value) return
    send({ type: 'markDone', meeting: block.value.meeting, block: block.value.id, group: group.value.id, done: to })
  }
  const worksInGroup = group.value !== null && block.value.kind !== 'individual'
  return (
    <footer class="bottom">
      {worksInGroup && (
        <button type="button" class={done ? 'button done' : 'button'} aria-pressed={done} onClick={() => mark(!done)}>
          {done && <Icon name="check" />}
          {say(done ? words.isDone : words.done)}
        </button>
      )}
      <HelpButton />
    </footer>
  )
}
