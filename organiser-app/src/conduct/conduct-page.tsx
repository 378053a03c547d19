import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import type { MeetingItem } from '@telaio/shared/view'
import { blockOf, nextBlock } from '@telaio/shared/conduct'
import { setOfBlock } from '@telaio/shared/grouping'
import { OnTheDay } from '../groups/day/on-the-day.tsx'
import { useCommand } from '../lab/use-action.ts'
import { useDrive } from '../lab/use-drive.ts'
import { MeetingPage } from '../meetings/meeting-head.tsx'
import { Joins } from '../people/joins.tsx'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Icon } from '../shell/icon.tsx'
import { hrefOf } from '../shell/route.ts'
import { BeforeOpening } from './before-opening.tsx'
import { ClockBand } from './clock-band.tsx'
import { DriveCard } from './drive-card.tsx'
import { GroupsProgress } from './groups-progress.tsx'
import { HelpCalls } from './help-calls.tsx'
import { NextSteps } from './next-steps.tsx'
import { NoteStream } from './note-stream.tsx'
import { ParticipationCard } from './participation.tsx'
import { RoomsPanel } from './rooms-panel.tsx'
import { RunSheet } from './run-sheet.tsx'
import { Voices } from './voices.tsx'
import { WhoCame } from './who-came.tsx'
import { conductWords as our } from './words.ts'
import { ZoneTable } from './zone-table.tsx'
import { ZoomMeetings } from './zoom-meetings.tsx'

/** Conducting a meeting: the clock on top, what groups are doing beside what comes next. */
export function ConductPage({ number }: { readonly number: number }): JSX.Element {
  return (
    <MeetingPage number={number} tab="conduct" actions={(meeting) => <CloseMeeting meeting={meeting} />}>
      {(meeting) => (meeting.status === 'open' ? <Conduct meeting={meeting} /> : <NotOpen meeting={meeting} />)}
    </MeetingPage>
  )
}

function NotOpen({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const other = lab.meetings.value.find((one) => one.status === 'open')
  const closed = meeting.status === 'closed'
  const open = async () => {
    if (await command.send({ type: 'openMeeting', meeting: meeting.number })) tell(say(our.opened))
  }
  return (
    <>
      <Joins />
      <ZoomMeetings meeting={meeting.number} />
      {!closed && <BeforeOpening meeting={meeting} />}
      <section class="card">
        <p>{say(closed ? our.closedText : our.openText)}</p>
        {other && (
          <p class="callout">
            <Icon name="alert" />{' '}
            <a href={hrefOf(lab.id, { room: 'meeting', meeting: other.number, tab: 'conduct' })}>
              {say(our.anotherOpen, { n: other.number })}
            </a>
          </p>
        )}
        <TroubleNote trouble={command.trouble} onAgain={command.trouble.value?.unanswered ? () => void open() : undefined} />
        <div class="buttons">
          {closed && (
            <a class="button primary" href={hrefOf(lab.id, { room: 'meeting', meeting: meeting.number, tab: 'outputs' })}>
              {say(our.seeOutputs)}
            </a>
          )}
          {lab.may('openMeeting') && !other && (
            <Button kind={closed ? 'plain' : 'primary'} busy={command.busy} onClick={() => void open()}>
              {say(closed ? our.reopen : our.openMeeting)}
            </Button>
          )}
        </div>
      </section>
    </>
  )
}

function Conduct({ meeting }: { readonly meeting: MeetingItem }): JSX.Element {
  const lab = useLab()
  const blocks = lab.items.blocks.value
  const after = nextBlock(meeting, blocks)
  const current = blockOf(blocks, meeting.number, meeting.current)
  // before the first block and between two, the groups of the next one are shown: that is what one gets ready
  const block = current ?? after
  const set = block ? setOfBlock(lab.sets.value, block) : null
  return (
    <>
      <ClockBand meeting={meeting} current={current} after={after} />
      <DriveCard meeting={meeting} />
      <Joins />
      <ZoomMeetings meeting={meeting.number} />
      <HelpCalls meeting={meeting.number} />
      <div class="columns conduct">
        <div>
          {block && <GroupsProgress block={block} running={current !== null} />}
          <ZoneTable meeting={meeting} block={current} />
          <Voices meeting={meeting} block={current} />
          <NoteStream meeting={meeting.number} />
          <ParticipationCard />
        </div>
        <div>
          <NextSteps meeting={meeting} />
          <RoomsPanel meeting={meeting} block={current} set={current ? set : null} />
          {set && <OnTheDay set={set} />}
          <RunSheet meeting={meeting} />
          <WhoCame meeting={meeting} />
        </div>
      </div>
    </>
  )
}

function CloseMeeting({ meeting }: { readonly meeting: MeetingItem }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const asking = useSignal(false)
  const unrevealed = useComputed(() =>
    Object.values(lab.items.unrevealed.value)
      .filter((one) => one.meeting === meeting.number)
      .reduce((sum, one) => sum + one.count, 0),
  )
  const { mayDrive } = useDrive(meeting)
  if (meeting.status !== 'open' || !mayDrive || !lab.may('closeMeeting')) return null
  const rooms = lab.items.rooms.value[String(meeting.number)]?.stage
  const close = async () => {
    if (!(await command.send({ type: 'closeMeeting', meeting: meeting.number }))) return
    tell(say(our.closedDone))
    asking.value = false
  }
  return (
    <>
      <Button onClick={() => (asking.value = true)}>{say(our.closeMeeting)}</Button>
      {asking.value && (
        <Confirm
          title={say(our.closeTitle, { n: meeting.number })}
          yes={say(our.closeMeeting)}
          action={command}
          onYes={() => void close()}
          onClose={() => (asking.value = false)}
        >
          <p>{say(our.closeText)}</p>
          {unrevealed.value > 0 && <p class="callout">{say(our.closeUnrevealed, { n: unrevealed.value })}</p>}
          {rooms === 'open' && <p class="callout">{say(our.closeRoomsOpen)}</p>}
        </Confirm>
      )}
    </>
  )
}
