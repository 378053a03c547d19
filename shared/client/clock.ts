/** Offset of the server's clock from ours, in ms: what to add to our time to have its. `roundTrip` says how far it may be off. */
export interface ClockOffset {
  readonly ms: number
  readonly roundTrip: number
}

/**
 * Measures the offset as the best of five round trips: the shortest one leaves the least room for a line that is slower one way than the other
 * (the error is at most half of it). Trips that found nobody are left out; throws where all did.
 */
export async function measureOffset(
  askTime: () => Promise<{ now: string }>,
  now: () => number = Date.now,
  trips = 5,
): Promise<ClockOffset> {
  let best: ClockOffset | null = null
  let failure: unknown = new Error('the server’s time was not asked')
  for (let i = 0; i < trips; i++) {
    const sent = now()
    try {
      const answer = await askTime()
      const roundTrip = now() - sent
      // a clock that was set back on the way measures nothing
      if (roundTrip >= 0 && (!best || roundTrip < best.roundTrip)) best = { ms: Date.parse(answer.now) - (sent + roundTrip / 2), roundTrip }
    } catch (error) {
      failure = error
    }
  }
  if (!best) throw failure
  return best
}
