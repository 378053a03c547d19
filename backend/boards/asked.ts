import { isDescribed, undescribed } from '../src/miro/testing/described-requests.ts'

export type Asked = Parameters<typeof undescribed>[0][number]

/** What a request costs at Miro (facts: §3): an item read by its id, a page or a write, a deletion. */
function creditsOf({ method, path, body }: Asked): number {
  if (method === 'DELETE') return 500
  if (path.endsWith('/items/bulk')) return 100 * (Array.isArray(body) ? body.length : 1)
  return method === 'GET' && !path.endsWith('/items') ? 50 : 100
}

const ofBoards = (asked: readonly Asked[]): Asked[] => asked.filter(({ path }) => path.startsWith('/v2/'))

export function requestNumbers(asked: readonly Asked[]) {
  const all = ofBoards(asked)
  const first = all[0]?.at ?? 0
  const minutes = new Map<number, number>()
  for (const one of all) {
    const minute = Math.floor((one.at - first) / 60_000)
    minutes.set(minute, (minutes.get(minute) ?? 0) + creditsOf(one))
  }
  const writes = (method: string): number => all.filter((one) => one.method === method).length
  return {
    requests: all.length,
    reads: writes('GET'),
    creations: writes('POST'),
    changes: writes('PATCH'),
    deletions: writes('DELETE'),
    answered429: all.filter(({ status }) => status === 429).length,
    credits: all.filter(({ status }) => status !== 429).reduce((sum, one) => sum + creditsOf(one), 0),
    mostCreditsInAMinute: Math.max(0, ...minutes.values()),
  }
}

/** Requests that Miro's description does not have, and answers that nobody meant to get. */
export function requestFaults(asked: readonly Asked[]): string[] {
  const all = ofBoards(asked)
  const refused = all.filter(({ status }) => status !== null && status >= 400 && status !== 429)
  return [
    ...refused.map(({ method, path, status, answer }) => `${method} ${path} was answered ${status}: ${JSON.stringify(answer)}`),
    ...(isDescribed ? undescribed(all) : []),
  ]
}
