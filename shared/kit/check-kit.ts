import { checkAnswer, takesNotes } from './check-answer.ts'
import { checkLeads, zonesOf } from './check-leads.ts'
import { checkMethod } from './check-method.ts'
import { collectFaults, type Faults } from './faults.ts'
import { type Block, type Kit, type KitMeeting, minutesOf } from './kit.ts'
import type { KitFault } from './kit-fault.ts'

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)

/**
 * Faults that a schema cannot see: references that lead nowhere, minutes that do not add up, numbers out of order.
 * `repertoire`: ids of the methods that any kit may name; left out, methods are not looked up.
 */
export function checkKit(kit: Kit, repertoire?: ReadonlySet<string>): readonly KitFault[] {
  const faults = collectFaults()
  faults.twice(ids(kit.sectors), ['sectors'], 'id')
  faults.twice(ids(kit.finalCanvas.blocks), ['finalCanvas', 'blocks'], 'id')
  const methods = repertoire && new Set([...repertoire, ...ids(kit.methods)])
  // canvases and zones of all meetings are told apart by their ids alone
  const canvases = new Set<string>()
  kit.meetings.forEach((meeting, m) => {
    const path = ['meetings', m]
    if (meeting.number !== m + 1) faults.add('order', [...path, 'number'], { expected: m + 1, found: meeting.number })
    const sum = meeting.agenda.reduce((all, block) => all + block.minutes, 0)
    const due = minutesOf(kit, meeting)
    if (sum !== due) faults.add('minutes', [...path, 'agenda'], { sum, due })
    if (canvases.has(meeting.canvas.id)) faults.add('twice', [...path, 'canvas', 'id'], { id: meeting.canvas.id })
    canvases.add(meeting.canvas.id)
    checkCanvas(kit, m, meeting, faults)
    checkAgenda(meeting, path, methods, faults)
  })
  kit.methods.forEach((method, i) => {
    for (const { code, path, facts } of checkMethod(method)) faults.add(code, ['methods', i, ...path], facts)
  })
  faults.twice(ids(kit.methods), ['methods'], 'id')
  return faults.found
}

function checkCanvas(kit: Kit, m: number, { canvas, agenda, number }: KitMeeting, faults: Faults): void {
  const zones = zonesOf(kit)
  const written = new Set(agenda.flatMap((block) => block.zones))
  const titles = new Set<string>()
  canvas.zones.forEach((zone, place) => {
    const path = ['meetings', m, 'canvas', 'zones', place]
    if (!zone.id.startsWith(`${canvas.id}.`)) faults.add('foreign-zone', [...path, 'id'], { zone: zone.id, canvas: canvas.id })
    if (zones.get(zone.id)?.zone !== zone) faults.add('twice', [...path, 'id'], { id: zone.id })
    if (!written.has(zone.id)) faults.add('unwritten-zone', [...path, 'id'], { zone: zone.id, meeting: number })
    for (const language of ['it', 'en'] as const) {
      const title = zone.title[language].trim()
      const key = `${language} ${title.toLocaleLowerCase(language)}`
      if (titles.has(key)) faults.add('title-twice', [...path, 'title', language], { title })
      titles.add(key)
    }
    checkLeads(kit, { zone, meeting: m, place }, path, faults)
    checkAnswer(zone, path, faults)
    if (!('on' in zone.answer)) return
    const { on } = zone.answer
    const at = [...path, 'answer', 'on']
    const subject = zones.get(on)
    if (!subject) faults.add('unknown-zone', at, { zone: on })
    else if (subject.meeting > m) faults.add('written-later', at, { zone: on })
    else if (!takesNotes(subject.zone.answer)) faults.add('no-notes', at, { zone: on, type: subject.zone.answer.type })
  })
}

function checkAgenda(
  { agenda, canvas }: KitMeeting,
  meeting: readonly (string | number)[],
  methods: ReadonlySet<string> | undefined,
  faults: Faults,
): void {
  const here = new Set(ids(canvas.zones))
  const sizes = new Map<number, { readonly size: number; readonly block: string }>()
  const moments = new Map<number, number>()
  faults.twice(ids(agenda), [...meeting, 'agenda'], 'id')
  agenda.forEach((block, b) => {
    const path = [...meeting, 'agenda', b]
    faults.twice(block.zones, [...path, 'zones'])
    faults.twice(block.lead ?? [], [...path, 'lead'])
    block.zones.forEach((zone, i) => {
      if (!here.has(zone)) faults.add('not-in-canvas', [...path, 'zones', i], { zone, canvas: canvas.id })
    })
    if (block.zones.length > 0 && !block.prompt) faults.add('no-prompt', [...path, 'prompt'])
    if (block.zones.length > 0 && block.kind === 'break') faults.add('break-writes', [...path, 'zones'])
    if (block.method !== undefined && methods && !methods.has(block.method))
      faults.add('unknown-method', [...path, 'method'], { method: block.method })
    checkGrouping(block, path, faults)
    const { grouping } = block
    if (grouping.groups !== 'mixed') return
    const { moment, size } = grouping
    if (!moments.has(moment)) moments.set(moment, b)
    const other = sizes.get(moment)
    if (size === undefined) faults.add('no-size', [...path, 'grouping'])
    else if (!other) sizes.set(moment, { size, block: block.id })
    else if (other.size !== size)
      faults.add('other-size', [...path, 'grouping', 'size'], { moment, size, block: other.block, other: other.size })
  })
  const inOrder = [...moments].sort(([a], [b]) => a - b)
  inOrder.forEach(([found, b], i) => {
    if (found !== i + 1) faults.add('moments', [...meeting, 'agenda', b, 'grouping', 'moment'], { found, expected: i + 1 })
  })
}

function checkGrouping({ kind, grouping, rooms }: Block, path: readonly (string | number)[], faults: Faults): void {
  if (kind === 'project-groups' && grouping.groups !== 'project')
    faults.add('grouping', [...path, 'grouping'], { kind, write: '{ groups: project }' })
  if (kind === 'mixed-groups' && grouping.groups !== 'mixed')
    faults.add('grouping', [...path, 'grouping'], { kind, write: '{ groups: mixed, moment: N, size: N }' })
  if (rooms && grouping.groups === 'none') faults.add('rooms', [...path, 'rooms'])
}
