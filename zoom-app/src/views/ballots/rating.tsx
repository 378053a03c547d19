import type { AnswerType } from '@telaio/shared/kit'
import { count, language, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { revealedResult } from '../../lab/ballots.ts'
import { votedOn } from '../../lab/notes.ts'
import { usePanel } from '../../panel/context.ts'
import { ballotWords } from '../../words/ballots.ts'
import { OthersNote } from '../others-note.tsx'
import type { BallotProps } from './props.ts'
import { Saved } from './saved.tsx'
import { useBallot } from './use-ballot.ts'

const SCORES = [1, 2, 3, 4, 5] as const
type Scores = Readonly<Record<string, Readonly<Record<string, number>>>>

/** One score set or taken back; a note without any score leaves the ballot. */
function withScore(scores: Scores, note: string, criterion: string, score: number | null): Scores {
  const { [criterion]: _old, ...rest } = scores[note] ?? {}
  const mine = score === null ? rest : { ...rest, [criterion]: score }
  const { [note]: _gone, ...others } = scores
  return Object.keys(mine).length === 0 ? others : { ...others, [note]: mine }
}

/** 1 to 5 by criteria on each note of another zone. Skipping is an answer: the first choice says so. */
export function Rating(props: BallotProps & { readonly asked: Extract<AnswerType, { type: 'rating' }> }): JSX.Element {
  const { asked, place, labelledBy } = props
  const { lab, now } = usePanel()
  const id = useId()
  const { ballot, state, cast } = useBallot(props, 'rating')
  const scores: Scores = ballot?.scores ?? {}
  const items = lab.items.value
  const notes = votedOn(items, props.zone, asked.on)
  const result = revealedResult(items, place)
  const mean = (note: string, criterion: string): string => {
    const found = result?.scores[note]?.[criterion]
    return found && found.count > 0
      ? (found.sum / found.count).toLocaleString(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
      : '–'
  }
  if (notes.length === 0) return <p class="muted">{say(ballotWords.nothingToVote)}</p>
  return (
    <div class="ballot" role="group" aria-labelledby={labelledBy}>
      <p class="muted hint">{say(ballotWords.scoreHint)}</p>
      <Saved state={state} />
      {result && (
        <p class="result">
          <strong>{say(ballotWords.results)}</strong> · {count(result.ballots, ballotWords.ballots1, ballotWords.ballots)}
        </p>
      )}
      <ul class="notes">
        {notes.map((note, i) => (
          <li key={note.id}>
            <OthersNote note={note}>
              {asked.criteria.map((criterion) => (
                <fieldset key={criterion.id} class="scores">
                  <legend>
                    {say(criterion.title)}
                    {result && <span class="mean"> · {mean(note.id, criterion.id)}</span>}
                  </legend>
                  {now.standing.value.writes && (
                    <div class="score-row">
                      {[null, ...SCORES].map((score) => (
                        <label key={score ?? 0} class={score === null ? 'score skip' : 'score'}>
                          <input
                            type="radio"
                            name={`${id}-${i}-${criterion.id}`}
                            checked={(scores[note.id]?.[criterion.id] ?? null) === score}
                            aria-label={score === null ? say(ballotWords.noScore) : String(score)}
                            onChange={() =>
                              cast((before) => ({ type: 'rating', scores: withScore(before?.scores ?? {}, note.id, criterion.id, score) }))
                            }
                          />
                          <span aria-hidden="true">{score ?? '–'}</span>
                        </label>
                      ))}
                    </div>
                  )}
                </fieldset>
              ))}
            </OthersNote>
          </li>
        ))}
      </ul>
    </div>
  )
}
