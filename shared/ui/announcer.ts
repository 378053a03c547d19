import { type ReadonlySignal, signal } from '@preact/signals'

/** A region that changes sooner than a screen reader looks at it loses what it said before. */
const HELD_MS = 700

/** The one voice of a page: what its live region holds now. */
export interface AnnouncerVoice {
  readonly announced: ReadonlySignal<string>
  /** Says it once, after what is being said; the same words again are said again. */
  readonly announce: (text: string) => void
}

/** Says one thing after the other: of two that come at once, none is lost. `wait`: resolves after so many ms. */
export function createAnnouncer(wait: (ms: number) => Promise<unknown>): AnnouncerVoice {
  const announced = signal('')
  const next: string[] = []
  let isHeld = false
  const speak = async (): Promise<void> => {
    isHeld = true
    for (let text = next.shift(); text !== undefined; text = next.shift()) {
      // a live region reads what differs from before
      announced.value = announced.value === text ? `${text}\u00a0` : text
      await wait(HELD_MS)
    }
    isHeld = false
  }
  return {
    announced,
    announce: (text) => {
      if (!next.includes(text)) next.push(text)
      if (!isHeld) void speak()
    },
  }
}
