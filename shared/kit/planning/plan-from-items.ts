import type { Block, KitMeeting, LeadsTo, Zone } from '../kit.ts'

/** What a view says of a meeting, as far as its plan goes. */
export interface PlanItems {
  readonly meeting: Pick<KitMeeting, 'number' | 'title' | 'purpose'> & {
    readonly minutes: number
    readonly canvas: { readonly id: string; readonly title: KitMeeting['title'] }
    readonly agenda: readonly string[]
  }
  /** By `m2/tree`. */
  readonly blocks: Readonly<Record<string, Block & { readonly meeting: number; readonly run: unknown }>>
  /** By `m2/C2.1`. */
  readonly zones: Readonly<Record<string, Omit<Zone, 'leadsTo'> & { readonly meeting: number; readonly leadsTo: readonly LeadsTo[] }>>
}

const numberOf = (zone: string): number => Number(zone.split('.')[1])

/**
 * The plan of a meeting as its lab has it, from the items of a view. Views keep zones by id, without their order: they stand by their numbers.
 * The minutes are written out, where the kit may have left them to what it assumes.
 */
export function planFromItems({ meeting, blocks, zones }: PlanItems): KitMeeting {
  const { number, title, purpose, minutes, canvas, agenda } = meeting
  return {
    number,
    title,
    purpose,
    minutes,
    canvas: {
      id: canvas.id,
      title: canvas.title,
      zones: Object.values(zones)
        .filter((zone) => zone.meeting === number)
        .toSorted((a, b) => numberOf(a.id) - numberOf(b.id))
        .map(({ meeting: _meeting, ...zone }) => ({ ...zone, leadsTo: [...zone.leadsTo] })),
    },
    agenda: agenda.flatMap((id) => {
      const found = blocks[`m${number}/${id}`]
      if (!found) return []
      const { meeting: _meeting, run: _run, ...block } = found
      return [block]
    }),
  }
}
