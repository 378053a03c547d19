import type { MeetingItem } from '@telaio/shared/view'
import { say } from '@telaio/shared/ui'
import type { JSX } from 'preact'
import { usePanel } from '../../panel/context.ts'
import { pathWords } from '../../words/path.ts'
import { dayOf } from './when.ts'

/** Between meetings: when we meet next, and what for. */
export function NextMeeting({ next }: { readonly next: MeetingItem | null }): JSX.Element {
  const { lab, meeting } = usePanel()
  const zone = lab.items.value.lab['lab']?.timeZone
  // said only to those whose own clock says otherwise
  const elsewhere = zone !== Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!next)
    return (
      <section class="card next">
        <p class="prompt-text">{say(pathWords.labOver)}</p>
      </section>
    )
  return (
    <section class="card next" aria-labelledby="next-title">
      <p class="eyebrow">{say(pathWords.nextMeeting)}</p>
      {next.date ? (
        <p class="when">
          {dayOf(next.date)}
          {next.time && (
            <>
              , <span class="time">{next.time}</span>
              {elsewhere && <span class="muted zone-name"> ({zone})</span>}
            </>
          )}
        </p>
      ) : (
        <p class="muted">{say(pathWords.noDate)}</p>
      )}
      <h2 id="next-title">
        {next.number}. {say(next.title)}
      </h2>
      <p>{say(next.purpose)}</p>
      {meeting.kind === 'none' && next.zoomLink && (
        <a class="button primary link" href={next.zoomLink} rel="noreferrer noopener" target="_blank">
          {say(pathWords.openZoom)}
        </a>
      )}
    </section>
  )
}
