import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { openEventStream } from '../http/event-stream.ts'
import { problem, readBody } from '../http/problem.ts'
import { callByApp, callByHand } from './bridge.ts'
import type { Clock } from './clock.ts'
import type { LiveMeeting } from './live-meeting.ts'
import { addressesFor, type Rooted, stateFor } from './meeting-routes.ts'
import { inviteEveryoneHere } from './invitations.ts'
import { answerOffer } from './opening.ts'
import { leave, setRole, setRunningContext } from './people.ts'
import { SetQuirks } from './quirks.ts'
import type { Outcome } from './refusals.ts'
import { AppCall, AttendeeChange, ByHandRequest, FeedQuery, InjectedEvent, MeetingNumber } from './requests.ts'
import { missedSince, send } from './sessions.ts'
import { type Attendee, isHosting, quirksOf } from './state.ts'
import type { CallAnswer, FeedState } from './wire.ts'

interface Here {
  readonly live: LiveMeeting
  readonly me: Attendee
}

/** /zoom/api/meetings/:number/attendees/:key: one person's client. */
export function createAttendeeRoutes(root: Rooted, clock: Clock): Router {
  const router = Router({ mergeParams: true })

  const here = (req: Request, res: Response): Here | null => {
    const { number, key } = z.object({ number: MeetingNumber, key: z.string() }).parse(req.params)
    const live = root.meetings.at(number)
    const me = live.meeting.attendees.get(key)
    if (me?.present) return { live, me }
    problem(res, 404, 'not_in_the_meeting', 'Nobody of this key is in the meeting now.', 'key')
    return null
  }

  router.get('/:key/feed', (req, res) => {
    const found = here(req, res)
    const query = readBody(FeedQuery, req.query, res)
    if (!found || !query) return
    const { live, me } = found
    const session = live.sessions(me.key).open(query.session, me.room)
    const stream = openEventStream(req, res, () => {
      stop()
      if (session.listener !== listener) return
      session.listener = null
      live.run(() => undefined)
    })
    const tell = () => {
      const state: FeedState = {
        me: me.key,
        appUrl: addressesFor(root, req.headers.host).panel(root.meetings.label(me.key)),
        meeting: stateFor(root, live, req.headers.host),
      }
      stream.send('state', state)
    }
    const listener: typeof session.listener = (frame) => stream.send(frame.event, frame.data, frame.id)
    session.listener = listener
    const stop = live.watch(tell)
    for (const frame of missedSince(session, Number(req.headers['last-event-id'] ?? query.after))) listener(frame)
    live.run(() => undefined)
  })

  router.post('/:key/calls', (req, res) => {
    const found = here(req, res)
    const body = found && readBody(AppCall, req.body, res)
    if (!found || !body) return
    const { live, me } = found
    const { jsCallId, apiName, data } = body.call
    const session = live.sessions(me.key).open(body.session, me.room)
    const { answerDelayMs } = quirksOf(live.meeting, me)
    const outcome = live.run(() => callByApp(live.call(me, session), apiName, data))
    const reply = () => {
      if (outcome) res.json(answerTo(jsCallId, outcome))
      else res.status(204).end()
    }
    if (answerDelayMs === 0) reply()
    else clock.after(answerDelayMs, reply)
  })

  router.post('/:key/by-hand', (req, res) => {
    const found = here(req, res)
    const body = found && readBody(ByHandRequest, req.body, res)
    if (!found || !body) return
    const refused = byHand(found, body)
    if (refused) problem(res, 409, refused.code, refused.message)
    else res.status(204).end()
  })

  router.post('/:key/events', (req, res) => {
    const found = here(req, res)
    const body = found && readBody(InjectedEvent, req.body, res)
    if (!found || !body) return
    const apps = found.live
      .sessions(found.me.key)
      .all()
      .filter((session) => session.granted?.has(body.name))
    for (const session of apps) send(session, 'app', body)
    res.json({ apps: apps.length })
  })

  router.put('/:key/quirks', (req, res) => {
    const found = here(req, res)
    const set = found && readBody(SetQuirks, req.body, res)
    if (!found || !set) return
    found.live.run(() => {
      found.me.quirks = set
      found.me.failed.clear()
    })
    res.json(quirksOf(found.live.meeting, found.me))
  })

  router.patch('/:key', (req, res) => {
    const found = here(req, res)
    const body = found && readBody(AttendeeChange, req.body, res)
    if (!found || !body) return
    const { live, me } = found
    const { role, runningContext } = body
    if (role && live.run((act) => setRole(act, me, role)) === 'guest')
      return problem(res, 409, 'guest', 'A guest is not signed in: no role can be given.', 'role')
    if (runningContext) live.run((act) => setRunningContext(act, me, runningContext))
    res.json(stateFor(root, live, req.headers.host).attendees.find((one) => one.key === me.key))
  })

  router.delete('/:key', (req, res) => {
    const found = here(req, res)
    if (!found) return
    found.live.run((act) => leave(act, found.me, 'left'))
    res.status(204).end()
  })

  return router
}

const answerTo = (jsCallId: string, outcome: Outcome): CallAnswer =>
  outcome.ok ? { jsCallId, result: outcome.result } : { jsCallId, errorCode: outcome.code, errorMessage: outcome.message }

type Refused = { readonly code: string; readonly message: string }

/** A press on the client's own buttons; what Zoom would refuse comes back with its code. */
function byHand({ live, me }: Here, body: z.infer<typeof ByHandRequest>): Refused | null {
  return live.run((act) => {
    if (body.do === 'call') {
      const outcome = callByHand(live.call(me, null), body.api, body.data)
      return outcome.ok ? null : outcome
    }
    if (body.do === 'accept' || body.do === 'decline')
      return answerOffer(act, me, body.do === 'accept') ? null : { code: 'no_offer', message: 'Nothing waits for an answer.' }
    if (body.do === 'invite') {
      inviteEveryoneHere(act, me)
      return null
    }
    const other = act.meeting.attendees.get(body.key)
    if (!isHosting(me) || !other?.present) return { code: '10061', message: 'Only the host can perform this action' }
    if (body.do === 'remove') leave(act, other, 'removed')
    else if (setRole(act, other, body.role) === 'guest')
      return { code: 'guest', message: 'A guest is not signed in: no role can be given.' }
    return null
  })
}
