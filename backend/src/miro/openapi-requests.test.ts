import { aFrame, aNote, aShape } from '@telaio/shared/contracts'
import type { NewBoardItem } from '@telaio/shared/ports'
import { describe, expect, it } from 'vitest'
import { connectedMiro } from './testing/connected-miro.ts'
import { DESCRIPTION, isDescribed, undescribed } from './testing/described-requests.ts'

describe.skipIf(!isDescribed)(
  `requests against Miro's OpenAPI description${isDescribed ? '' : ` — SKIPPED: ${DESCRIPTION} is not there`}`,
  () => {
    it('every request of the Board adapter holds to it', async () => {
      const one = await connectedMiro()
      const board = one.miro.boards.open(await one.connect(), one.sandbox.boardId)
      if (!board) throw new Error('not connected')
      const box = { left: -700, top: -450, width: 1400, height: 900 }
      const [frame] = await board.create([aFrame(box)])
      const parent = { id: frame?.id ?? '', box }
      const inside = { left: -600, top: -400, width: 400, height: 300 }
      const text: NewBoardItem = {
        kind: 'text',
        parent,
        box: inside,
        content: '<p>Titolo</p>',
        style: { size: 84, ink: '#1F2430', weight: 'bold', align: 'left' },
      }
      const items = [aShape(inside, parent), aNote('nota', -100, 0, parent), text]
      const made = await board.create([
        ...items,
        { ...aShape(inside), style: {} },
        { ...text, parent: null, box: { ...inside, rotation: 15 } },
      ])
      for (const item of items) await board.create([item])
      for (const [at, item] of items.entries()) {
        const id = made[at]?.id ?? ''
        await board.update(id, item.kind, {
          content: '<p>altro</p>',
          style: item.style,
          place: { box: { ...item.box, left: item.box.left + 10 }, parent },
        })
        await board.item(id)
        await board.remove(id, item.kind)
      }
      await board.update(parent.id, 'frame', { content: 'Altro', style: { fill: '#EAF2F6' }, place: { box, parent: null } })
      await board.items()
      await board.info()

      const asked = one.sandbox.requests.filter(({ path: of }) => of.startsWith('/v2/'))
      expect(asked.length).toBeGreaterThan(15)
      expect(undescribed(asked)).toEqual([])
      await one.close()
    })
  },
)
