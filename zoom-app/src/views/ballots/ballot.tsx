import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { ballotWords } from '../../words/ballots.ts'
import { Consent } from './consent.tsx'
import type { BallotProps } from './props.ts'
import { Rating } from './rating.tsx'
import { Votes } from './votes.tsx'

/** Dots, scores, consent: one a person, secret until somebody shows the count. */
export function Ballot(props: BallotProps): JSX.Element | null {
  const { now } = usePanel()
  const { answer } = props.zone
  const { writes } = now.standing.value
  return (
    <>
      {writes && <p class="muted hint">{say(ballotWords.secret)}</p>}
      {answer.type === 'votes' && <Votes {...props} asked={answer} />}
      {answer.type === 'rating' && <Rating {...props} asked={answer} />}
      {answer.type === 'consent' && <Consent {...props} on={answer.on} />}
    </>
  )
}
