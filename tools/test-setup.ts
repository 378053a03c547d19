import { afterEach, beforeEach, vi } from 'vitest'

// Noise fails: an error on the console that no test expects is a fault that nobody looks at.
beforeEach(() => {
  for (const method of ['error', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => {
      throw new Error(`unexpected console.${method}: ${words.map(String).join(' ')}`)
    })
})
afterEach(() => {
  vi.restoreAllMocks()
})
