import { say } from '@telaio/shared/ui'
import type { PlacementItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { boardFor, isPlacing } from '../../lab/boards.ts'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { boardWords as our } from '../../words/board.ts'
import { LockCard } from '../lock/lock-card.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { GoButton } from '../parts/go-button.tsx'
import { TroubleNote } from '../parts/trouble-note.tsx'
import { AreaPreview } from './area-preview.tsx'

export interface PlacementCardProps {
  /** `m2`, or `canvas`. */
  readonly area: string
  readonly title: string
  readonly notPlaced: string
  readonly goText: string
}

/** An area on its board: put there by the server at this button's word, followed here. */
export function PlacementCard({ area, title, notPlaced, goText }: PlacementCardProps): JSX.Element {
  const { lab, tell } = usePanel()
  const command = useCommand()
  const { placements, spots, boards } = lab.items
  // what was placed on a board that is no longer this area's says nothing of the one that is
  const known = placements.value[area] ?? null
  const board = boardFor(boards.value, area)
  const placement = known?.board === board?.id ? known : null
  const spot = spots.value[area]
  const isUnderWay = isPlacing(placement)
  const place = async (): Promise<void> => {
    if (await command.send({ type: 'placeArea', area })) tell(say(our.placing))
  }
  const button = placement === null ? our.place : placement.status === 'done' ? our.placeAgain : our.goOn
  return (
    <>
      <Card title={title}>
        {placement ? <Progress placement={placement} /> : <p>{notPlaced}</p>}
        {placement?.status === 'failed' && placement.problem !== null && (
          <p class="hint">{say(our.failedBecause, { problem: placement.problem })}</p>
        )}
        <TroubleNote trouble={command.trouble} />
        <div class="buttons">
          {!isUnderWay && lab.may('placeArea') && (
            <Button kind={placement?.status === 'done' ? 'plain' : 'primary'} busy={command.busy} onClick={() => void place()}>
              {say(button)}
            </Button>
          )}
          {isUnderWay && lab.may('cancelPlacement') && (
            <Button busy={command.busy} onClick={() => void command.send({ type: 'cancelPlacement', area })}>
              {say(our.cancelPlacement)}
            </Button>
          )}
          {spot && <GoButton spot={spot} text={goText} small={false} />}
        </div>
        {!isUnderWay && <AreaPreview key={area} area={area} />}
        {placement?.status === 'done' && <p class="hint">{say(our.placeAgainHint)}</p>}
      </Card>
      {placement && <LockCard key={`${area} ${placement.requestedAt}`} placement={placement} />}
    </>
  )
}

function Progress({ placement }: { readonly placement: PlacementItem }): JSX.Element {
  const id = useId()
  const { status, placed, items } = placement
  return (
    <div class="progress">
      <p id={id}>{say(our[status], { placed, items })}</p>
      {isPlacing(placement) && <progress aria-labelledby={id} {...(items > 0 ? { max: items, value: placed } : {})} />}
    </div>
  )
}
