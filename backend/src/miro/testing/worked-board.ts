import { edgeOf, EMOJI, EMPTY, NOTE_TYPES, type Point, TEXTS, type Thing, UNSUPPORTED, within } from './worked-things.ts'
import { type WorkedBoard, type WorkedBoardSize, worked } from './worked-truth.ts'

/**
 * Boards as three hours of people leave them, as Miro lists their items, with the truth about every item: seeded, so that a board that is harvested wrongly can be
 * made again. The truth is kept by this generator's own arithmetic (corners and edges), not by the product's.
 */

/** A board from a stream of random numbers (0 up to 1). */
export function workedBoard(random: () => number, size: WorkedBoardSize = {}): WorkedBoard {
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const one = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const chance = (p: number): boolean => random() < p
  let ids = 0
  const newId = (): string => `34587640000${String((ids += 1)).padStart(8, '0')}`
  const things: Thing[] = []
  const everyFrame: Thing[] = []
  const deleted = new Set<Thing>()
  const add = (thing: Omit<Thing, 'id'>): Thing => {
    const made = { ...thing, id: newId() }
    things.push(made)
    if (made.type === 'frame') everyFrame.push(made)
    return made
  }
  const drop = (thing: Thing): void => void deleted.add(thing)
  const isThere = (thing: Thing): boolean => !deleted.has(thing)
  const done = new Set<string>()
  const happens = (what: string, p: number): boolean => {
    const does = chance(p)
    if (does) done.add(what)
    return does
  }

  // as it was placed: a frame a group, zones in rows, a title over each
  const groups = size.groups ?? int(1, 4)
  const perGroup = size.zones ?? int(2, 9)
  const zones: { key: string; shape: Thing }[] = []
  const furniture: { thing: Thing; text: string }[] = []
  const frames: Thing[] = []
  for (let g = 0; g < groups; g++) {
    const columns = Math.ceil(Math.sqrt(perGroup))
    const rows = Math.ceil(perGroup / columns)
    const [zw, zh] = [int(600, 1600), int(500, 1400)]
    const [width, height] = [columns * (zw + 60) + 60, rows * (zh + 160) + 260]
    const frame = add({
      type: 'frame',
      centre: { x: (g % 8) * 12_000 + width / 2, y: Math.floor(g / 8) * 12_000 + height / 2 },
      width,
      height,
      rotation: 0,
      frame: null,
      content: '',
      title: `Gruppo ${g + 1}`,
    })
    frames.push(frame)
    const [left, top] = [frame.centre.x - width / 2, frame.centre.y - height / 2]
    for (let z = 0; z < perGroup; z++) {
      const [x, y] = [left + 60 + (z % columns) * (zw + 60) + zw / 2, top + 260 + Math.floor(z / columns) * (zh + 160) + zh / 2]
      const shape = add({ type: 'shape', centre: { x, y }, width: zw, height: zh, rotation: 0, frame, content: '' })
      const text = `Domanda ${z + 1}?`
      const question = { x, y: y - zh / 2 - 40 }
      const title = add({ type: 'text', centre: question, width: zw, height: 40, rotation: 0, frame, content: `<p>${text}</p>` })
      zones.push({ key: `m1/g${g + 1}/C1.${z + 1}`, shape })
      furniture.push({ thing: title, text })
    }
  }
  // notes that came from Zoom, laid in their zones before anybody touched the board
  const written: { thing: Thing; contribution: string; text: string }[] = []
  for (const { shape } of zones)
    for (let n = size.notes === undefined ? int(0, 3) : Math.ceil(size.notes / 2); n > 0; n--) {
      const [content, text] = one(TEXTS)
      const thing = add({
        type: 'sticky_note',
        centre: within(shape, random),
        width: 199,
        height: 228,
        rotation: 0,
        frame: shape.frame,
        content,
      })
      written.push({ thing, contribution: `con_${String(written.length).padStart(26, '0')}`, text })
    }

  // what people do to frames and zones
  const moveAll = (frame: Thing, dx: number, dy: number): void => {
    frame.centre = { x: frame.centre.x + dx, y: frame.centre.y + dy }
    for (const thing of things) if (thing.frame === frame) moveAll(thing, dx, dy)
  }
  for (const frame of frames) {
    if (happens('frame moved', 0.3)) moveAll(frame, int(-9000, 9000), int(-9000, 9000))
    if (happens('frame resized', 0.2)) {
      const [more, down] = [int(0, 2000), int(0, 2000)]
      frame.width += more
      frame.height += down
      // pulled at its left and upper edge: what stands in it stays where it is on the board
      frame.centre = { x: frame.centre.x - more / 2, y: frame.centre.y - down / 2 }
    }
    if (happens('frame renamed', 0.2)) frame.title = 'La squadra del fiume'
    if (happens('frame nested', 0.1)) {
      const around = add({
        type: 'frame',
        centre: { x: frame.centre.x + int(-300, 300), y: frame.centre.y },
        width: frame.width + 2000,
        height: frame.height + 2000,
        rotation: 0,
        frame: null,
        content: '',
        title: 'Tutto insieme',
      })
      frame.frame = around
      if (happens('nested frame moved', 0.5)) moveAll(around, int(-5000, 5000), int(-5000, 5000))
    }
    if (happens('frame deleted', 0.05)) {
      for (const thing of things) if (thing.frame === frame) thing.frame = frame.frame
      drop(frame)
    } else if (happens('frame copied', 0.1)) {
      const [dx, dy] = [120_000 + int(0, 5000), int(-2000, 2000)]
      const shift = (point: Point): Point => ({ x: point.x + dx, y: point.y + dy })
      const twin = add({ ...frame, centre: shift(frame.centre), frame: null, title: `${frame.title} (copia)` })
      for (const thing of things.filter((inside) => inside.frame === frame && isThere(inside)))
        add({ ...thing, centre: shift(thing.centre), frame: twin })
    }
  }
  for (const { shape } of zones) {
    if (happens('zone moved', 0.08)) shape.centre = { x: shape.centre.x + int(-700, 700), y: shape.centre.y + int(-700, 700) }
    if (happens('zone resized', 0.08)) {
      shape.width = Math.max(120, shape.width + int(-400, 900))
      shape.height = Math.max(120, shape.height + int(-400, 900))
    }
    if (happens('zone turned', 0.05)) shape.rotation = int(-179, 179)
    if (happens('zone out of its frame', 0.04)) {
      shape.frame = null
      shape.centre = { x: shape.centre.x + int(-4000, 4000), y: shape.centre.y + 20_000 }
    }
    if (happens('zone deleted', 0.03)) drop(shape)
    else if (happens('written into the zone itself', 0.03)) shape.content = '<p>scritto nel campo</p>'
  }
  for (const { thing } of furniture) {
    if (happens('question edited', 0.05)) thing.content = '<p>Domanda riscritta?</p>'
    if (happens('question moved', 0.05)) thing.centre = { x: thing.centre.x + int(-500, 500), y: thing.centre.y + int(0, 900) }
    if (happens('question deleted', 0.03)) drop(thing)
  }

  // what people do to notes
  const loose = (type: string, centre: Point, content: string, more: Partial<Thing> = {}): Thing => {
    const frame = chance(0.6) ? one([...everyFrame.filter(isThere), null]) : null
    return add({ type, centre, width: 199, height: type === 'text' ? 40 : 228, rotation: 0, frame, content, ...more })
  }
  for (const { shape } of zones) {
    const from = isThere(shape) ? shape : (one(zones).shape ?? shape)
    for (let n = size.notes === undefined ? int(0, 4) : Math.floor(size.notes / 2); n > 0; n--) {
      const [content] = one(TEXTS)
      const type = one(NOTE_TYPES)
      const what = random()
      if (what < 0.55) {
        done.add(`note by hand: ${type}`)
        const isTurned = happens('note turned', 0.2)
        loose(type, within(from, random), content, isTurned ? { rotation: int(-90, 90) } : {})
      } else if (what < 0.62) {
        done.add('note on a border')
        loose(type, edgeOf(from, random, int(1, 40)), content)
      } else if (what < 0.69) {
        done.add('note half outside')
        loose(type, edgeOf(from, random, -int(1, 40)), content)
      } else if (what < 0.75) {
        done.add('notes stacked')
        const centre = within(from, random)
        for (let more = int(2, 4); more > 0; more--) loose(type, centre, one(TEXTS)[0])
      } else if (what < 0.8) {
        done.add('pasted twice')
        const centre = within(from, random)
        loose(type, centre, content)
        loose(type, { x: centre.x + 15, y: centre.y + 15 }, content)
      } else if (what < 0.85) {
        done.add('empty note')
        loose(one(['sticky_note', 'shape', 'text'] as const), within(from, random), one(EMPTY))
      } else if (what < 0.9) {
        done.add('unsupported')
        loose(one(UNSUPPORTED), within(from, random), '')
      } else if (what < 0.92) {
        done.add('dots drawn by hand')
        loose('shape', within(from, random), '', { width: 24, height: 24 })
      } else if (what < 0.94) {
        done.add('votes as emoji')
        // a person's sign is a note like another: what it is worth is for the themes to say
        loose(one(['sticky_note', 'text'] as const), within(from, random), one(EMOJI))
      } else if (what < 0.96) {
        // tags hang on notes, and Miro's list does not show them: the note is what it was
        done.add('votes as tags')
        loose('sticky_note', within(from, random), content)
      } else if (what < 0.98) {
        done.add('notes grouped')
        // a group has no item of its own in Miro's list: its notes are listed one by one, where they stand
        const centre = within(from, random)
        for (let step = 0; step < 3; step++) loose('sticky_note', { x: centre.x + step * 30, y: centre.y }, one(TEXTS)[0])
      } else {
        done.add('far away')
        loose(type, { x: int(-90_000, -50_000), y: int(-90_000, -50_000) }, content)
      }
    }
  }
  for (const note of written) {
    const { thing } = note
    if (!isThere(thing)) continue
    if (happens('our note moved', 0.1)) thing.centre = within(one(zones).shape, random)
    if (frames.length > 1 && happens('our note in another group’s frame', 0.05)) {
      const other = one(frames.filter((frame) => frame !== thing.frame && isThere(frame)).concat(frames))
      if (isThere(other)) {
        thing.frame = other
        thing.centre = within(one(zones.filter(({ shape }) => shape.frame === other).concat(zones)).shape, random)
      }
    }
    if (happens('our note edited', 0.1)) thing.content = '<p>corretta sulla lavagna</p>'
    if (happens('our note emptied', 0.03)) thing.content = '<p></p>'
    if (happens('our note split', 0.05)) {
      thing.content = '<p>la prima metà</p>'
      loose('sticky_note', { x: thing.centre.x + 20, y: thing.centre.y + 10 }, '<p>la seconda metà</p>')
    }
    if (happens('our note copied', 0.05)) loose('sticky_note', { x: thing.centre.x + 15, y: thing.centre.y + 15 }, thing.content)
    if (happens('our note deleted', 0.05)) drop(thing)
  }
  for (let n = int(0, 2); n > 0; n--)
    add({ type: 'connector', centre: { x: 0, y: 0 }, width: 0, height: 0, rotation: 0, frame: null, content: '' })
  // people bring things forward and back: the list has no order of ours
  for (let n = things.length - 1; n > 0; n--) {
    const other = int(0, n)
    ;[things[n], things[other]] = [things[other] as Thing, things[n] as Thing]
  }

  return worked({ things, deleted, zones, furniture, written, done })
}
