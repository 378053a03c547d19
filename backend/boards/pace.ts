import { setTimeout as sleep } from 'node:timers/promises'
import { noteWork, workSize } from '@telaio/shared/lab'
import { startMiroPanel } from '../src/testing/miro-panel.ts'
import { commandId, makeTestLab } from '../src/testing/test-server.ts'
import { FACILITATOR } from './lab-on-board.ts'

const TRICKLE = 60
const TRICKLE_EVERY_MS = 500
const BURST = 100

export interface Pace {
  /** From the answer to `contribute` to the request that puts the note on the board, in ms. */
  readonly trickle: { readonly p50: number; readonly p95: number; readonly most: number }
  readonly burst: { readonly seconds: number; readonly perSecond: number; readonly firstMs: number }
}

const at = (sorted: readonly number[], part: number): number => Math.round(sorted[Math.ceil(sorted.length * part) - 1] ?? 0)

/** How soon a note stands on the board, written now and then, and a hundred at once. */
export async function measurePace(): Promise<Pace> {
  const panel = await startMiroPanel({ env: { LOG_LEVEL: 'warn' } })
  const { server, sandbox } = panel
  server.services.boards.start([])
  try {
    const test = await makeTestLab(server)
    const { token } = await panel.bound(FACILITATOR, test)
    const api = server.api(token)
    const { url } = await api.connectMiro(test.lab)
    await panel.callback(await panel.consent(FACILITATOR, url))
    await api.connectBoard(test.lab, { id: commandId(), board: sandbox.boardId, meeting: null })
    await api.send(test.lab, { id: commandId(), type: 'placeArea', area: 'm1' })
    await server.services.boards.idle()

    const writers = ['Ann', 'Bob'].map((name) => server.api(test.people[name]?.token))
    const answered = new Map<string, number>()
    const contribute = async (text: string, n: number): Promise<void> => {
      await writers[n % 2]?.send(test.lab, {
        id: commandId(),
        type: 'contribute',
        meeting: 1,
        zone: 'C1.2',
        answer: { type: 'cards', text },
        private: false,
      })
      answered.set(text, Date.now())
    }
    const rest = async (): Promise<void> => {
      while (workSize(noteWork((await server.services.labs.head(test.lab)).lab)) > 0) await sleep(20)
    }
    /** When each text was put on the board. */
    const written = (): Map<string, number> =>
      new Map(
        sandbox.requests.flatMap(({ method, body, at: when }) =>
          method === 'POST'
            ? [...JSON.stringify(body).matchAll(/<p>((?:goccia|onda) \d+)<\/p>/g)].map(([, text = '']) => [text, when] as const)
            : [],
        ),
      )

    for (let n = 0; n < TRICKLE; n++) {
      const next = sleep(TRICKLE_EVERY_MS)
      await contribute(`goccia ${n}`, n)
      await next
    }
    await rest()
    const dropped = written()
    const waits = Array.from(
      { length: TRICKLE },
      (_, n) => (dropped.get(`goccia ${n}`) ?? NaN) - (answered.get(`goccia ${n}`) ?? 0),
    ).toSorted((a, b) => a - b)

    const began = Date.now()
    await Promise.all(Array.from({ length: BURST }, (_, n) => contribute(`onda ${n}`, n)))
    await rest()
    const moments = [...written()].flatMap(([text, when]) => (text.startsWith('onda') ? [when - began] : [])).toSorted((a, b) => a - b)
    if (moments.length !== BURST || waits.some(Number.isNaN)) throw new Error('notes are missing on the board')
    const last = moments.at(-1) ?? 0
    return {
      trickle: { p50: at(waits, 0.5), p95: at(waits, 0.95), most: at(waits, 1) },
      burst: {
        seconds: last / 1000,
        perSecond: Math.round((10_000 * BURST) / last) / 10,
        firstMs: moments[0] ?? 0,
      },
    }
  } finally {
    await server.services.boards.stop()
    await panel.close()
  }
}
