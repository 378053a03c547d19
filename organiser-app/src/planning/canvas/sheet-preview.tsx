import type { JSX } from 'preact'
import { type BoardPlan, planMeeting, planToSvg } from '@telaio/shared/board'
import type { Kit, KitMeeting, PlanKit, Sector } from '@telaio/shared/kit'
import { emptyLab, type Group, type Lab, Table } from '@telaio/shared/lab'
import { language, say } from '@telaio/shared/ui'
import type { Language } from '@telaio/shared/words'
import { zoneWords as our } from './words.ts'

/** One project group and one mixed group a moment: enough to see a sheet of each. */
function groupsFor(meeting: KitMeeting): Group[] {
  const moments = new Set(meeting.agenda.flatMap(({ grouping }) => (grouping.groups === 'mixed' ? [grouping.moment] : [])))
  const group = (key: string, moment: number | null): Group => ({
    id: moment === null ? key : `m${meeting.number}/${key}`,
    key,
    kind: moment === null ? 'project' : 'mixed',
    meeting: moment === null ? null : meeting.number,
    moment,
    name: say(our.previewGroup),
    people: ['per_preview'],
    former: [],
    done: [],
  })
  return [group('g1', null), ...[...moments].map((moment) => group(`x${moment}-1`, moment))]
}

/** A lab of nobody with the meeting as it is being written: what the layout of boards needs to draw it. */
function labOf(kit: PlanKit, sectors: readonly Sector[], meeting: KitMeeting, spoken: Language): Lab {
  const whole: Kit = {
    name: 'preview',
    version: 1,
    title: meeting.title,
    summary: meeting.title,
    language: spoken,
    licence: '',
    credits: meeting.title,
    assumes: kit.assumes,
    sectors: [...sectors],
    meetings: kit.meetings.map((one) => (one.number === meeting.number ? meeting : one)),
    methods: [],
    finalCanvas: { title: meeting.title, blocks: kit.finalCanvas.blocks },
  }
  let groups = Table.empty<Group>()
  for (const group of groupsFor(meeting)) groups = groups.set(group.id, group)
  return { ...emptyLab('lab_preview'), language: spoken, kit: whole, groups }
}

interface Picture {
  readonly key: string
  readonly svg: string
}

/** The sheets of a group on the board, as pictures: those with a zone on them. */
export function sheetPictures(kit: PlanKit, sectors: readonly Sector[], meeting: KitMeeting, spoken: Language): readonly Picture[] {
  const { items } = planMeeting(labOf(kit, sectors, meeting, spoken), meeting.number)
  return items
    .filter(({ kind, key }) => kind === 'frame' && /\/(g1|x\d+-1)$/.test(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap((frame) => {
      const inside = items.filter(({ parent }) => parent === frame.key)
      const zones = inside.filter(({ kind }) => kind === 'zone').length
      const plan: BoardPlan = { items: [frame, ...inside], box: frame.box }
      const title = our.previewText[spoken].replace('{n}', String(zones))
      return zones === 0 ? [] : [{ key: frame.key, svg: planToSvg(plan, { title, language: spoken }) }]
    })
}

export interface SheetPreviewProps {
  readonly kit: PlanKit
  readonly sectors: readonly Sector[]
  readonly meeting: KitMeeting
}

/** What a group will find on its board, drawn anew at each change. */
export function SheetPreview({ kit, sectors, meeting }: SheetPreviewProps): JSX.Element {
  const pictures = sheetPictures(kit, sectors, meeting, language.value)
  return (
    <details class="card meeting-part sheet-preview">
      <summary>{say(our.preview)}</summary>
      {pictures.length === 0 && <p class="muted">{say(our.previewNone)}</p>}
      {pictures.map(({ key, svg }) => (
        // drawn from escaped words and numbers only
        // oxlint-disable-next-line react/no-danger
        <div key={key} dangerouslySetInnerHTML={{ __html: svg }} />
      ))}
    </details>
  )
}
