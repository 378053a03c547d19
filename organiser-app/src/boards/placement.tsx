import { areaMeeting } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { momentText } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { hrefOf } from '../shell/route.ts'
import { type Standing, standingOf } from './areas.ts'
import { ToBoard } from './to-board.tsx'
import { areaWords as our } from './words.ts'

/** What an area is called in a sentence: `incontro 2`, `canvas finale`. */
export const areaName = (area: string): string => {
  const meeting = areaMeeting(area)
  return meeting === null ? say(our.canvas) : say(our.meeting, { n: meeting })
}

export interface PlacementProps {
  readonly area: string
  /** True where this is the thing to do next. */
  readonly primary?: boolean
  /** True on a page other than that of the boards: it leads there where a board is missing. */
  readonly away?: boolean
}

/** How an area stands on its board, and what can be done about it: placed, placed again, stopped, opened. */
export function Placement({ area, primary = false, away = false }: PlacementProps): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const { boards, placements, spots } = lab.items
  const standing = standingOf(area, { boards: boards.value, placements: placements.value })
  const name = areaName(area)
  useEndOfPlacement(area)
  const place = async () => {
    if (await command.send({ type: 'placeArea', area })) tell(say(our.asked, { area: name }))
  }
  const cancel = async () => {
    if (await command.send({ type: 'cancelPlacement', area })) tell(say(our.cancelled, { area: name }))
  }
  const [text, label] =
    standing.kind === 'placed'
      ? [our.again, our.againOf]
      : standing.kind === 'stopped'
        ? [our.resume, our.resumeOf]
        : [our.place, our.placeOf]
  const spot = spots.value[area]
  return (
    <div class="placement">
      <div class="placement-state">
        <State standing={standing} />
        <TroubleNote trouble={command.trouble} />
      </div>
      <div class="buttons">
        {spot && standing.kind !== 'placing' && <ToBoard spot={spot} text={say(our.open)} label={say(our.openOf, { area: name })} />}
        {standing.kind === 'no-board'
          ? away && <a href={hrefOf(lab.id, { room: 'boards' })}>{say(our.toBoards)}</a>
          : standing.kind === 'placing'
            ? lab.may('cancelPlacement') && (
                <Button small busy={command.busy} label={say(our.cancelOf, { area: name })} onClick={() => void cancel()}>
                  {say(our.cancel)}
                </Button>
              )
            : lab.may('placeArea') && (
                <Button
                  small
                  kind={primary && standing.kind === 'not-placed' ? 'primary' : 'plain'}
                  busy={command.busy}
                  label={say(label, { area: name })}
                  onClick={() => void place()}
                >
                  {say(text)}
                </Button>
              )}
      </div>
    </div>
  )
}

function State({ standing }: { readonly standing: Standing }): JSX.Element {
  const lab = useLab()
  switch (standing.kind) {
    case 'no-board':
      return <p class="muted">{say(our.noBoard)}</p>
    case 'not-placed':
      return <p class="muted">{say(our.notPlaced)}</p>
    case 'elsewhere':
      return <p>{say(our.elsewhere, { name: lab.items.boards.value[standing.placement.board]?.name ?? say(our.formerBoard) })}</p>
    case 'placing': {
      const { status, placed, items } = standing.placement
      const text = status === 'requested' ? say(our.requested) : say(our.placing, { placed, items })
      return (
        <>
          <p class="time">{text}</p>
          <progress aria-label={text} {...(status === 'requested' ? {} : { value: placed, max: Math.max(1, items) })} />
        </>
      )
    }
    case 'placed':
      return (
        <p>
          {say(our.placed, {
            when: momentText(standing.placement.endedAt ?? standing.placement.requestedAt, lab.lab.value?.timeZone ?? 'UTC'),
          })}
        </p>
      )
    case 'stopped': {
      const { status, placed, items, problem } = standing.placement
      const failed = status === 'failed'
      return (
        <>
          <p class={failed ? 'bad' : undefined}>{say(failed ? our.failed : our.stopped, { placed, items })}</p>
          {problem !== null && <p class="muted small">{say(our.because, { problem })}</p>}
        </>
      )
    }
  }
}

/** Says once that an area is there, to whoever was waiting for it. */
function useEndOfPlacement(area: string): void {
  const lab = useLab()
  const { tell } = useConsole()
  const status = lab.items.placements.value[area]?.status
  const before = useRef(status)
  useEffect(() => {
    const wasPlacing = before.current === 'requested' || before.current === 'started'
    if (wasPlacing && status === 'done') tell(say(our.ended, { area: areaName(area) }))
    before.current = status
  }, [status])
}
