import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { asksOnTriples, conversionOf, coverageOf, groupIdOf, type Share } from '@telaio/shared/lab'
import { say } from '@telaio/shared/ui'
import { groupNameById } from '../lab/group-name.ts'
import { SectorOf } from '../people/sector-counts.tsx'
import { useLab } from '../shell/context.ts'
import { Page } from '../shell/page.tsx'
import { words } from '../shell/words.ts'
import { CanvasTabs } from './canvas-tabs.tsx'
import { compileWords as our } from './compile-words.ts'
import { isQuotable } from './entries.ts'

/** From notes to entries, and whose notes reached the canvas: so that nobody's voice is dropped unseen. */
export function NumbersPage(): JSX.Element {
  const lab = useLab()
  const { notes, entries, results, zones, authors, asides } = lab.items
  const conversion = useComputed(() =>
    conversionOf({
      notes: Object.values(notes.value).filter(({ hidden }) => !hidden),
      entries: Object.values(entries.value),
      tallies: Object.values(results.value).flatMap((one) => ('dots' in one ? [one] : [])),
      asked: asksOnTriples(Object.values(zones.value)),
    }),
  )
  const coverage = useComputed(() => {
    const cited = new Set(
      Object.values(entries.value).flatMap((entry) => (entry.withheld ? [] : entry.sources.map((one) => one.contribution))),
    )
    const counted = Object.values(notes.value)
      .filter((note) => !note.hidden && isQuotable(note))
      .map((note) => {
        const author = authors.value[note.id]
        return {
          id: note.id,
          meeting: note.meeting,
          group: groupIdOf(note.meeting, note.group),
          person: author?.person ?? null,
          sector: author?.sector ?? null,
        }
      })
    return coverageOf(counted, cited, new Set(Object.keys(asides.value)))
  })
  /** Notes whose zone leads to no block: their share cannot be but nothing. */
  const elsewhere = useComputed(
    () =>
      Object.values(notes.value).filter(
        (note) =>
          !note.hidden &&
          isQuotable(note) &&
          !(zones.value[`m${note.meeting}/${note.zone}`]?.leadsTo.some((lead) => lead.to === 'block') ?? false),
      ).length,
  )
  /** Tables are called alike in each meeting, and in each moment of one. */
  const tableName = (key: string): string => {
    const meeting = Number(/^m(\d+)\//.exec(key)?.[1])
    const { groups } = lab.items
    const moment = groups.value[key]?.moment
    const moments = new Set(
      Object.values(groups.value).flatMap((one) => (one.meeting === meeting && one.moment !== null ? [one.moment] : [])),
    )
    return [
      say(words.meetingN, { n: meeting }),
      ...(moment != null && moments.size > 1 ? [say(our.momentN, { n: moment })] : []),
      groupNameById(groups.value, key),
    ].join(' · ')
  }
  const { notes: written, triples, voted, sentences, traced } = conversion.value
  const all = coverage.value
  const byNumber = (a: Share, b: Share) => a.key.localeCompare(b.key, 'en', { numeric: true })
  const figure = (n: number | null, label: string, text: string) => (
    <li>
      <strong>{n === null ? '–' : n}</strong> <span>{label}</span> <span class="muted small">{text}</span>
    </li>
  )
  return (
    <Page wide title={say(our.tabNumbers)} lead={say(our.numbersLead)}>
      <CanvasTabs here="numbers" />
      <section aria-labelledby="conversion">
        <h2 id="conversion">{say(our.conversion)}</h2>
        <ol class="conversion">
          {figure(written, say(our.convNotes), say(our.convNotesText))}
          {figure(triples, say(our.convTriples), say(our.convTriplesText))}
          {figure(voted, say(our.convVoted), say(voted === null ? our.convVotedNone : our.convVotedText))}
          {figure(sentences, say(our.convSentences), say(our.convSentencesText, { n: traced }))}
        </ol>
      </section>
      <section aria-labelledby="coverage">
        <h2 id="coverage">{say(our.coverage)}</h2>
        <p>
          {say(our.coverageAll, { used: all.used, all: all.notes, aside: all.aside, left: Math.max(0, all.notes - all.used - all.aside) })}
        </p>
        {elsewhere.value > 0 && <p class="hint">{say(our.coverageElsewhere, { n: elsewhere.value })}</p>}
        <div class="coverage">
          <div>
            <Shares title={say(our.byMeeting)} rows={all.meetings.toSorted(byNumber)} name={(key) => say(words.meetingN, { n: key })} />
            <Shares
              title={say(our.bySector)}
              rows={[...all.sectors, ...(all.unknown ? [all.unknown] : [])]}
              name={(key) => (key === '' ? say(our.noSector) : <SectorOf sector={key} />)}
            />
          </div>
          <div>
            <Shares
              title={say(our.byGroup)}
              rows={all.groups.filter(({ key }) => !key.startsWith('m')).toSorted(byNumber)}
              name={(key) => groupNameById(lab.items.groups.value, key)}
            />
            <details class="shares-more">
              <summary>{say(our.byTable)}</summary>
              <Shares
                title={say(our.byTable)}
                rows={all.groups.filter(({ key }) => key.startsWith('m')).toSorted(byNumber)}
                name={tableName}
              />
            </details>
          </div>
        </div>
        <p class="hint">{say(our.tooFewText)}</p>
      </section>
    </Page>
  )
}

const percent = (part: number, all: number): number => (all === 0 ? 0 : Math.round((100 * part) / all))

function Shares({
  title,
  rows,
  name,
}: {
  readonly title: string
  readonly rows: readonly Share[]
  readonly name: (key: string) => JSX.Element | string
}): JSX.Element {
  return (
    <table class="plain-table shares">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say(our.where)}</th>
          <th scope="col">{say(our.used)}</th>
          <th scope="col">{say(our.ofAll)}</th>
          <th scope="col">{say(our.share)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, notes, used }) => (
          <tr key={key}>
            <th scope="row">{name(key)}</th>
            {used === null ? (
              <td colSpan={3} class="muted">
                {say(our.tooFew)}
              </td>
            ) : (
              <>
                <td class="time">{used}</td>
                <td class="time">{notes}</td>
                <td class="time">
                  {say(our.sure, { n: percent(used, notes) })}
                  <span class="share-bar" aria-hidden="true">
                    <span style={{ width: `${percent(used, notes)}%` }} />
                  </span>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
