import type { Faults } from './faults.ts'
import type { Kit, Zone } from './kit.ts'

/** A zone and where in the kit it stands: meetings and zones counted from 0. */
export interface PlacedZone {
  readonly zone: Zone
  readonly meeting: number
  readonly place: number
}

/** Zones by id; of two with one id, the first. */
export function zonesOf({ meetings }: Pick<Kit, 'meetings'>): Map<string, PlacedZone> {
  const zones = new Map<string, PlacedZone>()
  meetings.forEach(({ canvas }, meeting) =>
    canvas.zones.forEach((zone, place) => {
      if (!zones.has(zone.id)) zones.set(zone.id, { zone, meeting, place })
    }),
  )
  return zones
}

const next = ({ leadsTo }: Zone): string[] => leadsTo.flatMap((lead) => (lead.to === 'zone' ? [lead.zone] : []))

/** The shortest way along `leadsTo` from one zone to another, both ends in it; null where there is none. */
function wayFrom(zones: ReadonlyMap<string, PlacedZone>, from: string, to: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const queue = [from]
  for (const here of queue) {
    if (here === to) {
      const way: string[] = []
      for (let step: string | null | undefined = here; step != null; step = cameFrom.get(step)) way.unshift(step)
      return way
    }
    const zone = zones.get(here)?.zone
    for (const id of zone ? next(zone) : [])
      if (!cameFrom.has(id)) {
        cameFrom.set(id, here)
        queue.push(id)
      }
  }
  return null
}

/**
 * Where a zone's results go and where it starts from. A circle is named with its whole round, once for every step of it that goes back
 * in the order of the kit: each circle has one.
 */
export function checkLeads(kit: Kit, { zone, meeting, place }: PlacedZone, path: readonly (string | number)[], faults: Faults): void {
  const zones = zonesOf(kit)
  const blocks = new Set(kit.finalCanvas.blocks.map(({ id }) => id))
  faults.twice(
    zone.leadsTo.map((lead) => (lead.to === 'zone' ? lead.zone : lead.to === 'block' ? lead.block : lead.to)),
    [...path, 'leadsTo'],
  )
  zone.leadsTo.forEach((lead, i) => {
    const at = [...path, 'leadsTo', i, lead.to]
    if (lead.to === 'block' && !blocks.has(lead.block)) faults.add('unknown-block', at, { block: lead.block })
    if (lead.to !== 'zone') return
    const target = zones.get(lead.zone)
    if (!target) {
      faults.add('unknown-zone', at, { zone: lead.zone })
      return
    }
    if (target.meeting > meeting || (target.meeting === meeting && target.place > place)) return
    const way = wayFrom(zones, lead.zone, zone.id)
    if (way) faults.add('circle', at, { round: [...way, lead.zone].join(' → ') })
    else if (target.meeting < meeting) faults.add('leads-back', at, { zone: lead.zone })
  })
  faults.twice(zone.from ?? [], [...path, 'from'])
  zone.from?.forEach((id, i) => {
    const source = zones.get(id)
    if (!source) faults.add('unknown-zone', [...path, 'from', i], { zone: id })
    else if (!next(source.zone).includes(zone.id)) faults.add('not-led-here', [...path, 'from', i], { source: id, zone: zone.id })
  })
}
