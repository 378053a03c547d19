import type { AnswerType } from '@telaio/shared/kit'
import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { moveDot, revealedResult, spent } from '../../lab/ballots.ts'
import { votedOn } from '../../lab/notes.ts'
import { usePanel } from '../../panel/context.ts'
import { textOf } from '../../writing/answers.ts'
import { ballotWords } from '../../words/ballots.ts'
import { OthersNote } from '../others-note.tsx'
import { useToldState } from '../use-told-state.ts'
import type { BallotProps } from './props.ts'
import { Saved } from './saved.tsx'
import { useBallot } from './use-ballot.ts'

/** Dots on the notes of another zone: given and taken back one at a time, saved by themselves. */
export function Votes(props: BallotProps & { readonly asked: Extract<AnswerType, { type: 'votes' }> }): JSX.Element {
  const { asked, place, labelledBy } = props
  const { lab, now } = usePanel()
  const { ballot, state, cast } = useBallot(props, 'votes')
  const dots = ballot?.dots ?? {}
  const items = lab.items.value
  const notes = votedOn(items, props.zone, asked.on)
  const result = revealedResult(items, place)
  const left = asked.dots - spent(dots)
  const move = (note: string, by: 1 | -1) => cast((before) => ({ type: 'votes', dots: moveDot(before?.dots ?? {}, note, by, asked.dots) }))
  const { writes } = now.standing.value
  const sorted = result ? notes.toSorted((a, b) => (result.dots[b.id] ?? 0) - (result.dots[a.id] ?? 0)) : notes
  const leftText =
    left === 0
      ? say(ballotWords.dotsGone, { all: asked.dots })
      : say(left === 1 ? ballotWords.dotsLeft1 : ballotWords.dotsLeft, { n: left, all: asked.dots })
  useToldState(writes ? leftText : null)
  if (notes.length === 0) return <p class="muted">{say(ballotWords.nothingToVote)}</p>
  return (
    <div class="ballot" role="group" aria-labelledby={labelledBy}>
      {writes && (
        <p class="dots-left">
          <span class="dots" aria-hidden="true">
            {'●'.repeat(asked.dots - left)}
            {'○'.repeat(left)}
          </span>
          {leftText}
        </p>
      )}
      <Saved state={state} />
      {result && (
        <p class="result">
          <strong>{say(ballotWords.results)}</strong> · {count(result.ballots, ballotWords.ballots1, ballotWords.ballots)}
        </p>
      )}
      <ul class="notes">
        {sorted.map((note) => {
          const text = textOf(note.answer)
          const mine = dots[note.id] ?? 0
          return (
            <li key={note.id}>
              <OthersNote note={note}>
                <div class="stepper">
                  {writes && (
                    <>
                      <button
                        type="button"
                        class="round"
                        aria-label={say(ballotWords.takeDot, { text })}
                        aria-disabled={mine === 0}
                        onClick={() => mine > 0 && move(note.id, -1)}
                      >
                        −
                      </button>
                      <span class="dots" role="img" aria-label={say(ballotWords.myDots, { n: mine })}>
                        {mine === 0 ? '·' : '●'.repeat(mine)}
                      </span>
                      <button
                        type="button"
                        class="round"
                        aria-label={say(ballotWords.addDot, { text })}
                        aria-disabled={left === 0}
                        onClick={() => left > 0 && move(note.id, 1)}
                      >
                        +
                      </button>
                    </>
                  )}
                  {result && <strong class="sum">{count(result.dots[note.id] ?? 0, ballotWords.votes1, ballotWords.votes)}</strong>}
                </div>
              </OthersNote>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
