import { agendaTemplate, canvasTemplate, methodTemplate, SHEETS, type Template } from '@telaio/shared/board'
import type { Method, Repertoire } from '@telaio/shared/kit'
import type { Items, MeetingItem } from '@telaio/shared/view'
import { blockOf } from '@telaio/shared/conduct'
import { meetingsInOrder } from '../../lab/agenda.ts'

/** What stands in the library: a template, with the method that it comes from where there is one. The fields of a method are what is searched. */
export interface Entry extends Method {
  readonly collection: string
  readonly template: Template
  readonly method: Method | null
}

/** Templates of our own are found by their words; they fit any time and any number of people, and serve no one purpose. */
function sheetEntry(template: Template): Entry {
  return {
    id: template.id,
    title: template.title,
    summary: template.about,
    when: template.about,
    purposes: [],
    minutes: { least: 0, most: 0 },
    people: { least: 1, most: null, arrangement: template.about },
    steps: [],
    licence: '',
    credit: template.about,
    brings: { blocks: [], zones: [] },
    collection: 'sheets',
    template,
    method: null,
  }
}

/** Everything that can be put on the board: the lab's canvases, sheets of our own, methods. */
export function catalogueOf(
  { meetings, zones, blocks }: Pick<Items, 'meetings' | 'zones' | 'blocks'>,
  now: MeetingItem | null,
  repertoire: Repertoire | null,
): readonly Entry[] {
  const canvases = meetingsInOrder(meetings).map((meeting) =>
    canvasTemplate(
      meeting,
      Object.values(zones)
        .filter((zone) => zone.meeting === meeting.number)
        .sort((a, b) => numberOf(a.id) - numberOf(b.id)),
    ),
  )
  const agenda = now
    ? [
        agendaTemplate(
          now,
          now.agenda.flatMap((id) => blockOf(blocks, now.number, id) ?? []),
        ),
      ]
    : []
  return [
    ...[...canvases.filter((one) => one.zones.length > 0), ...agenda, ...SHEETS].map(sheetEntry),
    ...(repertoire?.methods ?? []).map((method) => ({ ...method, template: methodTemplate(method), method })),
  ]
}

const numberOf = (zone: string): number => Number(/(\d+)$/.exec(zone)?.[1] ?? 0)
