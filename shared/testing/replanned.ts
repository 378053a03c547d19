import type { KitMeeting } from '../kit/index.ts'
import type { Scenario } from './scenario.ts'

/** A meeting planned another way: its blocks turned round, its first zone in other words, or one zone less. */
export function replanned({ lab }: Scenario, number: number, a: number, text: string): KitMeeting {
  const plan = lab.kit.meetings.find((one) => one.number === number) as KitMeeting
  const turned = [...plan.agenda.slice(a % plan.agenda.length), ...plan.agenda.slice(0, a % plan.agenda.length)]
  if (a % 4 === 3) {
    const zones = plan.canvas.zones.slice(0, -1)
    const left = new Set(zones.map(({ id }) => id))
    return {
      ...plan,
      canvas: { ...plan.canvas, zones },
      agenda: plan.agenda.map((block) => ({ ...block, zones: block.zones.filter((id) => left.has(id)) })),
    }
  }
  const zones = plan.canvas.zones.map((zone, i) =>
    i === a % plan.canvas.zones.length ? { ...zone, question: { it: text, en: text } } : zone,
  )
  return {
    ...plan,
    canvas: { ...plan.canvas, zones },
    agenda: turned.map((block) => ({ ...block, minutes: 1 + ((block.minutes + a) % 30) })),
  }
}
