import * as z from 'zod'
import type { Call } from './call.ts'
import { type Outcome, refuse, success } from './refusals.ts'

/** Methods by which the app moves the client itself, on its own person's screen. */

const Notification = z.object({ type: z.enum(['info', 'warning', 'error']), title: z.string(), message: z.string() })

export function showNotification({ showHere }: Call, data: unknown): Outcome {
  const read = Notification.safeParse(data)
  if (!read.success) return refuse('10001')
  showHere({ show: 'notification', ...read.data })
  return success
}

export function openUrl({ showHere }: Call, data: unknown): Outcome {
  const read = z.object({ url: z.url({ protocol: /^https?$/ }) }).safeParse(data)
  if (!read.success) return refuse('10001')
  showHere({ show: 'url', url: read.data.url })
  return success
}

export function expandApp({ showHere }: Call, data: unknown): Outcome {
  const read = z.object({ action: z.enum(['expand', 'collapse']) }).safeParse(data)
  if (!read.success) return refuse('10001')
  showHere({ show: 'panel', size: read.data.action })
  return success
}
