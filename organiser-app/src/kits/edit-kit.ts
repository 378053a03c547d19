import { type Kit, type KitMeeting, newBlock, sameJson, tidyPlan } from '@telaio/shared/kit'
import type { Bilingual } from '@telaio/shared/words'
import { addZone, tidyBlocks, tidyZones, writeDuring } from '../planning/canvas/edit-zones.ts'
import { kitsWords as our } from './words.ts'

const trimmed = ({ it, en }: Bilingual): Bilingual => ({ it: it.trim(), en: en.trim() })

/** A kit as it is saved: blanks around texts go. What is missing stays missing, for the check to say. */
export const tidyKit = (kit: Kit): Kit => ({
  ...kit,
  title: trimmed(kit.title),
  summary: trimmed(kit.summary),
  meetings: kit.meetings.map((meeting) => tidyZones(tidyPlan(meeting))),
  finalCanvas: {
    title: trimmed(kit.finalCanvas.title),
    blocks: tidyBlocks(kit.finalCanvas.blocks),
  },
})

/** The kit with one of its meetings changed. */
export const withMeeting = (kit: Kit, meeting: KitMeeting): Kit => ({
  ...kit,
  meetings: kit.meetings.map((one) => (one.number === meeting.number ? meeting : one)),
})

/** One meeting more, at the end: work in groups on one zone, for the minutes that a meeting has. Its texts are still to be written. */
export function addMeeting(kit: Kit): Kit {
  const number = kit.meetings.length + 1
  const canvas = `C${Math.max(0, ...kit.meetings.map((one) => Number(one.canvas.id.slice(1)))) + 1}`
  const blank: Bilingual = { it: '', en: '' }
  const empty: KitMeeting = {
    number,
    title: { it: `${our.newMeeting.it} ${number}`, en: `${our.newMeeting.en} ${number}` },
    purpose: blank,
    canvas: { id: canvas, title: blank, zones: [] },
    agenda: [],
  }
  const groups = newBlock(empty, kit.assumes.projectGroups > 0 ? 'project-groups' : 'mixed-groups', blank)
  const [first] = kit.finalCanvas.blocks
  const made = addZone(
    {
      ...empty,
      agenda: [
        {
          ...groups,
          minutes: Math.min(240, kit.assumes.minutes),
          ...(groups.grouping.groups === 'mixed' ? { grouping: { ...groups.grouping, size: 5 } } : {}),
        },
      ],
    },
    first ? [{ to: 'block', block: first.id }] : [{ to: 'vademecum' }],
  )
  return made ? { ...kit, meetings: [...kit.meetings, writeDuring(made.meeting, made.id, groups.id, true)] } : kit
}

/** A kit without one of its meetings; those after it move up by one. The last one stays. */
export const removeMeeting = (kit: Kit, number: number): Kit =>
  kit.meetings.length < 2
    ? kit
    : { ...kit, meetings: kit.meetings.filter((one) => one.number !== number).map((one, i) => ({ ...one, number: i + 1 })) }

/** Parts in which two kits differ: the head, each meeting by its number, the final canvas. */
export function differentParts(before: Kit, after: Kit): readonly ('head' | 'final-canvas' | number)[] {
  const headOf = ({ meetings: _meetings, finalCanvas: _last, ...head }: Kit) => head
  const numbers = [...new Set([...before.meetings, ...after.meetings].map(({ number }) => number))].sort((a, b) => a - b)
  const of = (kit: Kit, number: number) => kit.meetings.find((one) => one.number === number)
  return [
    ...(sameJson(headOf(before), headOf(after)) ? [] : ['head' as const]),
    ...numbers.filter((number) => !sameJson(of(before, number), of(after, number))),
    ...(sameJson(before.finalCanvas, after.finalCanvas) ? [] : ['final-canvas' as const]),
  ]
}
