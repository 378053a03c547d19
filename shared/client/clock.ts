/** Offset of the server's clock from ours, in ms: what to add to our time to have its. `roundTrip` says how far it may be off. */
export interface ClockOffset {
  readonly ms: number
  readonly roundTrip: number
}

/**
 * Measures the offset as the best of five round trips: the shortest one leaves the least room for a line that is slower one way than the other
 * (the error is at most half of it).
 */
export async function measureOffset(
  askTime: () => Promise<{ now: string }>,
  now: () => number = Date.now,
  trips = 5,
): Promise<ClockOffset> {
  let best: ClockOffset | null = null
  for (let i = 0; i < trips; i++) {
    const sent = now()
    const answer = await askTime()
    const roundTrip = now() - sent
    if (!best || roundTrip < best.roundTrip) best = { ms: Date.parse(answer.now) - (sent + roundTrip / 2), roundTrip }
  }
  return best ?? { ms: 0, roundTrip: 0 }
}
