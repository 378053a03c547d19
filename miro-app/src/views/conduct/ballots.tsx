import { useSignal } from '@preact/signals'
import { count, say } from '@telaio/shared/ui'
import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { JSX } from 'preact'
import { countOf, isBallotZone, tooFewBallots } from '@telaio/shared/conduct'
import { FEWEST_BALLOTS } from '@telaio/shared/lab'
import { usePanel } from '../../panel/context.ts'
import { useCommand } from '../../panel/use-action.ts'
import { groupWords as our } from '../../words/groups.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Confirm } from '../parts/confirm.tsx'

/** Votes, ratings and consents of the running block: how many have answered, and the result once it is to be seen. */
export function Ballots({ block }: { readonly block: BlockItem }): JSX.Element | null {
  const { lab } = usePanel()
  const zones = block.zones.flatMap((id) => lab.items.zones.value[`m${block.meeting}/${id}`] ?? []).filter(isBallotZone)
  if (zones.length === 0) return null
  return (
    <Card title={say(our.ballots)}>
      <ul class="rows">
        {zones.map((zone) => (
          <Row key={zone.id} zone={zone} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ zone }: { readonly zone: ZoneItem }): JSX.Element {
  const { lab } = usePanel()
  const command = useCommand()
  const isAsking = useSignal(false)
  const { ballots, revealed, since, show } = countOf(
    { results: lab.items.results.value, unrevealed: lab.items.unrevealed.value },
    zone.meeting,
    zone.id,
  )
  const mayReveal = lab.may('revealNotes')
  const reveal = async (): Promise<void> => {
    if (await command.send({ type: 'revealNotes', meeting: zone.meeting, zone: zone.id })) isAsking.value = false
  }
  return (
    <li>
      <p>
        <strong>{say(zone.title)}</strong> <span class="muted">{count(ballots, our.ballotsOne, our.ballotsMany)}</span>
        {revealed && <span class="flag">{say(our.resultVisible)}</span>}
        {since > 0 && <span class="muted"> {count(since, our.ballotsFreshOne, our.ballotsFreshMany)}</span>}
      </p>
      {mayReveal && show === 'few' && <p class="hint">{say(tooFewBallots, { least: FEWEST_BALLOTS })}</p>}
      {mayReveal && show === 'enough' && (
        <Button small onClick={() => (isAsking.value = true)}>
          {say(our.revealResult)}
        </Button>
      )}
      {isAsking.value && (
        <Confirm
          title={say(our.revealResultTitle, { zone: say(zone.title) })}
          yes={say(our.revealResult)}
          action={command}
          onYes={() => void reveal()}
          onClose={() => (isAsking.value = false)}
        >
          <p>{say(our.revealResultText)}</p>
        </Confirm>
      )}
    </li>
  )
}
