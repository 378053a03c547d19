import { say } from '@telaio/shared/ui'
import { BlockSummaries, type ConductingDesk, conductingWords, deskOf, OpenVote, RoomMessages } from '@telaio/shared/ui/conducting'
import type { BlockItem, MeetingItem } from '@telaio/shared/view'
import type { ComponentType, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { useCommand } from '../lab/use-action.ts'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'

interface Props {
  readonly meeting: MeetingItem
  readonly block: BlockItem | null
}

/** What is said to rooms, what they sum up, and votes opened on the spot. */
export function Voices(props: Props): JSX.Element | null {
  const lab = useLab()
  return (
    <>
      {lab.may('sendMessage') && <Card {...props} title={say(conductingWords.messages)} part={RoomMessages} />}
      <Card {...props} title={say(conductingWords.summaries)} part={BlockSummaries} />
      {props.block && lab.may('openVote') && <Card {...props} title={say(conductingWords.vote)} part={OpenVote} />}
    </>
  )
}

function Card({
  meeting,
  block,
  title,
  part: Part,
}: Props & { readonly title: string; readonly part: ComponentType<{ readonly desk: ConductingDesk }> }): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const id = useId()
  const desk = deskOf(lab, command, { meeting, block, tell })
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Part desk={desk} />
      <TroubleNote trouble={command.trouble} />
    </section>
  )
}
