/** Two signals as one, until it is let go of. */
export interface Either {
  readonly signal: AbortSignal
  /** The two are listened to no more: they may outlive many of these. */
  readonly release: () => void
}

/** Aborts with the first of the two. `AbortSignal.any` came with Safari 17.4; panels run on 16. */
export function either(first: AbortSignal, second: AbortSignal): Either {
  const both = new AbortController()
  const end = (): void => {
    both.abort()
    release()
  }
  const release = (): void => {
    for (const signal of [first, second]) signal.removeEventListener('abort', end)
  }
  for (const signal of [first, second]) signal.addEventListener('abort', end)
  if (first.aborted || second.aborted) end()
  return { signal: both.signal, release }
}

/** Waits until the first of two signals, or as long as `work` takes. */
export async function untilEither(first: AbortSignal, second: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const { signal, release } = either(first, second)
  try {
    await work(signal)
  } finally {
    release()
  }
}
