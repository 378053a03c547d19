import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { agendaTimes, addDays } from '@telaio/shared/kit'
import type { BlockItem, Items, MeetingItem } from '@telaio/shared/view'
import { inLanguage, type Language } from '@telaio/shared/words'

export interface CalendarFile {
  /** What the reader may see: a link that is not in it is not in the file. */
  readonly items: Pick<Items, 'lab' | 'meetings' | 'blocks' | 'groups' | 'me'>
  readonly language: Language
  /** Revision of the whole lab; it grows with every change of a date or a plan, so that a calendar takes the newer file for the newer one. */
  readonly seq: number
  /** When the file is made (ms). */
  readonly now: number
  /** Only this meeting; left out: all. */
  readonly meeting?: number | undefined
}

/** The same address without the characters that the library escapes as if it were text: in a value of type URI they stand as they are. */
const plainUri = (link: string): string => link.replace(/[,;\\]/g, encodeURIComponent)

const WORDS = {
  meeting: { it: 'Incontro', en: 'Meeting' },
  agenda: { it: 'Agenda', en: 'Agenda' },
  minutes: { it: 'min', en: 'min' },
} as const

/**
 * The lab's meetings with a date as an iCalendar file (RFC 5545). Hours stand in UTC, which every calendar shows in its own zone and no change of clocks moves;
 * a meeting whose hour is not known yet is an event of the whole day. UIDs stay the same for ever.
 */
export function calendarFile({ items, language, seq, now, meeting }: CalendarFile): string {
  const lab = items.lab['lab']
  if (!lab) throw new Error('a view without its lab')
  const calendar = ical({
    name: lab.title,
    prodId: { company: 'Telaio', product: 'Telaio', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  const dated = Object.values(items.meetings)
    .filter((one) => meeting === undefined || one.number === meeting)
    .sort((a, b) => a.number - b.number)
  for (const one of dated) {
    if (one.date === null) continue
    const blocks = one.agenda.flatMap((id) => items.blocks[`m${one.number}/${id}`] ?? [])
    const times = agendaTimes(blocks, one.date, one.time, lab.timeZone)
    const when =
      times.start === null
        ? { start: new Date(`${one.date}T00:00Z`), end: new Date(`${addDays(one.date, 1)}T00:00Z`), allDay: true }
        : // as long as the meeting is meant to last, or as its agenda takes, where that is more
          {
            start: new Date(times.start),
            end: new Date(Math.max(times.end ?? 0, times.start + one.minutes * 60_000)),
          }
    calendar.createEvent({
      ...when,
      id: `${lab.id}-meeting-${one.number}@telaio`,
      sequence: seq,
      stamp: new Date(now),
      status: ICalEventStatus.CONFIRMED,
      summary: `${lab.title} · ${WORDS.meeting[language]} ${one.number}: ${inLanguage(one.title, language)}`,
      description: describe(one, blocks, times, language, groupIn(items)),
      ...(one.zoomLink === null ? {} : { location: one.zoomLink, url: plainUri(one.zoomLink) }),
    })
  }
  return calendar.toString()
}

/** The reader's own group in a block, by name; null where everybody works together, and for whoever is in none. */
function groupIn({ groups, me }: CalendarFile['items']): (block: BlockItem) => string | null {
  const mine = (me['me']?.groups ?? []).flatMap((id) => groups[id] ?? [])
  return ({ grouping, meeting }) => {
    const found = mine.find((group) =>
      grouping.groups === 'project'
        ? group.kind === 'project'
        : grouping.groups === 'mixed' && group.meeting === meeting && group.moment === grouping.moment,
    )
    return found?.name ?? null
  }
}

function describe(
  meeting: MeetingItem,
  blocks: readonly Items['blocks'][string][],
  times: ReturnType<typeof agendaTimes>,
  language: Language,
  groupOf: (block: BlockItem) => string | null,
): string {
  const lines = blocks.map((block, i) => {
    const clock = times.blocks[i]?.clock
    const group = groupOf(block)
    return `${clock ? `${clock} ` : ''}${inLanguage(block.title, language)} (${block.minutes} ${WORDS.minutes[language]})${group === null ? '' : ` · ${group}`}`
  })
  return [
    inLanguage(meeting.purpose, language),
    ...(meeting.zoomLink === null ? [] : [`Zoom: ${meeting.zoomLink}`]),
    `${WORDS.agenda[language]}:\n${lines.join('\n')}`,
  ].join('\n\n')
}
