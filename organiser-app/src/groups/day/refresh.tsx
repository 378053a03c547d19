import type { JSX } from 'preact'
import { say } from '@telaio/shared/ui'
import { useCommand } from '../../lab/use-action.ts'
import { Button } from '../../shell/button.tsx'
import { useConsole, useLab } from '../../shell/context.ts'
import { TroubleNote } from '../../shell/field.tsx'
import { dayWords as our } from './words.ts'

/** Rooms asked for again, and the board placed again, by one press: whichever of them there are. */
export function Refresh({ meeting }: { readonly meeting: number }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const current = lab.items.meetings.value[String(meeting)]?.current
  const block = current ? lab.items.blocks.value[`m${meeting}/${current}`] : undefined
  const rooms = block !== undefined && block.grouping.groups !== 'none' && lab.may('requestRooms')
  const area = `m${meeting}`
  const board = lab.items.placements.value[area] !== undefined && lab.may('placeArea')
  if (!rooms && !board) return null
  const refresh = async () => {
    if (rooms && !(await command.send({ type: 'requestRooms', meeting, block: block.id }))) return
    if (board && !(await command.send({ type: 'placeArea', area }))) return
    tell(say(our.refreshed))
  }
  return (
    <div class="buttons">
      <Button kind="primary" busy={command.busy} onClick={() => void refresh()}>
        {say(rooms && board ? our.refresh : rooms ? our.refreshRooms : our.refreshBoard)}
      </Button>
      <TroubleNote trouble={command.trouble} />
    </div>
  )
}
