import { Router } from 'express'
import { openEventStream } from '../http/event-stream.ts'
import { problem, readBody } from '../http/problem.ts'
import { hostOf, withinOf } from '../http/local-only.ts'
import { createAddresses } from './addresses.ts'
import { keyFromName } from './ids.ts'
import type { LiveMeeting } from './live-meeting.ts'
import type { Meetings } from './meetings.ts'
import { endMeeting, freeKey, join } from './people.ts'
import { quirksOf } from './state.ts'
import { SetQuirks } from './quirks.ts'
import { JoinRequest, MeetingNumber } from './requests.ts'
import { snapshot } from './snapshot.ts'
import type { MeetingState } from './wire.ts'

export interface Rooted {
  readonly meetings: Meetings
  readonly publicUrl: string
}

/** Full addresses carry the port that the browser used, so that the sandbox can stand on any. */
export function addressesFor({ publicUrl }: Pick<Rooted, 'publicUrl'>, host: string | undefined) {
  const { hostname, port } = hostOf(host)
  return createAddresses(publicUrl, port, withinOf(hostname))
}

export function stateFor(root: Rooted, live: LiveMeeting, host: string | undefined): MeetingState {
  const { pages } = addressesFor(root, host)
  return snapshot(live, (key) => `${pages(root.meetings.label(key))}/zoom/${live.meeting.number}/${key}`)
}

/** /zoom/api/meetings: what tests and pages ask about a meeting as a whole. */
export function createMeetingRoutes(root: Rooted): Router {
  const { meetings } = root
  const router = Router()

  router.param('number', (_req, res, next, number) => {
    if (MeetingNumber.safeParse(number).success) next()
    else problem(res, 404, 'no_such_meeting', 'A Zoom meeting number has 9 to 11 digits.', 'number')
  })

  router.get('/', (req, res) => {
    res.json({ meetings: meetings.running().map((live) => stateFor(root, live, req.headers.host)) })
  })

  router.get('/:number', (req, res) => {
    res.json(stateFor(root, meetings.at(req.params.number), req.headers.host))
  })

  router.get('/:number/feed', (req, res) => {
    const live = meetings.at(req.params.number)
    const stream = openEventStream(req, res, () => stop())
    const tell = () => stream.send('state', stateFor(root, live, req.headers.host))
    const stop = live.watch(tell)
    tell()
  })

  router.post('/:number/attendees', (req, res) => {
    const body = readBody(JoinRequest, req.body, res)
    if (!body) return
    const live = meetings.at(req.params.number)
    const guest = body.role === 'guest'
    const key = body.key ?? freeKey(live.meeting, keyFromName(body.name))
    const joined = live.run((act) => join(act, { key, name: body.name, role: body.role === 'guest' ? 'attendee' : body.role, guest }))
    if (!joined.ok)
      return problem(res, 409, joined.code, 'This meeting has a host already: come in as co-host, or hand the role over.', 'role')
    const state = stateFor(root, live, req.headers.host).attendees.find((one) => one.key === key)
    res.status(joined.fresh ? 201 : 200).json({ key, url: state?.url, participantUUID: joined.attendee.participantUUID })
  })

  router.get('/:number/quirks', (req, res) => {
    res.json(quirksOf(meetings.at(req.params.number).meeting))
  })

  router.put('/:number/quirks', (req, res) => {
    const set = readBody(SetQuirks, req.body, res)
    if (!set) return
    const live = meetings.at(req.params.number)
    live.run(({ meeting }) => {
      meeting.quirks = set
      meeting.failed.clear()
    })
    res.json(quirksOf(live.meeting))
  })

  router.post('/:number/end', (req, res) => {
    const live = meetings.at(req.params.number)
    live.run(endMeeting)
    res.json(stateFor(root, live, req.headers.host))
  })

  return router
}
