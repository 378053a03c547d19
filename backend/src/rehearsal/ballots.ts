import type { SentAnswer } from '@telaio/shared/lab'
import type { BlockItem, ZoneItem } from '@telaio/shared/view'
import type { Client } from './client.ts'
import type { Written } from './line.ts'
import type { Random } from './random.ts'
import type { Stage, Task } from './stage.ts'

/** One in so many changes their mind while there is time. */
const SECOND_THOUGHTS = 0.15

/** Votes, ratings and consents of a block: each person's one, some of them cast anew. */
export function ballotTasks(
  stage: Stage,
  meeting: number,
  block: BlockItem,
  people: readonly Client[],
  window: { from: number; to: number },
  random: Random,
): Task[] {
  return block.zones.flatMap((id) => {
    const zone = stage.programme.zoneOf(meeting, id)
    if (!('on' in zone.answer)) return []
    const on = zone.answer.on
    // what voters see: notes that were shown to everybody
    const candidates = stage.line.written.filter((one) => one.zone === on && one.isShared && !one.isWithdrawn && !one.isPrivate)
    return random.shuffle(people).flatMap((client) => {
      const answer = ballotOf(zone, candidates, random)
      if (!answer) return []
      const again = random.chance(SECOND_THOUGHTS) ? ballotOf(zone, candidates, random) : null
      const ids = [stage.place.commandId(), stage.place.commandId()] as const
      const byEditing = random.chance(0.5)
      const at = window.from + random.next() * (window.to - window.from)
      const run = async (): Promise<void> => {
        const cast = await stage.line.contribute(
          client,
          { id: ids[0], type: 'contribute', meeting, zone: id, answer },
          { group: 'all', block: block.id, isPrivate: true },
        )
        if (cast && again) await changeMind(stage, cast, again, ids[1], byEditing)
      }
      return [{ at, client, run }]
    })
  })
}

/** A second ballot of the same person replaces the first, whether sent as a correction or as a new one. */
async function changeMind({ line }: Stage, cast: Written, answer: SentAnswer, id: string, byEditing: boolean): Promise<void> {
  const { client, contribution, meeting, zone } = cast
  const done = await line.send(
    client,
    byEditing ? { id, type: 'editContribution', contribution, answer } : { id, type: 'contribute', meeting, zone, answer },
  )
  if (!done) return
  cast.answer = answer
  if (!byEditing && done['contribution'] !== contribution) line.problems.push(`a second ballot in ${zone} did not replace the first`)
}

/** How somebody votes on what they see; null where there is nothing to vote on, or no vote is asked for. */
export function ballotOf({ answer }: ZoneItem, candidates: readonly Pick<Written, 'contribution'>[], random: Random): SentAnswer | null {
  switch (answer.type) {
    case 'votes': {
      if (candidates.length === 0) return null
      const dots: Record<string, number> = {}
      for (let spent = 0; spent < answer.dots; spent++) {
        // some notes please more people than others: the square leans towards the first
        const chosen = candidates[Math.floor(random.next() ** 2 * candidates.length)]
        if (chosen) dots[chosen.contribution] = (dots[chosen.contribution] ?? 0) + 1
      }
      return { type: 'votes', dots }
    }
    case 'rating': {
      const rated = candidates.filter(() => random.chance(0.9))
      const scores = Object.fromEntries(
        (rated.length > 0 ? rated : candidates.slice(0, 1)).map(({ contribution }) => [
          contribution,
          Object.fromEntries(answer.criteria.map(({ id }) => [id, 2 + random.int(4)])),
        ]),
      )
      return Object.keys(scores).length === 0 ? null : { type: 'rating', scores }
    }
    case 'consent': {
      const mood = random.next()
      if (mood < 0.72) return { type: 'consent', choice: 'agree' }
      if (mood < 0.92) return { type: 'consent', choice: 'can-live-with' }
      const about = candidates.length > 0 ? random.pick(candidates).contribution : undefined
      return { type: 'consent', choice: 'objection', reason: random.pick(OBJECTIONS), ...(about === undefined ? {} : { about }) }
    }
    case 'cards':
    case 'sentence':
    case 'table':
    case 'person':
    case 'term':
    case 'triple':
    case 'commitments':
    default:
      return null
  }
}

const OBJECTIONS = [
  'Direi «con» al posto di «per»: qui decidiamo ancora per qualcuno.',
  'Manca chi non ha potuto esserci. Aggiungerei una riga.',
  'La parola «utenti» mi ferma. Persone?',
  'Promette più di quanto possiamo: metterei una data.',
]
