import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { blockOf, nextBlock } from '@telaio/shared/conduct'
import { meetingsInOrder } from '../../lab/agenda.ts'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { conductWords as our } from '../../words/conduct.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { Agenda } from './agenda.tsx'
import { Ballots } from './ballots.tsx'
import { Clock } from './clock.tsx'
import { CloseMeeting } from './close-meeting.tsx'
import { DriveCard } from './drive-card.tsx'
import { HelpCalls } from './help-calls.tsx'
import { Joins } from './joins.tsx'
import { NextSteps } from './next-steps.tsx'
import { RoomsCard } from './rooms-card.tsx'
import { Voices } from './voices.tsx'
import { WhoCame } from './who-came.tsx'
import { ZoomMeetings } from './zoom-meetings.tsx'

/** Conducting: calls for help first, then the clock, rooms, and what comes next. */
export function ConductScreen(): JSX.Element | null {
  const { meeting } = usePanel()
  const now = meeting.value
  if (!now) return null
  return (
    <>
      <HelpCalls meeting={now.number} />
      <Joins />
      <ZoomMeetings meeting={now.number} />
      {now.status === 'open' ? <Open meeting={now} /> : <NotOpen meeting={now} />}
      {/* One place for both states: an agenda that somebody unfolded stays so when the meeting opens. */}
      <Agenda meeting={now} />
      {now.status === 'open' && <CloseMeeting meeting={now} />}
    </>
  )
}

function Open({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab } = usePanel()
  const blocks = lab.items.blocks.value
  const current = blockOf(blocks, meeting.number, meeting.current)
  return (
    <>
      <DriveCard meeting={meeting} />
      <Clock meeting={meeting} current={current} after={nextBlock(meeting, blocks)} />
      <NextSteps meeting={meeting} />
      <RoomsCard meeting={meeting} block={current} />
      {current && <Ballots block={current} />}
      <Voices meeting={meeting} block={current} />
      <WhoCame meeting={meeting} />
    </>
  )
}

function NotOpen({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const { lab, picked, tell } = usePanel()
  const command = useCommand()
  const isClosed = meeting.status === 'closed'
  const other = meetingsInOrder(lab.items.meetings.value).find(({ status }) => status === 'open')
  const open = async (): Promise<void> => {
    if (await command.send({ type: 'openMeeting', meeting: meeting.number })) tell(say(our.opened))
  }
  return (
    <>
      <Card title={say(isClosed ? our.closedMeeting : our.notOpen, { n: meeting.number })}>
        {!isClosed && <p>{say(our.notOpenText)}</p>}
        {other && <p>{say(our.anotherOpen, { n: other.number })}</p>}
        <TroubleNote trouble={command.trouble} />
        {other ? (
          <Button onClick={() => (picked.value = other.number)}>{say(our.goToOpen, { n: other.number })}</Button>
        ) : (
          lab.may('openMeeting') && (
            <Button kind={isClosed ? 'plain' : 'primary'} busy={command.busy} onClick={() => void open()}>
              {say(isClosed ? our.reopen : our.openMeeting)}
            </Button>
          )
        )}
      </Card>
    </>
  )
}
