/** Aborts with the first of the two. `AbortSignal.any` came with Safari 17.4; panels run on 16. */
export function either(first: AbortSignal, second: AbortSignal): AbortSignal {
  const both = new AbortController()
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort()
    signal.addEventListener('abort', () => both.abort(), { once: true, signal: both.signal })
  }
  return both.signal
}
