import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { readAt } from '@telaio/shared/api'
import { type LabClient, openLab, pause } from '@telaio/shared/client'
import { COLLECTIONS, type Items } from '@telaio/shared/view'
import { type Client, patiently } from './client.ts'

/** How long a feed may take to bring what is in a fresh view already. */
const PATIENCE_MS = 15_000
const LOOK_MS = 10

/** Somebody whose feed is followed for a while. */
export interface Watcher {
  readonly client: Client
  readonly name: string
  readonly feed: LabClient
}

/** Opens the feeds of a few viewers. Each begins with its whole view. */
export async function openWatchers(lab: string, viewers: readonly (readonly [name: string, client: Client])[]): Promise<Watcher[]> {
  const watchers: Watcher[] = []
  for (const [name, client] of viewers) {
    const api = await client.ready()
    watchers.push({ name, client, feed: openLab(api, lab, (_attempt, signal) => pause(50, signal)) })
  }
  return watchers
}

/** Keeps the tokens of the watchers good for `ms` more, so that a feed whose time is up comes back. */
export async function renewWatchers(watchers: readonly Watcher[], ms: number): Promise<void> {
  for (const { client } of watchers) await client.ready(ms)
}

/** What a view followed by its feed does not have as a fresh one has; an empty list where all is alike. Ends the feeds. */
export async function compareWatchers(lab: string, watchers: readonly Watcher[]): Promise<string[]> {
  const faults: string[] = []
  for (const watcher of watchers) {
    const fault = await compare(lab, watcher)
    if (fault !== null) faults.push(`the feed of ${watcher.name}: ${fault}`)
    watcher.feed.stop()
  }
  await Promise.all(watchers.map(({ feed }) => feed.done))
  return faults
}

async function compare(lab: string, { client, feed }: Watcher): Promise<string | null> {
  const api = await client.ready()
  const fresh = await patiently(() => api.view(lab))
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const { at, items, line } = feed.state()
    if (line === 'out') return 'it was sent away'
    if (at === fresh.at) return differing(items, fresh.items)
    if ((readAt(at)?.seq ?? 0) > fresh.seq) return `is at ${at}, ahead of a view at ${fresh.at}`
    await wait(LOOK_MS)
  }
  return `stayed at ${feed.state().at || 'nothing'} while a view is at ${fresh.at}`
}

function differing(followed: Items, fresh: Items): string | null {
  for (const collection of COLLECTIONS) {
    const a = followed[collection] as Readonly<Record<string, unknown>>
    const b = fresh[collection] as Readonly<Record<string, unknown>>
    for (const id of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (!isDeepStrictEqual(a[id], b[id])) return `${collection} ${id} differs from a fresh view`
  }
  return null
}
