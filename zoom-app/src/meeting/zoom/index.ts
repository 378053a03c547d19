import zoomSdk from '@zoom/appssdk'
import type { Meeting } from '../meeting.ts'
import type { Sdk } from './sdk.ts'
import { openZoomMeeting, type ZoomOptions } from './zoom-meeting.ts'

/**
 * The one place that touches the vendor's object; the assignment holds the compiler to our picture of it.
 * `showNotification` is typed with the browser's own `NotificationOptions`, by mistake: the client wants type, title and message (facts/zoom.md §1.3).
 */
const sdk: Sdk = zoomSdk as Omit<typeof zoomSdk, 'showNotification'> & Pick<Sdk, 'showNotification'>

/** Zoom's config is good for two hours (facts/zoom.md §1.1); asked again a little before. */
const AGAIN_MS = 110 * 60_000

/** The Zoom meeting around this page. Rejects where there is none. */
export async function findZoomMeeting(options: ZoomOptions): Promise<Meeting> {
  const meeting = await openZoomMeeting(sdk, options)
  if (meeting.inside === 'meeting') setInterval(() => void meeting.refresh().catch(() => undefined), AGAIN_MS)
  return meeting
}
