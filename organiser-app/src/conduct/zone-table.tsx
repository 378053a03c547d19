import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { count, say } from '@telaio/shared/ui'
import { type CountState, countOf, isBallotZone, tooFewBallots } from '@telaio/shared/conduct'
import { FEWEST_BALLOTS } from '@telaio/shared/lab'
import type { BlockItem, MeetingItem, ZoneItem } from '@telaio/shared/view'
import { useCommand } from '../lab/use-action.ts'
import { zonesOf } from '../outputs/find-notes.ts'
import { Button } from '../shell/button.tsx'
import { Confirm } from '../shell/confirm.tsx'
import { useConsole, useLab } from '../shell/context.ts'
import { TroubleNote } from '../shell/field.tsx'
import { conductWords as our } from './words.ts'

interface ZoneRow {
  readonly zone: ZoneItem
  readonly seen: number
  readonly shared: number
  readonly unseen: number
  /** Of votes, ratings and consents; null for notes. */
  readonly count: CountState | null
}

/** The zones that are written in now, or already hold something: what is seen, what is still private, what everybody sees. */
export function ZoneTable({ meeting, block }: { readonly meeting: MeetingItem; readonly block: BlockItem | null }): JSX.Element | null {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const n = meeting.number
  const rows = zonesOf(lab.items.zones.value, n).flatMap((zone): ZoneRow[] => {
    const notes = Object.values(lab.items.notes.value).filter((note) => note.meeting === n && note.zone === zone.id && !note.hidden)
    const unseen = Object.values(lab.items.unrevealed.value)
      .filter((one) => one.meeting === n && one.zone === zone.id)
      .reduce((sum, one) => sum + one.count, 0)
    const counted = { results: lab.items.results.value, unrevealed: lab.items.unrevealed.value }
    const row = {
      zone,
      seen: notes.length,
      shared: notes.filter((note) => note.shared || note.group === 'all').length,
      unseen,
      count: isBallotZone(zone) ? countOf(counted, n, zone.id) : null,
    }
    return block?.zones.includes(zone.id) || row.seen > 0 || unseen > 0 || (row.count?.ballots ?? 0) > 0 ? [row] : []
  })
  if (rows.length === 0) return null
  const facilitates = (lab.me.value?.roles.includes('facilitator') ?? false) && lab.may('revealNotes')
  const unseenNow = rows.filter((row) => row.count === null && block?.zones.includes(row.zone.id)).filter((row) => row.unseen > 0)
  const revealBlock = async () => {
    // one command a zone: those of other blocks, and ballots, keep their secret
    for (const row of unseenNow) if (!(await command.send({ type: 'revealNotes', meeting: n, zone: row.zone.id }))) return
    tell(say(our.revealed))
  }
  return (
    <section aria-labelledby="zones">
      <div class="section-head">
        <h2 id="zones">{say(our.zones)}</h2>
        {facilitates && unseenNow.length > 1 && (
          <Button busy={command.busy} onClick={() => void revealBlock()}>
            {say(our.revealAll)}
          </Button>
        )}
      </div>
      <p class="hint">{say(our.zonesHint)}</p>
      <TroubleNote trouble={command.trouble} />
      <ul class="zone-rows">
        {rows.map((row) => (
          <Row key={row.zone.id} row={row} meeting={n} facilitates={facilitates} />
        ))}
      </ul>
    </section>
  )
}

function Row({
  row,
  meeting,
  facilitates,
}: {
  readonly row: ZoneRow
  readonly meeting: number
  readonly facilitates: boolean
}): JSX.Element {
  const lab = useLab()
  const { tell } = useConsole()
  const command = useCommand()
  const asking = useSignal(false)
  const { zone, seen, shared, unseen, count: counted } = row
  const name = `${zone.id} ${say(zone.title)}`
  const reveal = async () => {
    if (!(await command.send({ type: 'revealNotes', meeting, zone: zone.id }))) return
    tell(say(counted === null ? our.revealed : our.resultShown))
    asking.value = false
  }
  const share = async () => {
    if (await command.send({ type: 'shareNotes', meeting, zone: zone.id })) tell(say(our.sharedDone, { zone: name }))
  }
  return (
    <li>
      <span class="zone-name">
        <span class="zone-id">{zone.id}</span> {say(zone.title)}
      </span>
      <span class="zone-numbers">
        {counted === null ? (
          <>
            {count(seen, our.notesOne, our.notesMany)}
            {unseen > 0 && ` · ${count(unseen, our.privateOne, our.privateMany)}`}
            {seen > 0 && shared === seen && <span class="flag">{say(our.allShared)}</span>}
          </>
        ) : (
          <>
            {count(counted.ballots, our.ballotsOne, our.ballotsMany)}
            {counted.since > 0 && ` · ${say(our.ballotsFresh, { n: counted.since })}`}
            {counted.revealed && <span class="flag">{say(our.resultVisible)}</span>}
          </>
        )}
      </span>
      <span class="buttons">
        {counted === null && unseen > 0 && facilitates && (
          <button type="button" class="button small" aria-label={say(our.revealOf, { zone: name })} onClick={() => void reveal()}>
            {say(our.reveal)}
          </button>
        )}
        {counted === null && seen > shared && lab.may('shareNotes') && (
          <button type="button" class="button small" aria-label={say(our.shareOf, { zone: name })} onClick={() => void share()}>
            {say(our.share)}
          </button>
        )}
        {counted?.show === 'enough' && facilitates && (
          <button
            type="button"
            class="button small"
            aria-label={say(our.revealResultOf, { zone: name })}
            onClick={() => (asking.value = true)}
          >
            {say(our.revealResult)}
          </button>
        )}
      </span>
      {counted?.show === 'few' && facilitates && <p class="hint">{say(tooFewBallots, { least: FEWEST_BALLOTS })}</p>}
      {!asking.value && <TroubleNote trouble={command.trouble} />}
      {asking.value && (
        <Confirm
          title={say(our.resultTitle, { zone: name })}
          yes={say(our.revealResult)}
          action={command}
          onYes={() => void reveal()}
          onClose={() => (asking.value = false)}
        >
          <p>{say(our.resultText, { n: counted?.ballots ?? 0 })}</p>
        </Confirm>
      )}
    </li>
  )
}
