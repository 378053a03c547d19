import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import type { Api } from '@telaio/shared/client'
import type { SandboxMiro } from './miro.ts'
import { TELAIO } from './product.ts'

export interface WrittenNote {
  readonly text: string
  readonly zone: string
  readonly group: string
}

/** Every text that somebody wrote is once in the log, and once on the board, where a harvest finds it in its own zone. */
export async function everyNoteOnce({
  api,
  lab,
  miro,
  board,
  written,
}: {
  readonly api: Api
  readonly lab: string
  readonly miro: SandboxMiro
  readonly board: string
  readonly written: readonly WrittenNote[]
}): Promise<void> {
  const expected = written.map(({ group, zone, text }) => `m1/${group}/${zone} ${text}`).toSorted()
  const { items } = await api.view(lab)
  const inLog = Object.values(items.notes)
    .filter(({ hidden }) => hidden !== true)
    .map(({ meeting, group, zone, answer }) => `m${meeting}/${group}/${zone} ${'text' in answer ? answer.text : ''}`)
  expect(inLog.toSorted()).toEqual(expected)
  const zones = Object.entries(items.spots).map(([key, { item }]) => ({ key, item }))
  await expect.poll(async () => (await onBoard(miro, board, zones)).toSorted(), { timeout: 60_000 }).toEqual(expected)
}

/** `zone text` of each sticky note, as `telaio harvest` finds them. */
async function onBoard(miro: SandboxMiro, board: string, zones: readonly { key: string; item: string }[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'telaio-harvest-'))
  try {
    const dump = await miro.dump(board)
    const [items, placement] = [join(folder, 'items.json'), join(folder, 'placement.json')]
    await writeFile(items, JSON.stringify(dump))
    await writeFile(placement, JSON.stringify({ zones, furniture: [], written: [] }))
    const { stdout } = await promisify(execFile)(process.execPath, [TELAIO, 'harvest', '--items', items, '--placement', placement], {
      maxBuffer: 50_000_000,
    })
    const notes = new Set(dump.filter(({ type }) => type === 'sticky_note').map(({ id }) => id))
    const { contributions, strays } = JSON.parse(stdout) as {
      contributions: { item: string; zone: string; text: string }[]
      strays: { item: string; text: string }[]
    }
    return [...contributions, ...strays.map((stray) => ({ ...stray, zone: 'nowhere' }))]
      .filter(({ item }) => notes.has(item))
      .map(({ zone, text }) => `${zone} ${text}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
