import { areaMeeting } from '@telaio/shared/lab'
import { useSignal } from '@preact/signals'
import { count, say } from '@telaio/shared/ui'
import type { PlacementItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useCommand } from '../lab/use-action.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { momentText } from '../shell/dates.ts'
import { TroubleNote } from '../shell/field.tsx'
import { Menu } from '../shell/menu.tsx'
import { hrefOf } from '../shell/route.ts'
import { aheadOf, type Standing, standingOf } from './areas.ts'
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
  const takingBack = useSignal(false)
  const takeBack = async () => {
    if (!(await command.send({ type: 'takeBackArea', area }))) return
    tell(say(our.takeBackAsked, { area: name }))
    takingBack.value = false
  }
  const [text, label] =
    standing.kind === 'placed'
      ? [our.again, our.againOf]
      : standing.kind === 'stopped'
        ? [our.resume, our.resumeOf]
        : [our.place, our.placeOf]
  const spot = spots.value[area]
  const isGoingOn = standing.kind === 'placing' || standing.kind === 'taking-back'
  const estimate = lab.items.estimates.value[area]
  const isStale = standing.kind === 'placed' && standing.placement.stale
  return (
    <div class="placement">
      <div class="placement-state">
        <State area={area} standing={standing} />
        {!takingBack.value && <TroubleNote trouble={command.trouble} />}
      </div>
      <div class="buttons">
        {spot && !isGoingOn && <ToBoard spot={spot} text={say(our.open)} label={say(our.openOf, { area: name })} />}
        {standing.kind === 'no-board'
          ? away && <a href={hrefOf(lab.id, { room: 'boards' })}>{say(our.toBoards)}</a>
          : isGoingOn
            ? lab.may('cancelPlacement') && (
                <Button small busy={command.busy} label={say(our.cancelOf, { area: name })} onClick={() => void cancel()}>
                  {say(our.cancel)}
                </Button>
              )
            : lab.may('placeArea') && (
                <Button
                  small
                  kind={isStale || (primary && (standing.kind === 'not-placed' || standing.kind === 'taken-back')) ? 'primary' : 'plain'}
                  busy={command.busy}
                  label={say(label, { area: name })}
                  onClick={() => void place()}
                >
                  {say(text)}
                </Button>
              )}
        {!isGoingOn && estimate?.takeBack && lab.may('takeBackArea') && (
          <Menu label={say(our.moreOf, { area: name })}>
            <button type="button" class="danger" onClick={() => (takingBack.value = true)}>
              {say(our.takeBack)}
            </button>
          </Menu>
        )}
      </div>
      {takingBack.value && estimate?.takeBack && (
        <Confirm
          title={say(our.takeBackTitle, { area: name })}
          yes={say(our.takeBackNow)}
          danger
          action={command}
          onYes={() => void takeBack()}
          onClose={() => (takingBack.value = false)}
        >
          <ul class="plain-list">
            <li>{say(our.takeBackEffort, { items: estimate.takeBack.items, time: lasting(estimate.takeBack.seconds) })}</li>
            <li>{say(our.takeBackSpares)}</li>
            <li>{say(our.takeBackStop)}</li>
          </ul>
        </Confirm>
      )}
    </div>
  )
}

/** `meno di un minuto`, `circa 3 minuti`. */
const lasting = (seconds: number): string =>
  seconds < 60 ? say(our.underAMinute) : count(Math.ceil(seconds / 60), our.minutesOne, our.minutesMany)

function Going({ placement }: { readonly placement: PlacementItem }): JSX.Element {
  const lab = useLab()
  const { status, placed, items, stage, secondsLeft, area } = placement
  const ahead = aheadOf(area, lab.items.placements.value)
  const taking = status === 'taking-back'
  const text =
    ahead > 0
      ? count(ahead, our.queuedOne, our.queuedMany)
      : status === 'requested'
        ? say(our.requested)
        : taking
          ? say(our.takingBack, { left: placed, items })
          : say(our.placing, { placed, items })
  const isCounted = ahead === 0 && status !== 'requested'
  return (
    <>
      <p class="time">{text}</p>
      <progress aria-label={text} {...(isCounted ? { value: taking ? items - placed : placed, max: Math.max(1, items) } : {})} />
      {isCounted && (
        <p class="muted small">
          {stage !== null && say(our.stage, { stage })} {secondsLeft !== null && say(our.timeLeft, { time: lasting(secondsLeft) })}
        </p>
      )}
    </>
  )
}

/** Before an area is placed for the first time: how much it is, and how long it takes. */
function NotPlaced({ area }: { readonly area: string }): JSX.Element {
  const place = useLab().items.estimates.value[area]?.place
  return (
    <p class="muted">
      {say(our.notPlaced)}
      {place && place.items > 0 && ` · ${say(our.placeEffort, { items: place.items, time: lasting(place.seconds) })}`}
    </p>
  )
}

function State({ area, standing }: { readonly area: string; readonly standing: Standing }): JSX.Element {
  const lab = useLab()
  switch (standing.kind) {
    case 'no-board':
      return <p class="muted">{say(our.noBoard)}</p>
    case 'not-placed':
      return <NotPlaced area={area} />
    case 'elsewhere': {
      const board = lab.items.boards.value[standing.placement.board]
      return (
        <>
          <p>{say(our.elsewhere, { name: board?.name ?? say(our.formerBoard) })}</p>
          <p class="muted small">{say(board ? our.elsewhereFirst : our.elsewhereStays)}</p>
        </>
      )
    }
    case 'placing':
    case 'taking-back':
      return <Going placement={standing.placement} />
    case 'taken-back': {
      const { spared } = standing.placement
      return <p class="muted">{spared === 0 ? say(our.takenBack) : count(spared, our.sparedOne, our.sparedMany)}</p>
    }
    case 'placed': {
      const { placement } = standing
      const estimate = lab.items.estimates.value[placement.area]?.place
      return (
        <>
          <p>{say(our.placed, { when: momentText(placement.endedAt ?? placement.requestedAt, lab.lab.value?.timeZone ?? 'UTC') })}</p>
          {placement.stale && <p class="stale">{say(our.stale, { time: lasting(estimate?.seconds ?? 0) })}</p>}
          {placement.refused > 0 && <p class="bad">{count(placement.refused, our.refusedOne, our.refusedMany)}</p>}
          {placement.refused > 0 && placement.problem !== null && (
            <p class="muted small">{say(our.because, { problem: placement.problem })}</p>
          )}
        </>
      )
    }
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
    if (before.current === 'taking-back' && status === 'taken-back') tell(say(our.takeBackEnded, { area: areaName(area) }))
    before.current = status
  }, [status])
}
