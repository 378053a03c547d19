import { say } from '@telaio/shared/ui'
import { BlockSummaries, type ConductingDesk, conductingWords, deskOf, OpenVote, RoomMessages } from '@telaio/shared/ui/conducting'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import type { ComponentType, JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { TroubleNote } from '../parts/trouble-note.tsx'

interface Props {
  readonly meeting: MeetingItem
  readonly block: BlockItem | null
}

/** What is said to rooms, what they sum up, and votes opened on the spot: folded, so that the clock stays in sight. */
export function Voices(props: Props): JSX.Element | null {
  const { lab } = usePanel()
  return (
    <>
      {lab.may('sendMessage') && <Folded {...props} title={say(conductingWords.messages)} card={RoomMessages} />}
      {props.block && lab.may('openVote') && <Folded {...props} title={say(conductingWords.vote)} card={OpenVote} />}
      <Folded {...props} title={say(conductingWords.summaries)} card={BlockSummaries} />
    </>
  )
}

function Folded({
  meeting,
  block,
  title,
  card: Card,
}: Props & { readonly title: string; readonly card: ComponentType<{ readonly desk: ConductingDesk }> }): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const desk = deskOf(lab, command, { meeting, block, tell })
  return (
    <details class="card">
      <summary>
        <h2>{title}</h2>
      </summary>
      <Card desk={desk} />
      <TroubleNote trouble={command.trouble} />
    </details>
  )
}
