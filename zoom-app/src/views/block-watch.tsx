import { createTimeNotices } from '@telaio/shared/conduct'
import { say, timeLeft } from '@telaio/shared/ui'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { usePanel } from '../panel/context.ts'
import { panelWords as words } from '../words/panel.ts'

/** Says aloud what eyes elsewhere would miss: a new block, five minutes, one minute, time up. Shows nothing. */
export function BlockWatch(): null {
  const { clock, now, announce, meeting } = usePanel()
  const block = now.block.value
  const id = block ? `${block.meeting}/${block.id}` : null
  const lastId = useRef(id)
  const notices = useMemo(() => createTimeNotices(), [])
  const left = timeLeft(block?.run ?? null, clock.tick.value)

  useEffect(() => {
    if (id === lastId.current) return
    lastId.current = id
    // the new prompt is at the top; whoever is in the middle of a sentence stays where they are
    if (!(document.activeElement instanceof HTMLTextAreaElement || document.activeElement instanceof HTMLInputElement)) scrollTo(0, 0)
    if (!block) return
    announce(say(words.newBlock, { title: say(block.title) }))
    // behind another window nobody sees the panel change: the client's own screen says it
    if (document.visibilityState === 'hidden') void meeting.notify(say(block.title), block.prompt ? say(block.prompt) : '')
  }, [id])
  useEffect(() => {
    const notice = notices(id, left)
    if (notice) announce(say(words[notice]))
  }, [id, left])
  useEffect(() => clock.align(block?.run ?? null), [block?.run])
  return null
}
