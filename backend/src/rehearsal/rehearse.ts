import { ApiProblem } from '@telaio/shared/client'
import type { Bilingual } from '@telaio/shared/words'
import { patiently } from './client.ts'
import { holdMeeting } from './meeting.ts'
import type { Place } from './place.ts'
import { type LabPlan, prepareLab } from './prepare-lab.ts'
import { randomFrom } from './random.ts'
import { gatherResults, type Results, type Summary } from './results.ts'
import type { Stage } from './stage.ts'

export interface RehearseOptions extends Omit<LabPlan, 'title'> {
  readonly seed: number
  /** Whether poster, map, manifesto and handbook are made too. */
  readonly printed?: boolean
  /** Told how far it has come. */
  readonly onProgress?: (words: Bilingual) => void
}

export interface Rehearsed {
  readonly summary: Summary
  readonly documents: Results['documents']
  readonly printed: Results['printed']
  /** All that was not as it should be. */
  readonly problems: readonly string[]
  /** Events of the log, commands sent, and how many of these were sent twice. */
  readonly work: { readonly events: number; readonly commands: number; readonly again: number }
}

/** Rehearses a whole lab at a place, over the public API: the same seed on a server of its own gives the same log. */
export async function rehearse(place: Place, options: RehearseOptions): Promise<Rehearsed> {
  const began = process.hrtime.bigint()
  const { seed, participants, first, last, notes, onProgress } = options
  const stage = await prepareLab(
    place,
    { ...options, title: `Attraversare i confini – prova generale ${seed}` },
    randomFrom(`rehearsal ${seed}`),
  )
  const held = stage.programme.meetings.filter(({ number }) => number >= first && number <= (last ?? number))
  for (const { number } of held)
    await holdMeeting(stage, number, (block) =>
      onProgress?.({
        it: `Incontro ${number} di ${held.at(-1)?.number ?? number}: ${block}`,
        en: `Meeting ${number} of ${held.at(-1)?.number ?? number}: ${block}`,
      }),
    )
  await compile(stage)
  const { documents, printed, counts, faults } = await gatherResults(stage, notes, options.printed ?? false)
  const { line } = stage
  const waiting = stage.notes?.waiting() ?? []
  return {
    summary: {
      seed,
      participants,
      meetings: held.length,
      sent: line.counts.sent,
      acknowledged: line.counts.acknowledged,
      stored: counts.stored,
      duplicates: counts.duplicates,
      placed: 0,
      strays: 0,
      entries: counts.entries,
      entriesWithSources: counts.entriesWithSources,
      seconds: Number((process.hrtime.bigint() - began) / 1_000_000n) / 1000,
    },
    documents,
    printed,
    problems: [
      ...line.problems,
      ...faults,
      ...(waiting.length > 0 ? [`${waiting.length} notes of the file found no zone of cards in these meetings`] : []),
    ],
    work: { events: (JSON.parse(documents['lab.json']) as unknown[]).length, commands: line.counts.commands, again: line.counts.again },
  }
}

/** The final canvas, from all that was written. A lab of which nothing leads there has none to compile. */
async function compile({ organiser, lab, place }: Stage): Promise<void> {
  const api = await organiser.ready()
  const id = place.commandId()
  await patiently(() => api.send(lab, { id, type: 'compileCanvas' })).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.code !== 'nothing_to_do') throw error
  })
}

/** True where everything that was sent was acknowledged, and stored once. */
export const isWhole = ({ summary: { sent, acknowledged, stored, duplicates }, problems }: Rehearsed): boolean =>
  acknowledged === sent && stored === sent && duplicates === 0 && problems.length === 0
