import { useSignalEffect } from '@preact/signals'
import { createDriveNews, createTimeNotices } from '@telaio/shared/conduct'
import { driveNewsText, say, timeLeft } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import { useConsole, useLab } from '../shell/context.ts'
import { conductWords as our } from './words.ts'

const NOTICES = { five: our.fiveLeft, one: our.oneLeft, up: our.timeUp }

/** Says, wherever one is in the lab, what comes by itself: five minutes, one minute, time up, and that the lead has passed. */
export function ConductWatch(): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const spoken = useSignal('')
  const notices = useMemo(() => createTimeNotices(), [])
  useSignalEffect(() => {
    const block = lab.running.value
    const notice = notices(block && `${block.meeting}/${block.id}`, timeLeft(block?.run ?? null, lab.clock.tick.value))
    if (notice) spoken.value = say(NOTICES[notice])
  })
  const drives = useMemo(() => createDriveNews(), [])
  useSignalEffect(() => {
    const open = lab.meetings.value.find(({ status }) => status === 'open') ?? null
    const news = drives(open, lab.me.value?.person ?? null)
    if (news) tell(driveNewsText(news, (person) => lab.items.people.peek()[person]?.name ?? ''))
  })
  return (
    <p class="visually-hidden" role="status">
      {spoken.value}
    </p>
  )
}
