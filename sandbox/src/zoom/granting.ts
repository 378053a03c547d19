import * as z from 'zod'
import { apiNamed, events, isMethod, methods, onClient } from './apis.ts'
import type { Call } from './call.ts'
import { answer, type Outcome, refuse, type Refused } from './refusals.ts'
import { isHosting } from './state.ts'

const ConfigRequest = z.object({
  js_api_lists: z.array(z.string()),
  size: z.object({ width: z.number(), height: z.number() }).optional(),
  version: z.string().optional(),
})

/**
 * config grants this app instance the names it asks for, methods and events alike, and nothing else.
 * Asked again, it replaces the list: after a promotion it is how host-only names are gained (§1.1).
 */
export function config(call: Call, data: unknown): Outcome {
  const { me, quirks, session } = call
  const read = ConfigRequest.safeParse(data)
  if (!read.success || !session) return refuse('10001')
  const names = read.data.js_api_lists
  if (names.some((name) => quirks.notTicked.includes(name))) return refuse('80004')
  const forHosts = (name: string) => apiNamed(name)?.for === 'hosts' && !isHosting(me)
  if (quirks.configRejectsHostOnly && names.some(forHosts)) return refuse('80012')
  const usable = new Set(usableBy(call))
  session.granted = new Set(names.filter((name) => usable.has(name)))
  return answer({
    runningContext: me.runningContext,
    unsupportedApis: names.filter((name) => !usable.has(name)),
    clientVersion: quirks.clientVersion,
    browserVersion: quirks.client === 'desktop' ? 'webview2/131.0.2903.86' : 'applewebkit/605.1.15',
    auth: { status: me.guest ? 'unauthorized' : 'authorized', upgradable: me.guest },
    userAgent: 'Mozilla/5.0 ZoomWebKit/537.36 (KHTML, like Gecko) ZoomApps/1.0',
    launchContext: { origin: 'App Launcher', openBy: 'user' },
    product: quirks.client === 'desktop' ? 'desktop' : 'mobile',
  })
}

/** What this person's client would let an app use now. */
export function usableBy({ me, quirks }: Call): string[] {
  return [...Object.keys(methods), ...Object.keys(events)].filter((name) => {
    const api = apiNamed(name)
    return api !== undefined && onClient(name, quirks.client) && (api.for === 'everyone' || isHosting(me)) && (api.guest || !me.guest)
  })
}

/** Why a call by this app instance is refused before it is looked at, or null. */
export function refusalOf({ me, quirks, session }: Call, name: string): Refused | null {
  const api = isMethod(name) ? methods[name] : undefined
  if (!session?.granted?.has(name) || !api) return refuse('80004')
  // getMeetingContext answers guests as it answers the wrong role (§5.13); the others have a number of their own.
  if (me.guest && !api.guest) return refuse(name === 'getMeetingContext' ? '80012' : '10284')
  if (api.for === 'hosts' && !isHosting(me)) return refuse(quirks.wrongRoleCode)
  return null
}
