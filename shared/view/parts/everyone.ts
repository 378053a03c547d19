import { minutesOf } from '../../kit/index.ts'
import { blockKey } from '../../lab/index.ts'
import { collect, type Projection, whole } from '../projection.ts'
import { entryItem } from '../show.ts'
import type { Part, Scene } from '../viewer.ts'

type P = Extract<Part, { kind: 'everyone' }>

/** What everybody in the lab sees: programme, clock, groups by name and size, the final canvas, revealed counts. */
export const everyone: readonly Projection<P>[] = [
  whole<P, 'lab'>(
    'lab',
    ({ lab }) => [
      [
        'lab',
        {
          id: lab.id,
          title: lab.title,
          language: lab.language,
          timeZone: lab.timeZone,
          archived: lab.archived,
          notice: lab.notice,
          kit: { name: lab.kit.name, title: lab.kit.title },
          sectors: lab.kit.sectors,
          meetings: lab.kit.meetings.map((one) => one.number),
          finalCanvasRev: lab.finalCanvasRev,
        },
      ],
    ],
    ({ lab }) => [lab.title, lab.language, lab.timeZone, lab.archived, lab.notice, lab.kit, lab.finalCanvasRev],
  ),
  collect<P, 'meetings', Scene['lab']['meetings'][number]>('meetings', {
    from: ({ lab }) => lab.meetings,
    globals: ({ lab }) => [lab.kit],
    item: ({ lab }, state) => {
      const kit = lab.kit.meetings.find((one) => one.number === state.number)
      if (!kit) return undefined
      const { runs: _, ...rest } = state
      return {
        ...rest,
        title: kit.title,
        purpose: kit.purpose,
        minutes: minutesOf(lab.kit, kit),
        canvas: { id: kit.canvas.id, title: kit.canvas.title },
        agenda: kit.agenda.map((block) => block.id),
      }
    },
  }),
  {
    collection: 'blocks',
    all: ({ lab }) =>
      new Map(
        lab.kit.meetings.flatMap((meeting) =>
          meeting.agenda.map(
            (block) =>
              [
                blockKey(meeting.number, block.id),
                { ...block, meeting: meeting.number, run: lab.meetings[meeting.number]?.runs[block.id] ?? null },
              ] as const,
          ),
        ),
      ),
    one: ({ lab }, id) => {
      const [, number, name] = /^m(\d+)\/(.+)$/.exec(id) ?? []
      const block = lab.kit.meetings.find((one) => one.number === Number(number))?.agenda.find((one) => one.id === name)
      return block && { ...block, meeting: Number(number), run: lab.meetings[Number(number)]?.runs[block.id] ?? null }
    },
    touched: (before, after) => {
      if (before.lab.kit !== after.lab.kit) return null
      const touched: string[] = []
      for (const state of Object.values(after.lab.meetings)) {
        const earlier = before.lab.meetings[state.number]
        if (earlier === state) continue
        for (const block of new Set([...Object.keys(state.runs), ...Object.keys(earlier?.runs ?? {})]))
          if (earlier?.runs[block] !== state.runs[block]) touched.push(blockKey(state.number, block))
      }
      return touched
    },
  },
  whole<P, 'zones'>(
    'zones',
    ({ lab }) =>
      lab.kit.meetings.flatMap((meeting) =>
        meeting.canvas.zones.map((zone) => {
          const key = `${meeting.number}/${zone.id}`
          const [voters, voteNotes] = [lab.voters.get(key), lab.voteNotes.get(key)]
          return [
            `m${meeting.number}/${zone.id}`,
            {
              ...zone,
              meeting: meeting.number,
              ...(voters === undefined ? {} : { voters }),
              ...(voteNotes === undefined ? {} : { voteNotes }),
            },
          ] as const
        }),
      ),
    ({ lab }) => [lab.kit, lab.voters, lab.voteNotes],
  ),
  whole<P, 'canvasBlocks'>(
    'canvasBlocks',
    ({ lab }) => lab.kit.finalCanvas.blocks.map((block, position) => [block.id, { ...block, position }] as const),
    ({ lab }) => [lab.kit],
  ),
  collect('groups', {
    from: ({ lab }) => lab.groups,
    item: (_scene, group) => ({
      id: group.id,
      key: group.key,
      kind: group.kind,
      meeting: group.meeting,
      moment: group.moment,
      name: group.name,
      size: group.people.length,
      done: group.done,
    }),
  }),
  collect('entries', {
    from: ({ lab }) => lab.entries,
    item: ({ lab }, entry) => (entry.withheld ? undefined : entryItem(lab, entry.id)),
  }),
  collect('links', {
    from: ({ lab }) => lab.links,
    item: (_scene, link) => link,
  }),
  collect('results', {
    from: ({ lab }) => lab.results,
    item: (_scene, result) => ({ ...result, revealed: true as const }),
  }),
]
