import { centreOf, plainText, zoneAt } from '@telaio/shared/board'
import { fold, noteKey, notesOf, noteWork, workSize } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'
import { BOARD, type World } from './world.ts'

const pick = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]

export interface ByHand {
  readonly items: () => readonly BoardItem[] | Promise<readonly BoardItem[]>
  readonly edit: (id: string, content: string) => unknown
  readonly remove: (id: string) => unknown
  readonly write: (content: string, at: { readonly x: number; readonly y: number }) => unknown
}

/** One thing that somebody does: write, correct, take back, hide, redact, or work on the board by hand. */
export async function act(world: World, random: () => number, hand: ByHand, n: number): Promise<void> {
  const { lab, people } = world
  const notes = [...lab.contributions.values()]
  const some = pick(random, notes)
  const from = pick(random, people) ?? ''
  const zones = (lab.kit.meetings[1]?.canvas.zones ?? []).filter(({ answer }) => answer.type === 'cards' || answer.type === 'sentence' || answer.type === 'triple')
  const zone = pick(random, zones)
  const dice = random()
  if (dice < 0.55 && zone) {
    // now and then two notes say the same
    const text = `Nota ${random() < 0.2 ? 'uguale' : n} & <b> «è»`
    const answer = zone.answer.type === 'triple' ? ({ type: 'triple', difficulty: text, approach: random() < 0.3 ? '' : `A ${n}`, pointer: `P ${n}` } as const) : ({ type: zone.answer.type === 'sentence' ? 'sentence' : 'cards', text } as const)
    world.do({ type: 'contribute', meeting: 2, zone: zone.id, answer, private: false }, from)
  } else if (dice < 0.63 && (some?.answer.type === 'cards' || some?.answer.type === 'sentence')) world.do({ type: 'editContribution', contribution: some.id, answer: { type: some.answer.type, text: `Corretta ${n}` } }, some.author ?? '')
  else if (dice < 0.68 && some) world.do({ type: 'redact', contribution: some.id })
  else if (dice < 0.74 && some) world.do({ type: some.hidden ? 'unhideContribution' : 'hideContribution', contribution: some.id })
  else if (dice < 0.77 && some) world.do({ type: 'withdrawContribution', contribution: some.id }, some.author ?? '')
  else if (dice < 0.83) {
    const shape = pick(random, [...lab.placed.entries()].filter(([key]) => /\/C\d+\.\d+$/.test(key)))
    const item = (await hand.items()).find(({ id }) => id === shape?.[1].item)
    if (item) await hand.write(`<p>A mano ${n}</p>`, { x: item.box.left + item.box.width - 120, y: item.box.top + item.box.height - 130 })
  } else if (dice < 0.9) {
    const written = pick(random, [...lab.boardNotes.values()].filter(({ item, state }) => item !== null && state === 'written'))
    if (written?.item != null) await (random() < 0.6 ? hand.edit(written.item, `<p>Sulla lavagna ${n}</p>`) : hand.remove(written.item))
  } else if (dice < 0.95) world.do({ type: 'harvestBoard', board: BOARD })
  else world.do({ type: 'placeArea', area: 'm2' })
}

/**
 * What does not hold between a lab and its board, once everything has come to rest and a harvest has been made. `mayDouble`: calls may be carried out long
 * after they were given up, so that second copies are possible; then it is enough that they are listed.
 */
export function faultsOf(world: World, items: readonly BoardItem[], mayDouble = false): string[] {
  const { lab } = world
  const faults: string[] = world.errors.map((error) => `error: ${JSON.stringify(error, Object.getOwnPropertyNames(error))}`)
  const byId = new Map(items.map((item) => [item.id, item]))
  const zones = [...lab.placed.entries()].flatMap(([key, { item }]) => {
    const shape = item === null ? undefined : byId.get(item)
    return shape && /\/C\d+\.\d+$/.test(key) ? [{ key, box: shape.box }] : []
  })
  const left = workSize(noteWork(lab))
  if (left > 0) faults.push(`${left} notes are still to be done`)
  const paired = new Set<string>()
  for (const one of lab.contributions.values()) {
    const wanted = new Set<string>()
    for (const note of notesOf(lab, one)) {
      wanted.add(note.part)
      const known = lab.boardNotes.get(noteKey(note.contribution, note.part))
      if (known?.state === 'missing' || known?.state === 'clash') continue
      const item = known?.item == null ? undefined : byId.get(known.item)
      if (!item) faults.push(`${note.contribution} ${note.part} has no note (${known?.state})`)
      else {
        if (paired.has(item.id)) faults.push(`the note ${item.id} stands for two`)
        paired.add(item.id)
        if (plainText(item.content) !== fold(note.text)) faults.push(`${note.contribution} ${note.part} says “${plainText(item.content)}”, not “${fold(note.text)}”`)
        const zone = zoneAt(zones, centreOf(item.box))
        if (zone !== note.zone) faults.push(`${note.contribution} stands in ${zone}, not ${note.zone}`)
      }
    }
    for (const known of lab.boardNotes.values())
      if (known.contribution === one.id && !wanted.has(known.part) && known.item !== null && byId.has(known.item) && known.state !== 'missing') faults.push(`${one.id} ${known.part} should have no note`)
  }
  // everything else is furniture, listed, or waits for somebody's choice
  const ours = new Set([...lab.placed.values()].map(({ item }) => item))
  const known = new Set([...lab.boardNotes.values()].map(({ item }) => item))
  for (const item of items)
    if (!ours.has(item.id) && !known.has(item.id) && !lab.strays.has(item.id) && !lab.doubles.has(item.id)) faults.push(`${item.id} (${item.kind} “${plainText(item.content)}”) is nobody’s and not listed`)
  if (!mayDouble) for (const { item, contribution } of lab.doubles.values()) faults.push(`${item} is a second copy of ${contribution}`)
  const placement = lab.placements.get('m2')
  if (placement?.status !== 'done') faults.push(`the placement is ${placement?.status}: ${placement?.problem}`)
  return faults
}
