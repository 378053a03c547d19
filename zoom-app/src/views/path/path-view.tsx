import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { nextMeeting } from '../../lab/now.ts'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'
import { Agenda } from './agenda.tsx'
import { Commitments, MyNotes } from './mine.tsx'
import { FinalCanvas } from './final-canvas.tsx'
import { NextMeeting } from './next-meeting.tsx'
import { PickingUp } from './picking-up.tsx'
import { Stations } from './stations.tsx'

/** The way through the lab: where we are, what I promised, what I wrote. Also what one sees between meetings. */
export function PathView(): JSX.Element {
  const { lab, now } = usePanel()
  const items = lab.items.value
  const open = now.meeting.value
  const next = nextMeeting(items)
  return (
    <div class="path">
      {!open && <NextMeeting next={next} />}
      {!open && <PickingUp othersOnly />}
      <Commitments />
      {(open ?? next) && (
        <Agenda meeting={(open ?? next) as NonNullable<typeof next>} title={say(open ? pathWords.agenda : pathWords.agendaNext)} />
      )}
      <Stations />
      <MyNotes />
      <FinalCanvas />
    </div>
  )
}
