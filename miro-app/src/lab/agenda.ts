import type { Items, MeetingItem } from '@telaio/shared/view'

/** The meeting that the panel begins with: the open one, else the next planned, else the last. */
export function meetingNow(meetings: Items['meetings']): MeetingItem | null {
  const all = meetingsInOrder(meetings)
  return all.find(({ status }) => status === 'open') ?? all.find(({ status }) => status === 'planned') ?? all.at(-1) ?? null
}

export const meetingsInOrder = (meetings: Items['meetings']): MeetingItem[] => Object.values(meetings).sort((a, b) => a.number - b.number)
