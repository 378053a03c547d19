import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Box, centreOf } from '../board/geometry.ts'
import { htmlOf, plainText } from '../board/text.ts'
import { type Board, type BoardErrorCode, type BoardItem, BULK, type NewBoardItem } from '../ports/index.ts'

/** What may become of the next write. `busy`: refused for now · `fault`: carried out or not, as `after` says, and then a server's fault or no answer at all. */
export type BoardFault = { readonly kind: 'busy' } | { readonly kind: 'fault' | 'silence'; readonly after: boolean }

/** An empty board with somebody at it, and two that cannot be used. */
export interface BoardScene {
  readonly board: Board
  /** A board that this account may not open. */
  readonly closed: Board
  /** No board at all. */
  readonly missing: Board
  /** Made by hand on the board itself: a note, or something that we never write. */
  readonly byHand: (kind: 'note' | 'other', at: { readonly x: number; readonly y: number }, text: string) => Promise<string>
  /** Moved by hand, a frame with all that stands in it. */
  readonly move: (id: string, to: { readonly x: number; readonly y: number }) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /** The next write meets this. */
  readonly next: (fault: BoardFault) => Promise<void>
  /** Items that really stand there. */
  readonly count: () => Promise<number>
  /** Requests of this board that write, so far. */
  readonly writes: () => Promise<number>
  readonly release: () => Promise<void>
}

export interface BoardHarness {
  readonly open: () => Promise<BoardScene>
}

const FRAME: Box = { left: -700, top: 300, width: 1400, height: 900 }
export const aFrame = (box = FRAME, content = 'Gruppo 1'): NewBoardItem => ({
  kind: 'frame',
  parent: null,
  box,
  content,
  style: { fill: '#FAF7F2' },
})
export const aShape = (box: Box, parent: NewBoardItem['parent'] = null): NewBoardItem => ({
  kind: 'shape',
  parent,
  box,
  content: '',
  style: { fill: '#FFFFFF', border: '#8B8577' },
})
export const aNote = (text: string, left: number, top: number, parent: NewBoardItem['parent'] = null): NewBoardItem => ({
  kind: 'note',
  parent,
  box: { left, top, width: 200, height: 229 },
  content: htmlOf(text),
  style: { note: 'light_green' },
})
const aText = (text: string, left: number, top: number, parent: NewBoardItem['parent'] = null): NewBoardItem => ({
  kind: 'text',
  parent,
  box: { left, top, width: 400, height: 56 },
  content: htmlOf(text),
  style: { size: 40, ink: '#1F2430', weight: 'bold', align: 'left' },
})

const expectBoardError = async (promise: Promise<unknown>, code: BoardErrorCode): Promise<void> => {
  await expect(promise).rejects.toMatchObject({ name: 'BoardError', code })
}

/** Platforms round. */
function expectNear(seen: BoardItem | null | undefined, box: Box): void {
  expect(seen).toBeTruthy()
  const [is, should] = [centreOf(seen?.box ?? box), centreOf(box)]
  expect(Math.hypot(is.x - should.x, is.y - should.y), `${JSON.stringify(is)} for ${JSON.stringify(should)}`).toBeLessThan(1)
}

/** Rules BO1–BO9 of `SPEC.md`, on any adapter. */
export function boardContract(name: string, { open }: BoardHarness): void {
  describe(`${name}: Board`, () => {
    const opened: BoardScene[] = []
    const scene = async (): Promise<BoardScene> => {
      const one = await open()
      opened.push(one)
      return one
    }
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.release()
    })

    /** A frame of ours and what to say of it as a parent. */
    async function framed(board: Board, box = FRAME) {
      const [frame] = await board.create([aFrame(box)])
      return { id: frame?.id ?? '', box }
    }

    it('[BO1] info names the board and links to it; others are no-access or gone', async () => {
      const { board, closed, missing } = await scene()
      const { id, name: title, link } = await board.info()
      expect([id, title].every((one) => one.length > 0)).toBe(true)
      expect(link).toMatch(/^https?:\/\//)
      await expectBoardError(closed.info(), 'no-access')
      await expectBoardError(missing.info(), 'gone')
      await expectBoardError(closed.items(), 'no-access')
      await expectBoardError(missing.create([aNote('x', 0, 0)]), 'gone')
    })

    it('[BO2] makes up to twenty items, and gives them in the order asked', async () => {
      const { board } = await scene()
      const parent = await framed(board)
      const wishes = Array.from({ length: BULK }, (_, n) =>
        n % 3 === 0
          ? aShape({ left: -600 + n * 40, top: 320, width: 120, height: 80 }, parent)
          : n % 3 === 1
            ? aNote(`nota ${n}`, -690 + n * 50, 500, parent)
            : aText(`testo ${n}`, -690 + n * 30, 900, parent),
      )
      const made = await board.create(wishes)
      expect(made).toHaveLength(BULK)
      const seen = new Map((await board.items()).map((item) => [item.id, item]))
      for (const [n, wish] of wishes.entries()) {
        const item = seen.get(made[n]?.id ?? '')
        expect([item?.kind, plainText(item?.content ?? '')]).toEqual([wish.kind, plainText(wish.content)])
        expectNear(item, wish.box)
      }
    })

    it('[BO2] notes alike in all but their place, or in all but their text, are not mixed up', async () => {
      const { board } = await scene()
      const wishes = [
        ...Array.from({ length: 6 }, (_, n) => aNote('la stessa', n * 300, 0)),
        ...Array.from({ length: 6 }, (_, n) => aNote(`parola ${n}`, 0, 600)),
      ]
      const made = await board.create(wishes)
      for (const [n, wish] of wishes.entries()) {
        const item = await board.item(made[n]?.id ?? '')
        expectNear(item, wish.box)
        expect(plainText(item?.content ?? '')).toBe(plainText(wish.content))
      }
    })

    it('[BO2] all or none: one bad item, and none is made; more than twenty are refused before anything is sent', async () => {
      const { board, count, writes } = await scene()
      await expectBoardError(board.create([aNote('buona', 0, 0), { ...aNote('cattiva', 300, 0), style: { note: 'beige' } }]), 'refused')
      expect(await count()).toBe(0)
      const before = await writes()
      await expectBoardError(board.create(Array.from({ length: BULK + 1 }, (_, n) => aNote('x', n * 300, 0))), 'refused')
      expect([await count(), await writes()]).toEqual([0, before])
      expect(await board.create([])).toEqual([])
    })

    it('[BO3] boxes are on the board, whatever frame an item stands in, also after the frame was moved', async () => {
      const { board, move } = await scene()
      const parent = await framed(board)
      const inside = { left: -650, top: 350, width: 300, height: 200 }
      const outside = { left: 2000, top: -900, width: 300, height: 200 }
      const [shape] = await board.create([aShape(inside, parent)])
      const [free] = await board.create([aShape(outside)])
      const seen = new Map((await board.items()).map((item) => [item.id, item]))
      expect(seen.get(parent.id)?.box).toEqual(FRAME)
      expect(seen.get(shape?.id ?? '')).toMatchObject({ parent: parent.id, box: inside })
      expect(seen.get(free?.id ?? '')).toMatchObject({ parent: null, box: outside })
      await move(parent.id, { x: 3000, y: 3000 })
      const shift = { x: 3000, y: 3000 - (FRAME.top + FRAME.height / 2) }
      expectNear(await board.item(shape?.id ?? ''), { ...inside, left: inside.left + shift.x, top: inside.top + shift.y })
      expectNear(
        (await board.items()).find(({ id }) => id === shape?.id),
        { ...inside, left: inside.left + shift.x, top: inside.top + shift.y },
      )
    })

    it('[BO4] gives every item once, however many pages; what we do not know is other', async () => {
      const { board, byHand } = await scene()
      const made = new Set<string>()
      for (let at = 0; at < 120; at += BULK)
        for (const { id } of await board.create(Array.from({ length: BULK }, (_, n) => aNote(`n ${at + n}`, (at + n) * 250, 0))))
          made.add(id)
      const note = await byHand('note', { x: 100, y: 2000 }, 'scritta qui')
      const other = await byHand('other', { x: 900, y: 2000 }, '')
      const items = await board.items()
      expect(new Set(items.map(({ id }) => id))).toEqual(new Set([...made, note, other]))
      expect(items).toHaveLength(made.size + 2)
      const written = items.find(({ id }) => id === note)
      expect([written?.kind, plainText(written?.content ?? ''), written?.parent]).toEqual(['note', 'scritta qui', null])
      expect(items.find(({ id }) => id === other)?.kind).toBe('other')
      expect(written?.by).toBeTruthy()
      expect(Date.parse(written?.createdAt ?? '')).not.toBeNaN()
    })

    it('[BO5] changes what was said and leaves the rest; twice is as once; gone where it is not there', async () => {
      const { board, remove } = await scene()
      const parent = await framed(board)
      const wish = aNote('prima', -600, 400, parent)
      const id = (await board.create([wish]))[0]?.id ?? ''
      for (let times = 0; times < 2; times += 1)
        expect(plainText((await board.update(id, 'note', { content: htmlOf('dopo') })).content)).toBe('dopo')
      expectNear(await board.item(id), wish.box)
      const elsewhere = { ...wish.box, left: -100, top: 800 }
      for (let times = 0; times < 2; times += 1) await board.update(id, 'note', { place: { box: elsewhere, parent } })
      const moved = await board.item(id)
      expectNear(moved, elsewhere)
      expect([moved?.parent, plainText(moved?.content ?? '')]).toEqual([parent.id, 'dopo'])
      const out = { ...wish.box, left: 5000, top: 5000 }
      for (let times = 0; times < 2; times += 1)
        await board.update(id, 'note', { place: { box: out, parent: null }, style: { note: 'cyan' } })
      const left = await board.item(id)
      expect(left?.parent).toBeNull()
      expectNear(left, out)
      await board.update(parent.id, 'frame', { content: 'Un altro nome', place: { box: { ...FRAME, top: 310 }, parent: null } })
      expect(await board.item(parent.id)).toMatchObject({ content: 'Un altro nome', box: { ...FRAME, top: 310 } })
      await remove(id)
      await expectBoardError(board.update(id, 'note', { content: htmlOf('x') }), 'gone')
    })

    it('[BO6] takes an item away; one that is gone counts as taken, and reads as null', async () => {
      const { board, count } = await scene()
      const made = await board.create([aNote('via', 0, 0), aShape({ left: 500, top: 0, width: 200, height: 100 }), aText('anche', 0, 800)])
      for (const [n, kind] of (['note', 'shape', 'text'] as const).entries()) {
        const id = made[n]?.id ?? ''
        await board.remove(id, kind)
        await board.remove(id, kind)
        expect(await board.item(id)).toBeNull()
      }
      expect(await count()).toBe(0)
    })

    it('[BO7] a reader sees the text that was written, whatever is in it', async () => {
      const { board } = await scene()
      const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => plainText(htmlOf(text)) !== '')
      const sharp = [
        '<b>non è markup</b> & nemmeno &lt;',
        'riga\nseconda "riga" ’ = @ `',
        '  spazi   doppi ',
        '👩🏽‍🌾 «perché»',
        '<script>alert(1)</script>',
        '&amp;amp; 5 > 3 < 4',
      ]
      const samples = [...sharp, ...fc.sample(texts, { numRuns: 34, seed: 7 })]
      for (let at = 0; at < samples.length; at += BULK) {
        const part = samples.slice(at, at + BULK)
        const made = await board.create(part.map((text, n) => aNote(text, n * 250, at * 300)))
        for (const [n, text] of part.entries()) {
          expect(plainText(made[n]?.content ?? '')).toBe(plainText(htmlOf(text)))
          expect(plainText((await board.item(made[n]?.id ?? ''))?.content ?? '')).toBe(plainText(htmlOf(text)))
        }
      }
    })

    it('[BO8] busy and refused: surely nothing happened', async () => {
      const { board, count, next } = await scene()
      for (const wishes of [[aNote('una', 0, 0)], [aNote('una', 0, 0), aNote('due', 300, 0)]]) {
        await next({ kind: 'busy' })
        const busy = await board.create(wishes).catch((error: unknown) => error)
        expect(busy).toMatchObject({ name: 'BoardError', code: 'busy' })
        expect((busy as { retryAt: number }).retryAt).toBeGreaterThan(0)
        expect(await count()).toBe(0)
      }
    })

    it('[BO8] a write is sent once: where no answer can be had it is unknown, whether it was carried out or not', async () => {
      for (const kind of ['fault', 'silence'] as const)
        for (const after of [true, false]) {
          const { board, count, next, writes } = await scene()
          const [kept] = await board.create([aNote('prima', 0, 900)])
          const acts: readonly (readonly [number, () => Promise<unknown>])[] = [
            [1, () => board.create([aNote('una', 0, 0)])],
            [2, () => board.create([aNote('due', 300, 0), aNote('tre', 600, 0)])],
            [0, () => board.update(kept?.id ?? '', 'note', { content: htmlOf('dopo') })],
            [-1, () => board.remove(kept?.id ?? '', 'note')],
          ]
          for (const [more, act] of acts) {
            const [had, sent] = [await count(), await writes()]
            await next({ kind, after })
            await expectBoardError(act(), 'unknown')
            expect([await count(), await writes()], `${kind} ${after} ${more}`).toEqual([had + (after ? more : 0), sent + 1])
          }
        }
    })

    it('[BO9] several frames are made one by one: where a later one fails, it is unknown, or the others are taken back', async () => {
      const { board, count } = await scene()
      const said: unknown = await board
        .create([aFrame(), { ...aFrame({ left: 3000, top: 0, width: 500, height: 500 }), style: { fill: 'beige' } }])
        .catch((error: unknown) => error)
      const { code } = said as { readonly code?: unknown }
      expect([
        ['unknown', 1],
        ['refused', 0],
      ]).toContainEqual([code, await count()])
    })
  })
}
