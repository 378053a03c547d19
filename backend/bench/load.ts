import { setTimeout as sleep } from 'node:timers/promises'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { newCommandId } from '@telaio/shared/client'
import { type Beside, clearMemory, openFeed, post, quantile, startBeside } from './live/beside.ts'
import { GROUP_SIZE, STAFF } from './live/talk.ts'

/**
 * A room that writes: 250 participants, 50 notes a second for a minute, everybody's feed open, each view what its viewer may see. From send to answer, against a bare
 * Express route that appends the same, synced once for all that wait, and tells as many bytes to as many; the two take turns. And from send to the others' panels.
 */

const PEOPLE = 250
const NOTES_A_SECOND = 50
const RATIO = 2
const PANELS_MS = 300
const TURN_SECONDS = 10
const GROWTH = [60, 125, 250] as const
const GROWTH_SECONDS = 8

interface Measured {
  /** From send to answer, in ms. */
  readonly answers: number[]
  /** From send to another panel that may see the note, in ms. */
  readonly panels: number[]
}

/** A server with every participant's feed open, and those who run the lab. */
interface Room {
  readonly server: Beside
  readonly write: (seconds: number, into: Measured) => Promise<void>
  /** Bytes of frames, as the feeds of ours have them. */
  readonly sizes: { readonly author: number; readonly group: number; readonly staff: number; readonly here: number }
  readonly close: () => Promise<void>
}

let serial = 0

async function openRoom(which: 'ours' | 'bare', folder: string, people: number): Promise<Room> {
  await mkdir(folder)
  const server = await startBeside(which, folder, people)
  /** By mark: when it was sent, by whom, and where to say that it has come. */
  const sent = new Map<string, { readonly at: number; readonly from: number; readonly into: Measured }>()
  const sizes = { author: 0, group: 0, staff: 0, here: 0 }
  const lines = await Promise.all(
    Array.from({ length: people + STAFF }, (_, index) => {
      let rest = ''
      return openFeed(
        server.port,
        which === 'ours' ? `/api/labs/${server.lab}/feed` : `/feed?who=${index}`,
        server.tokens[index] ?? '',
        (text, at) => {
          const all = rest + text
          const end = all.lastIndexOf('\n\n') + 2
          rest = end > 1 ? all.slice(end) : all
          if (end <= 1) return
          for (const frame of all.slice(0, end).split('\n\n')) {
            const marks = [...frame.matchAll(/§(\d+)§/g)]
            if (marks.length === 0 && frame.includes('event: here')) sizes.here = frame.length + 2
            for (const [, mark = ''] of marks) {
              const one = sent.get(mark)
              if (!one) continue
              const kind = one.from === index ? 'author' : index >= people ? 'staff' : 'group'
              if (marks.length === 1) sizes[kind] = frame.length + 2
              if (kind !== 'author') one.into.panels.push(at - one.at)
            }
          }
        },
      )
    }),
  )
  const path = which === 'ours' ? `/api/labs/${server.lab}/commands` : '/commands'
  async function note(from: number, into: Measured): Promise<void> {
    const mark = String((serial += 1))
    const at = performance.now()
    sent.set(mark, { at, from, into })
    await post(server.port, path, server.tokens[from] ?? '', {
      id: newCommandId(),
      type: 'contribute',
      meeting: 1,
      zone: 'C1.3',
      block: 'boarding-pass',
      group: `x2-${Math.floor(from / GROUP_SIZE) + 1}`,
      answer: { type: 'cards', text: `§${mark}§ Portare i ragazzi fuori dalla scuola, tutto l’anno, anche quando piove.` },
      ...(which === 'bare' ? { from } : {}),
    })
    into.answers.push(performance.now() - at)
  }
  return {
    server,
    sizes,
    write: async (seconds, into) => {
      clearMemory()
      const under: Promise<void>[] = []
      const began = performance.now()
      for (let n = 0; n < seconds * NOTES_A_SECOND; n++) {
        await sleep(Math.max(0, began + (n * 1000) / NOTES_A_SECOND - performance.now()))
        // everybody in turn, people of one group far from each other
        under.push(note((n * 97) % people, into))
      }
      await Promise.all(under)
      await sleep(300)
    },
    close: async () => {
      for (const line of lines) line.close()
      await server.stop()
    },
  }
}

const nothing = (): Measured => ({ answers: [], panels: [] })
const said = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`
const hold = (holds: boolean): string => {
  if (!holds) process.exitCode = 1
  return holds ? '' : '  MISSED'
}

/** `--seconds N`: another length than a minute. */
export async function benchLoad(folder: string, words: readonly string[]): Promise<void> {
  const at = words.indexOf('--seconds')
  const seconds = at < 0 ? 60 : Number(words[at + 1])
  const ours = await openRoom('ours', join(folder, 'load-ours'), PEOPLE)
  const bare = await openRoom('bare', join(folder, 'load-bare'), PEOPLE)
  const [mine, theirs] = [nothing(), nothing()]
  try {
    await ours.write(3, nothing())
    bare.server.tell({ ask: 'sizes', ...ours.sizes })
    await bare.write(3, nothing())
    for (let done = 0; done < seconds; done += TURN_SECONDS) {
      await ours.write(Math.min(TURN_SECONDS, seconds - done), mine)
      await bare.write(Math.min(TURN_SECONDS, seconds - done), theirs)
    }
  } finally {
    await ours.close()
    await bare.close()
  }
  const ratio = quantile(mine.answers, 0.99) / quantile(theirs.answers, 0.99)
  const panels = quantile(mine.panels, 0.99)
  process.stdout.write(
    `Load: ${PEOPLE} participants and ${STAFF} others with open feeds, ${NOTES_A_SECOND} notes/s for ${seconds} s, in turns of ${TURN_SECONDS} s\n` +
      `  ours, from send to answer: ${said(mine.answers)}\n` +
      `  bare Express, same append and fan-out: ${said(theirs.answers)}\n` +
      `  ratio ${ratio.toFixed(2)} (at most ${RATIO})${hold(ratio <= RATIO)}\n` +
      `  ours, from send to the other panels: ${said(mine.panels)} (at most ${PANELS_MS} ms)${hold(panels <= PANELS_MS)}\n` +
      `  bare Express, to the other panels: ${said(theirs.panels)}\n`,
  )

  const used: number[] = []
  for (const people of GROWTH) {
    const room = await openRoom('ours', join(folder, `load-${people}`), people)
    try {
      await room.write(3, nothing())
      const before = await room.server.usage()
      await room.write(GROWTH_SECONDS, nothing())
      used.push(((await room.server.usage()).cpu - before.cpu) / 1000 / (GROWTH_SECONDS * NOTES_A_SECOND))
    } finally {
      await room.close()
    }
  }
  const [least, most] = [used[0] ?? 1, used.at(-1) ?? 1]
  const growth = (GROWTH.at(-1) ?? 1) / GROWTH[0]
  process.stdout.write(
    `Load: processor of a note, by participants\n` +
      `  ${GROWTH.map((people, n) => `${people}: ${used[n]?.toFixed(2)} ms`).join(', ')}\n` +
      `  ratio ${(most / least).toFixed(2)} for ${growth.toFixed(2)} times as many (at most linear)${hold(most / least <= growth)}\n`,
  )
}
