import { checkKit, type Kit, type KitFault, type KitMeeting } from '../../kit/index.ts'
import { sayKitFault } from '../../words/kit-faults.ts'
import { type Lab, kitMeeting } from '../lab.ts'
import { accept, reject } from '../rejection.ts'
import { activePerson, type Deciders } from './context.ts'

/** Faults that a change brings. Minutes are none here: an agenda that runs over is shown to whoever plans, and is theirs to keep. */
function newFaults(before: Kit, after: Kit): KitFault[] {
  const known = new Set(checkKit(before).map(({ path, message }) => JSON.stringify([path, message])))
  return checkKit(after).filter((fault) => !known.has(JSON.stringify([fault.path, fault.message])) && fault.code !== 'minutes')
}

/** What of a meeting's plan may not change any more, since people have worked with it: the first such thing, by its name. */
function inUse(lab: Lab, before: KitMeeting, after: KitMeeting): string | null {
  const { number } = before
  if (before.canvas.id !== after.canvas.id) return before.canvas.id
  const written = new Set<string>()
  for (const note of lab.contributions.values()) if (note.meeting === number) written.add(note.zone)
  for (const zone of before.canvas.zones) {
    if (!written.has(zone.id)) continue
    const then = after.canvas.zones.find(({ id }) => id === zone.id)
    if (!then || then.answer.type !== zone.answer.type) return zone.id
    const parts = ({ answer, lanes }: typeof zone): string[] => [
      ...(lanes ?? []).map(({ id }) => `lane ${id}`),
      ...(answer.type === 'table'
        ? answer.columns.flatMap(({ id, options }) => [`column ${id}`, ...(options ?? []).map((option) => `option ${id} ${option.id}`)])
        : []),
      ...(answer.type === 'rating' ? answer.criteria.map(({ id }) => `criterion ${id}`) : []),
      ...('on' in answer ? [`on ${answer.on}`] : []),
    ]
    const left = new Set(parts(then))
    if (parts(zone).some((part) => !left.has(part))) return zone.id
  }
  for (const block of before.agenda) {
    if (!lab.meetings[number]?.runs[block.id]) continue
    const then = after.agenda.find(({ id }) => id === block.id)
    if (!then || JSON.stringify(then.grouping) !== JSON.stringify(block.grouping)) return block.id
    if (block.zones.some((zone) => written.has(zone) && !then.zones.includes(zone))) return block.id
  }
  const moments = new Set(after.agenda.flatMap(({ grouping }) => (grouping.groups === 'mixed' ? [grouping.moment] : [])))
  for (const group of lab.groups.values())
    if (group.meeting === number && group.moment !== null && !moments.has(group.moment) && group.people.length > 0) return group.name
  return null
}

const faultFacts = (fault: KitFault): Record<string, string> => ({ it: sayKitFault(fault, 'it'), en: sayKitFault(fault, 'en') })

/** The programme of a lab: what its kit gave it, as it is changed for these people and these days. */
export const planDeciders = {
  planMeeting: (lab, { rev, plan }) => {
    const before = kitMeeting(lab, plan.number)
    const state = lab.meetings[plan.number]
    if (!before || !state) return reject('unknown_meeting', 'plan.number', { meeting: plan.number })
    if (state.planRev !== rev) return reject('plan_changed', 'rev')
    if (state.status === 'closed') return reject('meeting_held', 'plan', { meeting: plan.number })
    if (JSON.stringify(before) === JSON.stringify(plan)) return reject('nothing_to_do', 'plan')
    const used = inUse(lab, before, plan)
    if (used !== null) return reject('plan_in_use', 'plan', { what: used })
    const after = { ...lab.kit, meetings: lab.kit.meetings.map((one) => (one.number === plan.number ? plan : one)) }
    const [fault] = newFaults(lab.kit, after)
    if (fault) return reject('plan_faulty', ['plan', ...fault.path.slice(2)].join('.'), faultFacts(fault))
    return accept({ events: [{ type: 'meetingPlanned', body: { plan } }] })
  },
  planFinalCanvas: (lab, { rev, blocks }) => {
    if (lab.finalCanvasRev !== rev) return reject('plan_changed', 'rev')
    if (JSON.stringify(lab.kit.finalCanvas.blocks) === JSON.stringify(blocks)) return reject('nothing_to_do', 'blocks')
    const left = new Set(blocks.map(({ id }) => id))
    const cited = [...lab.entries.values()].find(({ block }) => !left.has(block))
    if (cited) return reject('plan_in_use', 'blocks', { what: cited.block })
    const [fault] = newFaults(lab.kit, { ...lab.kit, finalCanvas: { ...lab.kit.finalCanvas, blocks } })
    if (fault) return reject('plan_faulty', 'blocks', faultFacts(fault))
    return accept({ events: [{ type: 'finalCanvasPlanned', body: { blocks } }] })
  },
  setDuties: (lab, { meeting, duties }) => {
    if (!lab.meetings[meeting]) return reject('unknown_meeting', 'meeting', { meeting })
    for (const [duty, people] of Object.entries(duties))
      for (const [i, person] of people.entries()) if (!activePerson(lab, person)) return reject('unknown_person', `duties.${duty}.${i}`)
    return accept({ events: [{ type: 'dutiesSet', body: { meeting, duties } }] })
  },
} satisfies Partial<Deciders>
