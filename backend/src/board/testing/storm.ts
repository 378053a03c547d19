import { type Box, centreOf, plainText, type Point, zoneIndex } from '@telaio/shared/board'
import { type Contribution, fold, isUsable, noteKey, notesOf, noteWork, partsOfAnswer, workSize } from '@telaio/shared/lab'
import type { BoardItem } from '@telaio/shared/ports'
import { BOARD, type World } from './world.ts'

const ZONE = /\/C\d+\.\d+$/
const pick = <T>(random: () => number, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]

/** Somebody at the board itself. */
export interface ByHand {
  readonly items: () => readonly BoardItem[] | Promise<readonly BoardItem[]>
  readonly edit: (id: string, content: string) => unknown
  readonly remove: (id: string) => unknown
  readonly move: (id: string, to: Point) => unknown
  readonly write: (content: string, at: Point) => unknown
}

/** How words begin, so that the end tells whose they are. */
const OURS = 'Nota'
const WRITTEN_BY_HAND = 'A mano'
const CHANGED_BY_HAND = 'Sulla lavagna'

const corner = ({ left, top, width, height }: Box): Point => ({ x: left + width - 120, y: top + height - 130 })

/** One thing that somebody does: write, correct, take back, hide, redact, or work on the board by hand. True where the lab took a command. */
export async function act(world: World, random: () => number, hand: ByHand, n: number): Promise<boolean> {
  const { lab, people } = world
  const some = pick(random, [...lab.contributions.values()])
  const from = pick(random, people) ?? ''
  const dice = random()
  const took = (said: ReturnType<World['do']>): boolean => !('code' in said)
  if (dice < 0.55) return contribute(world, random, from, n)
  if (dice < 0.63) {
    if (some?.answer.type !== 'cards' && some?.answer.type !== 'sentence') return false
    const text = `Corretta ${n}`
    const isTaken = took(
      world.do({ type: 'editContribution', contribution: some.id, answer: { type: some.answer.type, text } }, some.author ?? ''),
    )
    if (isTaken) world.said.set(some.id, text)
    return isTaken
  }
  if (dice < 0.68) {
    if (!some) return false
    const texts = partsOfAnswer(some.answer).map(({ text }) => fold(text))
    const isTaken = took(world.do({ type: 'redact', contribution: some.id }))
    if (isTaken) for (const text of texts) world.redacted.add(text)
    return isTaken
  }
  if (dice < 0.74)
    return some !== undefined && took(world.do({ type: some.hidden ? 'unhideContribution' : 'hideContribution', contribution: some.id }))
  if (dice < 0.77) return some !== undefined && took(world.do({ type: 'withdrawContribution', contribution: some.id }, some.author ?? ''))
  if (dice < 0.91) {
    await handle(world, random, hand, n)
    return false
  }
  if (dice < 0.95) return took(world.do({ type: 'harvestBoard', board: BOARD }))
  return took(world.do({ type: 'placeArea', area: 'm2' }))
}

function contribute(world: World, random: () => number, from: string, n: number): boolean {
  const zone = pick(
    random,
    (world.lab.kit.meetings[1]?.canvas.zones ?? []).filter(({ answer }) => ['cards', 'sentence', 'triple'].includes(answer.type)),
  )
  if (!zone) return false
  // now and then two notes say the same
  const text = `${OURS} ${random() < 0.2 ? 'uguale' : n} & <b> «è»`
  const answer =
    zone.answer.type === 'triple'
      ? ({ type: 'triple', difficulty: text, approach: random() < 0.3 ? '' : `A ${n}`, pointer: `P ${n}` } as const)
      : ({ type: zone.answer.type === 'sentence' ? 'sentence' : 'cards', text } as const)
  const said = world.do({ type: 'contribute', meeting: 2, zone: zone.id, answer, private: false }, from)
  if ('code' in said) return false
  if (answer.type !== 'triple') world.said.set(String(said['contribution']), text)
  return true
}

/** Somebody at the board writes a note, or changes, deletes or moves one. */
async function handle({ lab, shifted }: World, random: () => number, hand: ByHand, n: number): Promise<void> {
  const items = await hand.items()
  const shape = pick(
    random,
    [...lab.placed.entries()].filter(([key]) => ZONE.test(key)),
  )
  const zone = items.find(({ id }) => id === shape?.[1].item)
  const written = pick(
    random,
    [...lab.boardNotes.values()].filter(({ item, state }) => item !== null && state === 'written'),
  )
  const zones = [...lab.placed.entries()].flatMap(([key, { item }]) => {
    const found = ZONE.test(key) ? items.find(({ id }) => id === item) : undefined
    return found ? [{ key, box: found.box }] : []
  })
  // a note of ours that the lab does not know of yet: put elsewhere in its zone
  const known = new Set([...lab.boardNotes.values()].map(({ item }) => item))
  const loose = pick(
    random,
    items.filter(({ id, kind, content }) => kind === 'note' && !known.has(id) && plainText(content).startsWith(OURS)),
  )
  const around = loose && zones.find(({ key }) => key === zoneIndex(zones)(centreOf(loose.box)))
  if (loose && around) {
    shifted.add(plainText(loose.content))
    await hand.move(loose.id, corner(around.box))
    return
  }
  const dice = random()
  if (dice < 0.4) {
    if (zone) await hand.write(`<p>${WRITTEN_BY_HAND} ${n}</p>`, corner(zone.box))
  } else if (written?.item != null) {
    if (dice < 0.65) await hand.edit(written.item, `<p>${CHANGED_BY_HAND} ${n}</p>`)
    else if (dice < 0.8) await hand.remove(written.item)
    // into some zone, its own perhaps, or out of all
    else await hand.move(written.item, zone && dice < 0.95 ? corner(zone.box) : { x: -20_000, y: n * 300 })
  }
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
    return shape && ZONE.test(key) ? [{ key, box: shape.box }] : []
  })
  const left = workSize(noteWork(lab))
  if (left > 0) faults.push(`${left} notes are still to be done`)
  const paired = new Set<string>()
  for (const one of lab.contributions.values()) {
    const wanted = new Set<string>()
    for (const note of notesOf(lab, one)) {
      wanted.add(note.part)
      const known = lab.boardNotes.get(noteKey(note.contribution, note.part))
      const now = plainText(byId.get(known?.item ?? '')?.content ?? '')
      if (!mayDouble && known?.state === 'clash' && now !== '' && !now.startsWith(CHANGED_BY_HAND))
        faults.push(`${note.contribution} ${note.part} is kept apart from “${now}”, which nobody wrote on the board`)
      if (known?.state === 'missing' || known?.state === 'clash') continue
      const item = known?.item == null ? undefined : byId.get(known.item)
      if (!item) faults.push(`${note.contribution} ${note.part} has no note (${known?.state})`)
      else {
        if (paired.has(item.id)) faults.push(`the note ${item.id} stands for two`)
        paired.add(item.id)
        // out of every zone somebody may have changed it: it is listed
        if (plainText(item.content) !== fold(note.text) && lab.strays.get(item.id)?.reason !== 'outside')
          faults.push(`${note.contribution} ${note.part} says “${plainText(item.content)}”, not “${fold(note.text)}”`)
        const zone = zoneIndex(zones)(centreOf(item.box))
        // somebody moved it: that is listed
        if (zone !== note.zone && known?.movedTo !== (zone ?? 'outside'))
          faults.push(`${note.contribution} stands in ${zone}, not ${note.zone}`)
      }
    }
    for (const known of lab.boardNotes.values())
      if (
        known.contribution === one.id &&
        !wanted.has(known.part) &&
        known.item !== null &&
        byId.has(known.item) &&
        known.state !== 'missing'
      )
        faults.push(`${one.id} ${known.part} should have no note`)
  }
  // everything else is furniture, listed, or waits for somebody's choice
  const ours = new Set([...lab.placed.values()].map(({ item }) => item))
  const known = new Set([...lab.boardNotes.values()].map(({ item }) => item))
  for (const item of items)
    if (!ours.has(item.id) && !known.has(item.id) && !lab.strays.has(item.id) && !lab.doubles.has(item.id))
      faults.push(`${item.id} (${item.kind} “${plainText(item.content)}”) is nobody’s and not listed`)
    // people here write notes only
    else if (!mayDouble && item.kind !== 'note' && !ours.has(item.id)) faults.push(`the ${item.kind} ${item.id} is a second copy of ours`)
  if (!mayDouble)
    for (const { item, contribution } of lab.doubles.values())
      if (!world.shifted.has(plainText(byId.get(item)?.content ?? ''))) faults.push(`${item} is a second copy of ${contribution}`)
  faults.push(...wrongWords(world, items, mayDouble))
  const placement = lab.placements.get('m2')
  if (placement?.status !== 'done') faults.push(`the placement is ${placement?.status}: ${placement?.problem}`)
  return faults
}

/** A contribution that a harvest made of a note that nobody wrote on the board. */
function isMistaken({ shifted }: World, { board, redacted, answer }: Contribution): boolean {
  if (board === null || redacted) return false
  const text = fold(partsOfAnswer(answer).find((part) => part.text !== '')?.text ?? '')
  return !shifted.has(text) && !text.startsWith(WRITTEN_BY_HAND) && !text.startsWith(CHANGED_BY_HAND)
}

/** How many of them: old words of a call that was carried out when nothing in the lab said any more whose they were. */
export const mistakenIn = (world: World): number => [...world.lab.contributions.values()].filter((one) => isMistaken(world, one)).length

/** Words that are gone and should not be, or are there and should be gone. */
function wrongWords(world: World, items: readonly BoardItem[], mayDouble: boolean): string[] {
  const { lab, said, redacted, shifted } = world
  const faults: string[] = []
  const usable = new Set<string>()
  const gone = new Set(redacted)
  for (const one of lab.contributions.values()) {
    const texts = partsOfAnswer(one.answer).map(({ text }) => fold(text))
    for (const text of texts) (isUsable(one) ? usable : gone).add(text)
    const text = texts.find((part) => part !== '') ?? ''
    if (one.board !== null) {
      if (!mayDouble && isMistaken(world, one))
        faults.push(`${one.id} (“${text}”) was taken for somebody’s, and nobody wrote it on the board`)
      continue
    }
    // a change carried out long after it was given up looks like somebody's change on the board
    const own = said.get(one.id)
    if (!mayDouble && own !== undefined && !one.redacted && text !== fold(own) && !text.startsWith(CHANGED_BY_HAND))
      faults.push(`${one.id} says “${text}”; its author’s last words were “${own}”`)
  }
  for (const { id, content } of items) {
    const text = plainText(content)
    if (text !== '' && gone.has(text) && !shifted.has(text) && !usable.has(text) && !lab.doubles.has(id))
      faults.push(`“${text}” still stands on the board (${id})`)
  }
  return faults
}
