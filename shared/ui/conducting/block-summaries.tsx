import type { JSX } from 'preact'
import { say } from '../language.ts'
import type { ConductingDesk } from './desk.ts'
import { conductingWords as words } from './words.ts'

/** What groups wrote of the running block, to be read aloud or shown to everybody. */
export function BlockSummaries({ desk }: { readonly desk: ConductingDesk }): JSX.Element {
  const { items, meeting, send, may, busy } = desk
  const all = Object.values(items.summaries)
    .filter((one) => one.meeting === meeting.number)
    .sort(
      (a, b) =>
        meeting.agenda.indexOf(b.block) - meeting.agenda.indexOf(a.block) || a.group.localeCompare(b.group, 'en', { numeric: true }),
    )
  const newest = all[0]?.block
  const shown = all.filter(({ block }) => block === newest)
  if (newest === undefined) return <p class="hint">{say(words.noSummaries)}</p>
  return (
    <>
      <ul class="sent">
        {shown.map((one) => (
          <li key={one.group}>
            <p>
              <strong>{items.groups[one.group]?.name ?? one.group}</strong>
              {one.shared && <span class="flag">{say(words.shared)}</span>}
              <span class="sent-text">{one.text}</span>
            </p>
          </li>
        ))}
      </ul>
      {shown.some((one) => !one.shared) && may('shareSummaries') && (
        <div class="buttons">
          <button
            type="button"
            class="button"
            aria-disabled={busy || undefined}
            onClick={() => !busy && void send({ type: 'shareSummaries', meeting: meeting.number, block: newest })}
          >
            {say(words.share)}
          </button>
        </div>
      )}
    </>
  )
}
