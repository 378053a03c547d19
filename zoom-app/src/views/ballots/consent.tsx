import { count, say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { myBallot, revealedResult } from '../../lab/ballots.ts'
import { votedOn } from '../../lab/notes.ts'
import { usePanel } from '../../panel/context.ts'
import { answerFrom, faultIn, fieldsFrom, textOf } from '../../writing/answers.ts'
import { draftKey } from '../../writing/draft.ts'
import { writingWords as words } from '../../words/writing.ts'
import { ballotWords } from '../../words/ballots.ts'
import { GrowingText } from '../fields/growing-text.tsx'
import { OthersNote } from '../others-note.tsx'
import type { BallotProps } from './props.ts'
import { Saved } from './saved.tsx'

const CHOICES = ['agree', 'can-live-with', 'objection'] as const

/** Agree, can live with it, objection with a reason – on statements that stand above it. Sent by hand: words are weighed. */
export function Consent({ zone, block, place, on }: BallotProps & { readonly on: string }): JSX.Element | null {
  const { lab, writing, now, announce } = usePanel()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [blank, setBlank] = useState(false)
  const drafts = writing.value?.drafts
  const items = lab.items.value
  const statements = votedOn(items, zone, on)
  const result = revealedResult(items, place)
  if (zone.answer.type !== 'consent') return null
  const kept = myBallot(items, writing.value?.pending.value ?? { waiting: [], settling: [] }, place, 'consent')
  const key = draftKey(place.meeting, place.group, place.zone)
  const draft = drafts?.all.value[key]
  const fields = draft?.fields ?? {}
  const where = { key, ...place, block: block.id }
  const editing = draft !== undefined || kept === null
  // read at the moment of the event: a quick hand is ahead of what is drawn
  const written = () => drafts?.get(key)?.fields ?? {}
  const change = (field: string, text: string) => {
    drafts?.change(where, { fields: { ...written(), [field]: text } })
    setBlank(false)
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    if (zone.answer.type !== 'consent') return
    if (faultIn(zone.answer, written())) {
      setBlank(true)
      form.current?.querySelector('input')?.focus()
      return
    }
    await writing.value?.write({ place, block: block.id, answer: answerFrom(zone.answer, written()) })
    drafts?.drop(key)
    announce(say(ballotWords.ballotSaved))
  }
  return (
    <div class="ballot">
      {statements.length > 0 && (
        <details open={statements.length <= 12}>
          <summary>
            {say(ballotWords.statements)} ({statements.length})
          </summary>
          <ul class="notes">
            {statements.map((note) => (
              <li key={note.id}>
                <OthersNote note={note} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {result && (
        <div class="result">
          <p>
            <strong>{say(ballotWords.results)}</strong> · {count(result.ballots, ballotWords.ballots1, ballotWords.ballots)}
          </p>
          <dl class="tally">
            {CHOICES.map((choice) => (
              <div key={choice}>
                <dt>{say(words.consents[choice])}</dt>
                <dd>{result.consents[choice]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {now.standing.value.writes && !editing && kept && (
        <div class="my-position">
          <p>{say(ballotWords.position, { choice: say(words.consents[kept.answer.choice]) })}</p>
          {kept.answer.reason && <p class="muted">{kept.answer.reason}</p>}
          <Saved state={kept.state} />
          <button type="button" class="button" onClick={() => drafts?.change(where, { fields: fieldsFrom(kept.answer) })}>
            {say(ballotWords.change)}
          </button>
        </div>
      )}
      {now.standing.value.writes && editing && (
        <form ref={form} class="composer" onSubmit={(event) => void submit(event)}>
          <fieldset class="choices">
            <legend>{say(words.fields.choice)}</legend>
            {CHOICES.map((choice) => (
              <label key={choice} class="choice">
                <input type="radio" name={`${id}-choice`} checked={fields['choice'] === choice} onChange={() => change('choice', choice)} />
                <span>{say(words.consents[choice])}</span>
              </label>
            ))}
          </fieldset>
          {(fields['choice'] === 'objection' || fields['choice'] === 'can-live-with') && (
            <>
              <div class="labelled">
                <label for={`${id}-reason`}>
                  {say(words.fields.reason)} <span class="muted">({say(words.optional)})</span>
                </label>
                <GrowingText
                  id={`${id}-reason`}
                  field="reason"
                  rows={2}
                  value={fields['reason'] ?? ''}
                  describedBy={`${id}-why`}
                  onInput={(text) => change('reason', text)}
                />
                <p class="muted hint" id={`${id}-why`}>
                  {say(ballotWords.reasonWhy)}
                </p>
              </div>
              {statements.length > 0 && (
                <div class="labelled">
                  <label for={`${id}-about`}>{say(words.fields.about)}</label>
                  <select
                    id={`${id}-about`}
                    class="field"
                    value={fields['about'] ?? ''}
                    onChange={(event) => change('about', event.currentTarget.value)}
                  >
                    <option value="">{say(ballotWords.wholeText)}</option>
                    {statements.map((note) => (
                      <option key={note.id} value={note.id}>
                        {textOf(note.answer).slice(0, 80)}
                      </option>
                    ))}
                  </select>
                </div>
              )}
            </>
          )}
          {blank && (
            <p class="fault" role="alert">
              {say(words.blankChoice)}
            </p>
          )}
          <div class="actions">
            <button type="submit" class="button primary">
              {say(words.add.consent)}
            </button>
            {kept && (
              <button type="button" class="quiet" onClick={() => drafts?.drop(key)}>
                {say(words.cancel)}
              </button>
            )}
          </div>
        </form>
      )}
    </div>
  )
}
