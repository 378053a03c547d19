import type { PlanItem } from '../plan.ts'
import { bandItem, bottomOf, clip, INKS, PAD, shiftItems, SIZES, textItem } from '../sheet.ts'

/** A frame laid out by itself, its top left at 0, 0; where it stands on the board is decided later. */
export interface Draft {
  readonly key: string
  readonly title: string
  readonly width: number
  readonly height: number
  readonly items: readonly PlanItem[]
}

const BAND = 260
const BADGE = 200

export interface Heading {
  readonly name: string
  readonly about?: string
  readonly fill: string
  /** A number that stands beside the name. */
  readonly badge?: string
}

/** The header band of a frame: a number where it is a group's, whose it is, what it is about. Gives its height. */
export function headingItems(
  key: string,
  { name, about, fill, badge }: Heading,
  width: number,
): { readonly items: PlanItem[]; readonly height: number } {
  const left = badge === undefined ? PAD : PAD + BADGE + PAD
  const inner = width - left - PAD
  const title = textItem(`${key}/name`, key, name, left, 0, inner, { size: SIZES.header, weight: 'bold', ink: INKS.onAction })
  const below =
    about === undefined
      ? []
      : [textItem(`${key}/about`, key, about, left, title.box.height, inner, { size: SIZES.about, ink: INKS.onAction })]
  const tall = title.box.height + (below[0]?.box.height ?? 0)
  const height = Math.max(BAND, tall + PAD)
  return {
    items: [
      bandItem(`${key}/band`, key, { left: 0, top: 0, width, height }, fill),
      ...(badge === undefined
        ? []
        : [
            {
              ...bandItem(`${key}/badge`, key, { left: PAD, top: (height - BADGE) / 2, width: BADGE, height: BADGE }, INKS.zone),
              text: badge,
              style: { fill: INKS.zone, ink: fill, size: 92, weight: 'bold', align: 'center' },
            } as const,
          ]),
      ...shiftItems([title, ...below], 0, (height - tall) / 2),
    ],
    height,
  }
}

/** Most that a frame's own title says: platforms show it above the frame, in one line. */
const TITLE_MOST = 120

/** A frame at a place of the board, with all that stands in it. */
export function placedFrame({ key, title, width, height, items }: Draft, left: number, top: number): PlanItem[] {
  return [
    { key, kind: 'frame', parent: null, box: { left, top, width, height }, text: clip(title, TITLE_MOST), style: { fill: INKS.paper } },
    ...shiftItems(items, left, top),
  ]
}

/** The draft made as large as others beside it: its header band goes along, its lowest zones reach down to its foot. */
export function grown(draft: Draft, width: number, height: number): Draft {
  if (draft.width === width && draft.height === height) return draft
  const more = height - draft.height
  const foot = draft.height - PAD - 1
  return {
    ...draft,
    width,
    height,
    items: draft.items.map((item) => {
      if (item.key === `${draft.key}/band`) return { ...item, box: { ...item.box, width } }
      return item.kind === 'zone' && bottomOf(item) > foot ? { ...item, box: { ...item.box, height: item.box.height + more } } : item
    }),
  }
}

/** How many may stand in a row so that rows are about as long as one another: five are five or three and two, never four and one. */
export const evenRows = (count: number): number[] => [...new Set(Array.from({ length: count }, (_, i) => Math.ceil(count / (i + 1))))]

/** How well a width and a height suit a screen: 0 where they are as they should be. */
export const misshape = (width: number, height: number, wanted: number): number => Math.abs(Math.log(width / height / wanted))
