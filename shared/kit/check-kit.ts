import { type Kit, minutesOf, type Zone } from './kit.ts'

/** A fault in a kit: where (a path such as `meetings.2.agenda.4.zones.0`) and what to do. English: kits are made by their authors' tools. */
export interface KitFault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

const zonesOf = (kit: Kit): Map<string, { zone: Zone; meeting: number }> =>
  new Map(kit.meetings.flatMap((meeting) => meeting.canvas.zones.map((zone) => [zone.id, { zone, meeting: meeting.number }] as const)))

/** Faults that a schema cannot see: references that lead nowhere, minutes that do not add up, numbers out of order. */
export function checkKit(kit: Kit): KitFault[] {
  const faults: KitFault[] = []
  const zones = zonesOf(kit)
  const blocks = new Set(kit.finalCanvas.blocks.map((block) => block.id))
  const fault = (path: (string | number)[], message: string) => faults.push({ path, message })

  const twice = (list: readonly { readonly id: string }[], path: (string | number)[]) => {
    list.forEach(({ id }, i) => {
      if (list.findIndex((one) => one.id === id) < i) fault([...path, i, 'id'], `id ${id} is used twice`)
    })
  }
  twice(kit.sectors, ['sectors'])
  twice(kit.finalCanvas.blocks, ['finalCanvas', 'blocks'])

  kit.meetings.forEach((meeting, m) => {
    if (meeting.number !== m + 1)
      fault(['meetings', m, 'number'], `meetings are numbered in order: expected ${m + 1}, found ${meeting.number}`)
    const minutes = meeting.agenda.reduce((sum, block) => sum + block.minutes, 0)
    const due = minutesOf(kit, meeting)
    if (minutes !== due)
      fault(
        ['meetings', m, 'agenda'],
        `the agenda's minutes add up to ${minutes}, the meeting lasts ${due}: change a block, or say how long it lasts (its minutes, or assumes.minutes)`,
      )
    const written = new Set(meeting.agenda.flatMap((block) => block.zones))
    meeting.canvas.zones.forEach((zone, i) => {
      const path = ['meetings', m, 'canvas', 'zones', i]
      if (!zone.id.startsWith(`${meeting.canvas.id}.`))
        fault([...path, 'id'], `zone ${zone.id} does not belong to canvas ${meeting.canvas.id}`)
      if (zones.get(zone.id)?.zone !== zone) fault([...path, 'id'], `zone ${zone.id} is defined twice`)
      if (!written.has(zone.id))
        fault([...path, 'id'], `no block of meeting ${meeting.number} writes in zone ${zone.id}: add it to a block's zones`)
      zone.leadsTo.forEach((lead, j) => {
        if (lead.to === 'block' && !blocks.has(lead.block))
          fault([...path, 'leadsTo', j], `leads to block ${lead.block}, which the final canvas does not have`)
        if (lead.to !== 'zone') return
        const target = zones.get(lead.zone)
        if (!target) fault([...path, 'leadsTo', j], `leads to zone ${lead.zone}, which no meeting has`)
        else if (target.meeting < meeting.number || target.zone === zone)
          fault([...path, 'leadsTo', j], `leads back to zone ${lead.zone}: results go on, never back`)
      })
      zone.from?.forEach((id, j) => {
        const source = zones.get(id)
        if (!source) fault([...path, 'from', j], `starts from zone ${id}, which no meeting has`)
        else if (!source.zone.leadsTo.some((lead) => lead.to === 'zone' && lead.zone === zone.id))
          fault([...path, 'from', j], `starts from zone ${id}, but ${id} does not say that it leads to ${zone.id}`)
      })
      const answer = zone.answer
      if ('on' in answer) {
        const subject = zones.get(answer.on)
        if (!subject) fault([...path, 'answer', 'on'], `is about zone ${answer.on}, which no meeting has`)
        else if (subject.zone === zone || subject.meeting > meeting.number)
          fault([...path, 'answer', 'on'], `is about zone ${answer.on}, which is written later`)
        if (zone.mayBeAnonymous)
          fault(
            [...path, 'mayBeAnonymous'],
            `votes, ratings and consents are one a person: they are secret already and cannot be anonymous`,
          )
      }
      if (answer.type === 'person' && zone.mayBeAnonymous)
        fault([...path, 'mayBeAnonymous'], `an answer about a person cannot be anonymous: nobody could ask for it to be erased`)
      if (answer.type === 'table') twice(answer.columns, [...path, 'answer', 'columns'])
      if (answer.type === 'rating') twice(answer.criteria, [...path, 'answer', 'criteria'])
      if (zone.lanes) twice(zone.lanes, [...path, 'lanes'])
    })
    const ids = new Set<string>()
    const moments = new Set<number>()
    meeting.agenda.forEach((block, b) => {
      const path = ['meetings', m, 'agenda', b]
      if (ids.has(block.id)) fault([...path, 'id'], `block id ${block.id} is used twice in meeting ${meeting.number}`)
      ids.add(block.id)
      block.zones.forEach((id, j) => {
        if (!meeting.canvas.zones.some((zone) => zone.id === id))
          fault([...path, 'zones', j], `writes in zone ${id}, which canvas ${meeting.canvas.id} does not have`)
      })
      if (block.zones.length > 0 && !block.prompt) fault([...path, 'prompt'], `people write in this block: say what they are asked`)
      if (block.kind === 'project-groups' && block.grouping.groups !== 'project')
        fault([...path, 'grouping'], `a block of project groups needs grouping: { groups: project }`)
      if (block.kind === 'mixed-groups' && block.grouping.groups !== 'mixed')
        fault([...path, 'grouping'], `a block of mixed groups needs grouping: { groups: mixed, moment: N }`)
      if (block.grouping.groups === 'mixed') moments.add(block.grouping.moment)
      if (block.rooms && block.grouping.groups === 'none')
        fault([...path, 'rooms'], `breakout rooms need groups: set grouping or rooms: false`)
    })
    ;[...moments]
      .sort((a, b) => a - b)
      .forEach((moment, i) => {
        if (moment !== i + 1)
          fault(['meetings', m, 'agenda'], `mixed moments of a meeting are numbered 1, 2, 3…: found ${moment} where ${i + 1} was due`)
      })
  })
  return faults
}
