import type { CanvasBlock, KitMeeting, LeadsTo } from '@telaio/shared/kit'
import { LeadsTo as LeadsToSchema } from '@telaio/shared/kit'
import { say } from '@telaio/shared/ui'
import { leadWords } from '../../meetings/words.ts'
import { zoneWords as our } from './words.ts'

/** Where results can go: later zones and the blocks of the final canvas. */
export interface Places {
  readonly meetings: readonly KitMeeting[]
  readonly blocks: readonly CanvasBlock[]
  /** Number of the meeting that one reads in. */
  readonly here: number
}

/** A lead as a text that can be the value of a choice. */
export const leadKey = (lead: LeadsTo): string => (lead.to === 'zone' ? lead.zone : lead.to === 'block' ? lead.block : lead.to)

/** The lead of such a text; null for anything else. */
export function leadOf(key: string): LeadsTo | null {
  const wish = /^C\d+\.\d+$/.test(key) ? { to: 'zone', zone: key } : /^B\d+$/.test(key) ? { to: 'block', block: key } : { to: key }
  const read = LeadsToSchema.safeParse(wish)
  return read.success ? read.data : null
}

/** A zone by its id, title and meeting. */
export function zoneText({ meetings, here }: Pick<Places, 'meetings' | 'here'>, id: string): string {
  for (const { canvas, number } of meetings) {
    const zone = canvas.zones.find((one) => one.id === id)
    if (zone) return say(number === here ? our.zoneHere : our.zoneIn, { zone: id, title: say(zone.title), n: number })
  }
  return say(our.gone, { zone: id })
}

/** Where a lead goes, in words. */
export function leadText(places: Places, lead: LeadsTo): string {
  if (lead.to === 'zone') return zoneText(places, lead.zone)
  if (lead.to !== 'block') return say(leadWords[lead.to])
  const block = places.blocks.find(({ id }) => id === lead.block)
  return block ? `${block.id} ${say(block.title)}` : say(our.gone, { zone: lead.block })
}

interface LeadChoices {
  readonly label: string
  readonly leads: readonly LeadsTo[]
}

/** All that a zone may lead to, in groups: what comes after it in this meeting and later, the final canvas, collections. */
export function leadChoices({ meetings, blocks, here }: Places, zone: string | null): readonly LeadChoices[] {
  const later = meetings.flatMap(({ number, canvas }): LeadsTo[] => {
    const at = number === here && zone !== null ? canvas.zones.findIndex(({ id }) => id === zone) : number > here ? -1 : canvas.zones.length
    return canvas.zones.slice(at + 1).map(({ id }) => ({ to: 'zone', zone: id }))
  })
  const others = Object.keys(leadWords).flatMap((key) => leadOf(key) ?? [])
  const ends = blocks.map(({ id }): LeadsTo => ({ to: 'block', block: id }))
  return [
    { label: say(our.leadZones), leads: later },
    { label: say(our.leadBlocks), leads: ends },
    { label: say(our.leadOthers), leads: others },
  ].filter(({ leads }) => leads.length > 0)
}
