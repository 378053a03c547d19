import { expect, it } from 'vitest'
import { boardItems } from '../miro/testing/board-items.ts'
import { connectedMiro } from '../miro/testing/connected-miro.ts'
import { killedAt, type KillScene, STORIES } from './testing/kills.ts'

/** Killed at so many points of each story; at every one, in memory, is `kills.test.ts`. */
const POINTS = 4

async function overHttp(): Promise<KillScene> {
  const one = await connectedMiro()
  const subject = await one.connect()
  const { sandbox } = one
  return {
    open: () => one.miro.boards.open(subject, sandbox.boardId),
    items: () => boardItems(sandbox),
    byHand: (content, { x, y }) => sandbox.byHand({ do: 'create', kind: 'sticky_note', x, y, text: content.replace(/<[^>]*>/g, '') }),
    settings: { lagMs: 30, notesPerSecond: 100_000, retryMs: 10 },
    rest: (world) => world.idle(),
    close: () => one.close(),
  }
}

it.each(STORIES)(
  '[PL5] over HTTP an area $name stands as if nothing had happened, killed here and there',
  async (story) => {
    const whole = await killedAt(overHttp, story, null)
    expect(whole.points).toBeGreaterThan(8)
    for (let i = 0; i < POINTS; i++) {
      const at = Math.floor(((i + 0.5) * whole.points) / POINTS)
      const run = await killedAt(overHttp, story, at)
      expect(run.picture, `killed at point ${at}`).toEqual(whole.picture)
      expect(run.status).toBe(whole.status)
    }
  },
  90_000,
)
