import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { markOf, plainText, zoneIndex } from '@telaio/shared/board'
import { type Board, BoardError } from '@telaio/shared/ports'
import { MemoryBoard } from '@telaio/shared/testing'
import { askAnew } from './testing/kills.ts'
import { BOARD, World } from './testing/world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function rest(world: World): Promise<void> {
  const state = { resting: false }
  void world.idle().then(() => {
    state.resting = true
  })
  for (let i = 0; i < 300 && !state.resting; i++) await vi.advanceTimersByTimeAsync(500)
  if (!state.resting) throw new Error('the desk does not come to rest')
  await vi.advanceTimersByTimeAsync(20_000)
}

function onBoard(patch: (board: Board) => Board = (board) => board) {
  const board = new MemoryBoard()
  const world = new World({
    open: () => patch(board.as('writer')),
    settings: { lagMs: 5000, notesPerSecond: 100_000, retryMs: 100 },
  })
  const writes = () => (board.calls['create'] ?? 0) + (board.calls['update'] ?? 0) + (board.calls['remove'] ?? 0)
  const place = async (): Promise<number> => {
    const before = writes()
    world.do({ type: 'placeArea', area: 'm2' })
    await rest(world)
    return writes() - before
  }
  const itemOf = (key: string) => {
    const id = world.lab.placed.get(key)?.item
    return board.items.find((item) => item.id === id)
  }
  return { board, world, place, itemOf, placement: () => world.lab.placements.get('m2') }
}

it('[PL2] placed again: nothing where nothing changed; one call a place for one prompt; never what somebody wrote in', async () => {
  const { board, world, place, itemOf, placement } = onBoard()
  await place()
  expect(placement()?.status).toBe('done')
  expect(await place()).toBe(0)
  askAnew(world, 'Altro?')
  expect(await place()).toBe(2)
  expect(plainText(itemOf('m2/g1/C2.1/question')?.content ?? '')).toBe('Altro?')
  board.change(itemOf('m2/g1/C2.1/question')?.id ?? '', { content: '<p>Detto da noi</p>' })
  askAnew(world, 'Ancora?')
  expect(await place()).toBe(1)
  expect(plainText(itemOf('m2/g1/C2.1/question')?.content ?? '')).toBe('Detto da noi')
  expect(plainText(itemOf('m2/g2/C2.1/question')?.content ?? '')).toBe('Ancora?')
  expect(await place()).toBe(0)
  world.do({ type: 'harvestBoard', board: BOARD })
  await rest(world)
  expect([...world.lab.strays.values()].map(({ reason }) => reason)).toEqual(['furniture-edited'])
  await world.stop()
})

it('[VT2] [BP12] a result stands on the board once it was shown, by itself, and nothing of it before', async () => {
  const { world, place, itemOf, placement } = onBoard()
  world.do({ type: 'startBlock', meeting: 2, block: 'close' })
  await place()
  const says = (key: string): string => plainText(itemOf(`m2/results/of-C2.5/${key}`)?.content ?? '')
  const vote = (choice: 'agree' | 'objection', person: number) =>
    world.do({ type: 'contribute', meeting: 2, zone: 'C2.5', answer: { type: 'consent', choice } }, world.people[person])
  vote('agree', 0)
  vote('objection', 1)
  vote('agree', 2)
  await rest(world)
  expect(says('state')).toBe('Il risultato compare qui quando viene mostrato.')
  world.do({ type: 'revealNotes', meeting: 2, zone: 'C2.5' })
  await rest(world)
  expect(placement()?.status).toBe('done')
  expect(says('state')).toBe('3 votanti')
  expect([says('agree/count'), says('objection/count')]).toEqual(['2', '1'])
  expect(await place()).toBe(0)
  await world.stop()
})

it('[PL6] where people’s notes stand nothing is moved from under them: words change, places stay', async () => {
  const { world, place, itemOf } = onBoard()
  await place()
  world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: 'nostra' }, private: false }, world.people[0])
  await rest(world)
  const boxesOf = (group: string) => ['C2.1', 'C2.2'].map((zone) => itemOf(`m2/${group}/${zone}`)?.box)
  const [lived, empty] = [boxesOf('g1'), boxesOf('g2')]
  const long = Array.from({ length: 60 }, () => 'Una domanda molto lunga').join(' ')
  askAnew(world, long)
  await place()
  expect(boxesOf('g1')).toEqual(lived)
  expect(boxesOf('g2')).not.toEqual(empty)
  for (const group of ['g1', 'g2']) expect(plainText(itemOf(`m2/${group}/C2.1/question`)?.content ?? '')).toBe(long)
  world.do({ type: 'harvestBoard', board: BOARD })
  await rest(world)
  expect([...world.lab.boardNotes.values()].map(({ movedTo }) => movedTo)).toEqual([null])
  expect(await place()).toBe(0)
  await world.stop()
})

it('[PL3] an item that the board refuses is found among its bulk and told; the other nineteen are made', async () => {
  const { world, place, placement } = onBoard((board) => ({
    ...board,
    create: (items) =>
      items.some(({ content }) => content.includes('Replicable') || content.includes('Indicazione replicabile'))
        ? Promise.reject(new BoardError('refused', 'no such words'))
        : board.create(items),
  }))
  await place()
  expect(placement()).toMatchObject({ status: 'done', problem: expect.stringContaining('no such words') })
  const refused = [...world.lab.placed.values()].filter(({ left }) => left === 'refused')
  expect(refused.length).toBeGreaterThan(0)
  expect([...world.lab.placed.values()].filter(({ item, left }) => item === null && left === null)).toEqual([])
  expect(world.lab.placed.size).toBe(placement()?.items)
  await world.stop()
})

it('[TB1] [TB2] [TB3] taken back: what people wrote stays, with its zone and its sheet; the rest goes, and placed again it comes back once', async () => {
  const { board, world, place, itemOf, placement } = onBoard()
  await place()
  const all = board.items.length
  world.do({ type: 'contribute', meeting: 2, zone: 'C2.1', answer: { type: 'sentence', text: 'nostra' }, private: false }, world.people[0])
  await rest(world)
  const title = itemOf('m2/g2/C2.3/title')
  board.change(title?.id ?? '', { content: '<p>Titolo nostro</p>' })
  world.do({ type: 'takeBackArea', area: 'm2' })
  await rest(world)
  expect(placement()).toMatchObject({ status: 'taken-back', spared: world.lab.placed.size })
  const words = board.items.map(({ content }) => plainText(content))
  expect(words).toContain('nostra')
  expect(words).toContain('Titolo nostro')
  expect(board.items.length).toBeLessThan(15)
  for (const key of ['m2/g1', 'm2/g1/band', 'm2/g1/C2.1', 'm2/g1/C2.1/question', 'm2/harvest']) expect(itemOf(key), key).toBeDefined()
  for (const key of ['m2', 'm2/all', 'm2/g2', 'm2/g1/C2.2', 'm2/g2/C2.3']) expect(itemOf(key), key).toBeUndefined()
  await place()
  expect(board.items).toHaveLength(all + 1)
  await world.stop()
})

it('[TB4] a take-back is stopped at any time and taken up again', async () => {
  const { board, world, place, placement } = onBoard((one) => ({
    ...one,
    remove: async (id, kind) => {
      await new Promise((done) => void setTimeout(done, 150))
      return one.remove(id, kind)
    },
  }))
  await place()
  const all = board.items.length
  world.do({ type: 'takeBackArea', area: 'm2' })
  await vi.advanceTimersByTimeAsync(5500)
  world.do({ type: 'cancelPlacement', area: 'm2' })
  await rest(world)
  expect(placement()?.status).toBe('cancelled')
  expect(board.items.length).toBeLessThan(all)
  expect(board.items.length).toBeGreaterThan(0)
  world.do({ type: 'takeBackArea', area: 'm2' })
  await rest(world)
  expect(placement()?.status).toBe('taken-back')
  expect(board.items).toEqual([])
  await world.stop()
})

/** A note of meeting 1 that was carried to a zone of meeting 2, as the plan puts it there. */
async function carried() {
  const scene = onBoard()
  const { board, world, place, itemOf } = scene
  const source = 'con_' + '8'.repeat(26)
  world.append([
    {
      type: 'contributed',
      body: {
        contribution: source,
        meeting: 1,
        group: 'x1-1',
        zone: 'C1.2',
        answer: { type: 'cards', text: 'da prima' },
        author: null,
        private: false,
        late: false,
      },
    },
  ])
  await place()
  const key = `m2/g1/C2.1/from/${source}`
  const zone = itemOf('m2/g1/C2.1')
  if (!zone) throw new Error('no zone')
  const box = { left: zone.box.left + 100, top: zone.box.top + 300, width: 200, height: 229 }
  const [made] = await board.as('writer').create([{ kind: 'shape', parent: null, box, content: '<p>da prima</p>', style: {} }])
  const mark = markOf({ key, kind: 'carried', parent: null, box, text: 'da prima', style: {} }, null)
  world.append([{ type: 'itemsPlaced', body: { board: BOARD, items: [{ key, item: made?.id ?? '', mark }] } }])
  await vi.advanceTimersByTimeAsync(20_000)
  const read = async () => {
    world.do({ type: 'harvestBoard', board: BOARD })
    await rest(world)
  }
  const item = () => board.items.find(({ id }) => id === made?.id)
  return {
    ...scene,
    source,
    key,
    item,
    read,
    taken: () => [...world.lab.contributions.values()].filter(({ derivedFrom }) => derivedFrom === source),
  }
}

it('[CA4] a carried note that nobody changed is no answer; rewritten it becomes one, derived from its source, once', async () => {
  const { board, world, key, item, read, taken, source } = await carried()
  await read()
  expect(taken()).toEqual([])
  board.change(item()?.id ?? '', { content: '<p>ripresa da noi</p>' })
  await read()
  await read()
  expect(taken()).toMatchObject([
    { meeting: 2, group: 'g1', zone: 'C2.1', author: null, board: BOARD, derivedFrom: source, answer: { text: 'ripresa da noi' } },
  ])
  expect(world.lab.placed.has(key)).toBe(false)
  expect([...world.lab.boardNotes.values()].map((note) => note.item)).toContain(item()?.id)
  expect(item()).toBeDefined()
  await world.stop()
})

it('[CA5] taken off by hand it stays off; [CA6] moved as it is it stays what it was', async () => {
  const one = await carried()
  const other = one.itemOf('m2/g2/C2.1')
  const box = other?.box ?? { left: 0, top: 0, width: 0, height: 0 }
  one.board.change(one.item()?.id ?? '', { box: { left: box.left + 100, top: box.top + 300, width: 200, height: 229 } })
  expect(zoneIndex([{ key: 'g2', box }])({ x: box.left + 200, y: box.top + 414 })).toBe('g2')
  await one.read()
  expect(one.taken()).toEqual([])
  one.board.delete(one.item()?.id ?? '')
  await one.read()
  expect(one.world.lab.placed.get(one.key)).toMatchObject({ item: null, left: 'deleted' })
  await one.world.stop()
})

it('[CA2] [CA3] it goes at once when its source is redacted, whatever was done to it, or hidden, unless somebody rewrote it', async () => {
  const hidden = await carried()
  hidden.world.do({ type: 'hideContribution', contribution: hidden.source })
  await rest(hidden.world)
  expect(hidden.item()).toBeUndefined()
  await hidden.world.stop()
  const rewritten = await carried()
  rewritten.board.change(rewritten.item()?.id ?? '', { content: '<p>da prima, e altro</p>' })
  rewritten.world.do({ type: 'hideContribution', contribution: rewritten.source })
  await rest(rewritten.world)
  expect(rewritten.item()).toBeDefined()
  rewritten.world.do({ type: 'redact', contribution: rewritten.source })
  await rest(rewritten.world)
  expect(rewritten.item()).toBeUndefined()
  expect(rewritten.world.lab.placed.has(rewritten.key)).toBe(false)
  await rewritten.world.stop()
})
