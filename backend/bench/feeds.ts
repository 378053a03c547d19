import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { newCommandId } from '@telaio/shared/client'
import { type Beside, clearMemory, openFeed, post, quantile, startBeside } from './live/beside.ts'

/**
 * A prompt to a thousand open feeds: from the facilitator's command to each panel's bytes, against a bare Node server that writes the same bytes to a
 * thousand responses. The two take turns; the panels' side is this process, each server is another.
 */

const FEEDS = 1000
const MOST = 5000
const ROUNDS = 120
const WARM = 20
/** Between two rounds, so that what one leaves to do is not in the next. */
const REST_MS = 40
const RATIO = 1.5
const FEED_KB = 40
/** Opened at the same time. */
const ABREAST = 50

interface Panels {
  /** When each feed first heard of this seq, in ms; −1 not yet. */
  readonly heard: (seq: number) => number
  readonly waitFor: (seq: number) => Promise<readonly number[]>
  readonly grow: (to: number) => Promise<void>
  readonly open: () => number
  /** The newest numbered frames as one of them came. */
  readonly sample: () => string
  readonly close: () => void
}

/** Feeds on one server; what they hear, by the number in the frame's id. */
function panelsOn(server: Beside, which: 'ours' | 'bare'): Panels {
  const times = new Map<number, number[]>()
  const lines: { readonly isOpen: () => boolean; readonly close: () => void }[] = []
  let sample = ''
  const add = async (n: number): Promise<void> => {
    const path = which === 'ours' ? `/api/labs/${server.lab}/feed` : `/feed?who=${n}`
    let isFirst = true
    lines.push(
      await openFeed(server.port, path, server.tokens[n % FEEDS] ?? '', (text, at) => {
        // the whole view comes first
        if (isFirst && which === 'ours') {
          isFirst = !text.endsWith('\n\n')
          return
        }
        if (n === 0) sample = text
        for (const [, seq] of text.matchAll(/^id: \w+-(\d+)$/gm)) {
          const list = times.get(Number(seq)) ?? []
          times.set(Number(seq), list)
          list.push(at)
        }
      }),
    )
  }
  return {
    heard: (seq) => times.get(seq)?.length ?? 0,
    waitFor: async (seq) => {
      for (let waited = 0; (times.get(seq)?.length ?? 0) < lines.length; waited += 5) {
        if (waited > 30_000) throw new Error(`${times.get(seq)?.length ?? 0} of ${lines.length} feeds of ${which} heard ${seq}`)
        await sleep(5)
      }
      return times.get(seq) ?? []
    },
    grow: async (to) => {
      while (lines.length < to) {
        const from = lines.length
        await Promise.all(Array.from({ length: Math.min(ABREAST, to - from) }, (_, i) => add(from + i)))
      }
    },
    open: () => lines.filter(({ isOpen }) => isOpen()).length,
    sample: () => sample,
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

const BLOCKS = ['group-question', 'boarding-pass'] as const

export async function benchFeeds(folder: string): Promise<void> {
  const [a, b] = [join(folder, 'feeds-ours'), join(folder, 'feeds-bare')]
  for (const one of [a, b]) await mkdir(one)
  const ours = await startBeside('ours', a, FEEDS)
  const bare = await startBeside('bare', b, FEEDS)
  const [our, theirs] = [panelsOn(ours, 'ours'), panelsOn(bare, 'bare')]
  try {
    await our.grow(FEEDS)
    await theirs.grow(FEEDS)
    await sleep(1000)
    const took: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    const prompt = async (round: number): Promise<readonly number[]> => {
      const from = performance.now()
      const said = JSON.parse(
        await post(ours.port, `/api/labs/${ours.lab}/commands`, ours.organiser, {
          id: newCommandId(),
          type: 'startBlock',
          meeting: 1,
          block: BLOCKS[round % 2],
        }),
      ) as { seq: number }
      return (await our.waitFor(said.seq)).map((at) => at - from)
    }
    const same = async (round: number): Promise<readonly number[]> => {
      const text = our.sample().replace(/^id: \S+$/gm, `id: bare-${round + 1}`)
      const from = performance.now()
      await post(bare.port, '/say', '', text)
      return (await theirs.waitFor(round + 1)).map((at) => at - from)
    }
    const firsts: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    const turn = async (which: 'ours' | 'bare', round: number): Promise<void> => {
      clearMemory()
      await sleep(REST_MS)
      const times = await (which === 'ours' ? prompt(round) : same(round))
      if (round < WARM) return
      firsts[which].push(Math.min(...times))
      took[which].push(...times)
    }
    for (let round = 0; round < WARM + ROUNDS; round++) {
      // the very first of ours is what the bare one repeats; then each goes first as often as the other
      await turn(round % 2 === 0 ? 'ours' : 'bare', round)
      await turn(round % 2 === 0 ? 'bare' : 'ours', round)
    }
    const [p99, least] = [quantile(took.ours, 0.99), quantile(took.bare, 0.99)]
    const said = (which: 'ours' | 'bare'): string =>
      `first panel p50 ${quantile(firsts[which], 0.5).toFixed(1)} ms; of all p50 ${quantile(took[which], 0.5).toFixed(1)} ms, p99 ${quantile(took[which], 0.99).toFixed(1)} ms`
    const hold = (holds: boolean): string => (holds ? '' : '  MISSED')
    process.stdout.write(
      `Feeds: a prompt (${our.sample().length} bytes) to ${FEEDS} open feeds, ${ROUNDS} times in turn\n` +
        `  ours, from command to panel: ${said('ours')}\n` +
        `  bare Node, the same bytes: ${said('bare')}\n` +
        `  ratio ${(p99 / least).toFixed(2)} (at most ${RATIO})${hold(p99 / least <= RATIO)}\n`,
    )

    const [before, bareBefore] = [await ours.usage(true), await bare.usage(true)]
    await our.grow(MOST)
    await theirs.grow(MOST)
    await sleep(2000)
    const [after, bareAfter] = [await ours.usage(true), await bare.usage(true)]
    const kb = (now: number, then: number): number => (now - then) / (MOST - FEEDS) / 1024
    const [mine, other] = [kb(after.rss, before.rss), kb(bareAfter.rss, bareBefore.rss)]
    await prompt(WARM + ROUNDS)
    await prompt(WARM + ROUNDS + 1)
    process.stdout.write(
      `Feeds: memory of one more, from ${FEEDS} to ${MOST}\n` +
        `  ours: ${mine.toFixed(1)} KB resident, ${kb(after.heap, before.heap).toFixed(1)} KB heap\n` +
        `  bare Node: ${other.toFixed(1)} KB resident, ${kb(bareAfter.heap, bareBefore.heap).toFixed(1)} KB heap\n` +
        `  ratio ${(mine / other).toFixed(2)}; ${mine.toFixed(1)} KB (at most ${FEED_KB})${hold(mine <= FEED_KB)}\n` +
        `  ${our.open()} of ${MOST} hold and hear a prompt${hold(our.open() === MOST)}\n`,
    )
    if (p99 / least > RATIO || mine > FEED_KB || our.open() < MOST) process.exitCode = 1
  } finally {
    our.close()
    theirs.close()
    await Promise.all([ours.stop(), bare.stop()])
  }
}
