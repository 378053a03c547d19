import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { count, language, noteLine, say } from '@telaio/shared/ui'
import type { ZoneItem } from '@telaio/shared/view'
import { useLab } from '../shell/context.ts'
import { zonesOf } from './find-notes.ts'
import { FEWEST, isRevealed, rankDots, rankScores, type Revealed } from './results.ts'
import { outputWords as our } from './words.ts'

const oneDecimal = (value: number): string =>
  value.toLocaleString(language.value === 'it' ? 'it-IT' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Votes, ratings and consents of a meeting: totals once revealed, and before that only how many have answered. */
export function Results({ meeting }: { readonly meeting: number }): JSX.Element | null {
  const lab = useLab()
  const zones = useComputed(() =>
    zonesOf(lab.items.zones.value, meeting).filter((zone) => (lab.items.results.value[`${meeting}/${zone.id}`]?.ballots ?? 0) > 0),
  )
  if (zones.value.length === 0) return null
  return (
    <section aria-labelledby="results">
      <h2 id="results">{say(our.results)}</h2>
      <div class="results">
        {zones.value.map((zone) => (
          <Result key={zone.id} zone={zone} />
        ))}
      </div>
    </section>
  )
}

function Result({ zone }: { readonly zone: ZoneItem }): JSX.Element {
  const lab = useLab()
  const result = lab.items.results.value[`${zone.meeting}/${zone.id}`]
  return (
    <div class="card result">
      <h3>
        <span class="zone-id">{zone.id}</span> {say(zone.title)}
      </h3>
      <p class="muted">
        {say(zone.question)} · {count(result?.ballots ?? 0, our.ballotsOne, our.ballotsMany)}
      </p>
      {result && isRevealed(result) ? <Shown zone={zone} result={result} /> : <p>{say(our.secret)}</p>}
    </div>
  )
}

function Shown({ zone, result }: { readonly zone: ZoneItem; readonly result: Revealed }): JSX.Element {
  if (zone.answer.type === 'consent') return <Consents result={result} />
  if (zone.answer.type === 'votes')
    return (
      <ol class="ranking">
        {rankDots(result).map((row) => (
          <Ranked key={row.contribution} contribution={row.contribution} share={row.share} value={say(our.dots, { n: row.value })} />
        ))}
      </ol>
    )
  const criteria = zone.answer.type === 'rating' ? zone.answer.criteria : []
  const rows = rankScores(result)
  return (
    <>
      <ol class="ranking">
        {rows.map((row) => (
          <Ranked
            key={row.contribution}
            contribution={row.contribution}
            share={row.share}
            value={say(our.mean, { n: oneDecimal(row.value) })}
            detail={criteria
              .flatMap((one) => (row.criteria[one.id] === undefined ? [] : `${say(one.title)} ${oneDecimal(row.criteria[one.id] ?? 0)}`))
              .join(' · ')}
          />
        ))}
      </ol>
      {rows.some((row) => row.count < FEWEST) && <p class="hint">{say(our.fewScores, { n: FEWEST })}</p>}
    </>
  )
}

function Ranked({
  contribution,
  share,
  value,
  detail,
}: {
  readonly contribution: string
  readonly share: number
  readonly value: string
  readonly detail?: string
}): JSX.Element {
  const lab = useLab()
  const note = lab.items.notes.value[contribution]
  const text = note ? noteLine(note, lab.items.zones.value[`m${note.meeting}/${note.zone}`], language.value) : say(our.noteGone)
  return (
    <li>
      <span class="ranked-text">{text}</span>
      <span class="time ranked-value">{value}</span>
      <span class="meter" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {detail && <span class="muted small">{detail}</span>}
    </li>
  )
}

function Consents({ result }: { readonly result: Revealed }): JSX.Element {
  const all = Object.values(result.consents).reduce((sum, n) => sum + n, 0)
  return (
    <ol class="ranking">
      {(['agree', 'can-live-with', 'objection'] as const).map((choice) => (
        <li key={choice}>
          <span class="ranked-text">{say(our[choice])}</span>
          <span class="time ranked-value">{result.consents[choice]}</span>
          <span class="meter" aria-hidden="true">
            <span style={{ width: `${all > 0 ? (result.consents[choice] / all) * 100 : 0}%` }} />
          </span>
        </li>
      ))}
    </ol>
  )
}
