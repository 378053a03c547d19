import { createLiveMeeting, type LiveMeeting, type Zoom } from './live-meeting.ts'
import { present } from './state.ts'

/** All the meetings of this machine, by the number in their link. */
export interface Meetings {
  readonly at: (number: string) => LiveMeeting
  readonly running: () => readonly LiveMeeting[]
  /**
   * The host name of a person's pages, p1, p2, …: each has its own six connections and its own storage,
   * in the sandbox and, under the same label, in the product.
   */
  readonly label: (personKey: string) => string
}

export function createMeetings(zoom: Zoom): Meetings {
  const byNumber = new Map<string, LiveMeeting>()
  const labels = new Map<string, string>()
  return {
    at(number) {
      const known = byNumber.get(number)
      if (known) return known
      const made = createLiveMeeting(number, zoom)
      byNumber.set(number, made)
      return made
    },
    running: () => [...byNumber.values()].filter(({ meeting }) => present(meeting).length > 0),
    label(personKey) {
      const known = labels.get(personKey)
      if (known !== undefined) return known
      const made = `p${labels.size + 1}`
      labels.set(personKey, made)
      return made
    },
  }
}
