import type { Content, MeetingContent } from '../content.ts'
import type { Paper, Piece } from '../paper.ts'
import { oneLine } from '../evidence.ts'
import { type DocumentWord, sayDate } from '../words.ts'
import { colophon, figures, heading, outputPieces, paper, sayIn, text, widthsOf } from './say.ts'

const REASONS: readonly string[] = ['outside', 'empty', 'unsupported', 'furniture-edited']
const MARKS = ['present', 'late', 'left', 'absent', 'unmarked'] as const

/** Everything that happened, meeting by meeting; people are counted, never named. */
export function dossierPaper(content: Content): Paper {
  const say = sayIn(content)
  return paper('dossier', content, say('dossier'), [
    text(say('dossierLead'), 'lead'),
    figures(content, say),
    ...content.meetings.flatMap((meeting) => meetingPieces(meeting, content)),
    ...(content.strays.length === 0
      ? []
      : [
          heading(say('strays')),
          {
            kind: 'table' as const,
            caption: say('strays'),
            columns: [say('reason'), say('howMany')],
            rows: content.strays.map(({ reason, count }) => [
              REASONS.includes(reason) ? say(reason as DocumentWord) : reason,
              String(count),
            ]),
            widths: [3, 1],
          },
        ]),
    ...colophon(content, say, false),
  ])
}

function meetingPieces(meeting: MeetingContent, content: Content): Piece[] {
  const say = sayIn(content)
  const title = heading(`${meeting.number}. ${meeting.title}`, 2, { onNewPage: true })
  const when = meeting.date === null ? [] : [text(sayDate(meeting.date, content.language), 'muted')]
  if (!meeting.held) return [title, ...when, text(meeting.purpose), text(say('meetingNotHeld'), 'muted')]
  return [
    title,
    ...when,
    text(meeting.purpose),
    heading(say('agenda'), 3),
    {
      kind: 'table',
      caption: `${say('agenda')}: ${meeting.title}`,
      columns: [say('block'), say('planned'), say('held')],
      rows: meeting.agenda.map(({ title: block, planned, held }) => [
        block,
        String(planned),
        held === null ? say('notHeld') : String(held),
      ]),
      widths: [4, 1, 1],
    },
    heading(say('attendance'), 3),
    {
      kind: 'table',
      caption: `${say('attendance')}: ${meeting.title}`,
      columns: [...MARKS.map((mark) => say(mark)), say('wrote')],
      rows: [[...MARKS.map((mark) => String(meeting.attendance[mark])), String(meeting.wrote)]],
      widths: [1, 1, 1, 1, 1, 1],
    },
    ...(meeting.lateNotes > 0 ? [text(say('lateNotes', { n: meeting.lateNotes }), 'muted')] : []),
    ...(meeting.groups.length === 0
      ? []
      : [
          heading(say('groupsOf'), 3),
          {
            kind: 'list' as const,
            words: true as const,
            items: meeting.groups.map(({ name, people }) => `${oneLine(name)} (${people} ${say(people === 1 ? 'person' : 'people')})`),
          },
        ]),
    ...(meeting.choices.length === 0
      ? []
      : [
          heading(say('choices'), 3),
          ...meeting.choices.map(({ title: asked, columns, lines }): Piece => {
            const rows = lines.map((line) => [oneLine(line.text), ...line.figures])
            const all = [asked, ...columns]
            return {
              kind: 'table',
              words: true,
              caption: asked,
              columns: all,
              rows,
              widths: widthsOf(all, rows),
            }
          }),
        ]),
    ...(meeting.outputs.length === 0 ? [text(say('nothingWritten'), 'muted')] : []),
    ...meeting.outputs.flatMap(({ group, outputs }) => [
      heading(`${say('outputs')}: ${oneLine(group)}`, 3),
      ...outputs.flatMap((one) => outputPieces(one, say, 4)),
    ]),
  ]
}
