import { checkAnswer, takesNotes } from './check-answer.ts'
import { collectFaults } from './faults.ts'
import type { KitFault } from './kit-fault.ts'
import type { Method } from './method.ts'

/** Faults of one method that its schema cannot see: what it says of itself and what it brings must agree. */
export function checkMethod(method: Method): readonly KitFault[] {
  const faults = collectFaults()
  const { minutes, people, brings } = method
  if (minutes.most < minutes.least) faults.add('most-less', ['minutes', 'most'], minutes)
  if (people.most !== null && people.most < people.least)
    faults.add('most-less', ['people', 'most'], { most: people.most, least: people.least })
  faults.twice(method.purposes, ['purposes'])

  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  faults.twice(ids(brings.blocks), ['brings', 'blocks'], 'id')
  faults.twice(ids(brings.zones), ['brings', 'zones'], 'id')
  const sum = brings.blocks.reduce((all, block) => all + block.minutes, 0)
  if (sum < minutes.least || sum > minutes.most) faults.add('method-minutes', ['brings', 'blocks'], { sum, ...minutes })

  const zones = new Map(brings.zones.map((zone) => [zone.id, zone]))
  const written = new Set(brings.blocks.flatMap((block) => block.zones))
  brings.blocks.forEach((block, b) => {
    const path = ['brings', 'blocks', b]
    faults.twice(block.zones, [...path, 'zones'])
    block.zones.forEach((id, i) => {
      if (!zones.has(id)) faults.add('method-no-zone', [...path, 'zones', i], { zone: id })
    })
    if (block.zones.length > 0 && !block.prompt) faults.add('no-prompt', [...path, 'prompt'])
    if (block.zones.length > 0 && block.kind === 'break') faults.add('break-writes', [...path, 'zones'])
    const due = block.kind === 'project-groups' ? 'project' : block.kind === 'mixed-groups' ? 'mixed' : null
    if (due !== null && block.groups !== due) faults.add('grouping', [...path, 'groups'], { kind: block.kind, write: due })
    if (block.rooms && block.groups === 'none') faults.add('rooms', [...path, 'rooms'])
  })
  brings.zones.forEach((zone, i) => {
    const path = ['brings', 'zones', i]
    if (!written.has(zone.id)) faults.add('method-unwritten', [...path, 'id'], { zone: zone.id })
    checkAnswer(zone, path, faults)
    if (!('on' in zone.answer)) return
    const subject = zones.get(zone.answer.on)
    if (!subject) faults.add('method-no-zone', [...path, 'answer', 'on'], { zone: zone.answer.on })
    else if (!takesNotes(subject.answer)) faults.add('no-notes', [...path, 'answer', 'on'], { zone: subject.id, type: subject.answer.type })
  })
  return faults.found
}
