import * as answers from './answers.ts'
import { isMethod, type MethodName } from './apis.ts'
import type { Call } from './call.ts'
import { config, refusalOf } from './granting.ts'
import * as invitations from './invitations.ts'
import * as opening from './opening.ts'
import { type Outcome, refuse } from './refusals.ts'
import * as rooms from './rooms.ts'
import * as screen from './screen.ts'
import type { Attendee, Meeting } from './state.ts'

const handlers: Record<MethodName, (call: Call, data: unknown) => Outcome> = {
  getSupportedJsApis: answers.getSupportedJsApis,
  getRunningContext: answers.getRunningContext,
  getMeetingContext: answers.getMeetingContext,
  getMeetingUUID: answers.getMeetingUUID,
  getUserContext: answers.getUserContext,
  getMeetingParticipants: answers.getMeetingParticipants,
  getAppContext: answers.getAppContext,
  createBreakoutRooms: rooms.createBreakoutRooms,
  configureBreakoutRooms: rooms.configureBreakoutRooms,
  addBreakoutRoom: rooms.addBreakoutRoom,
  deleteBreakoutRoom: rooms.deleteBreakoutRoom,
  renameBreakoutRoom: rooms.renameBreakoutRoom,
  getBreakoutRoomList: rooms.getBreakoutRoomList,
  openBreakoutRooms: opening.openBreakoutRooms,
  closeBreakoutRooms: opening.closeBreakoutRooms,
  assignParticipantToBreakoutRoom: opening.assignParticipantToBreakoutRoom,
  changeBreakoutRoom: opening.changeBreakoutRoom,
  showNotification: screen.showNotification,
  openUrl: screen.openUrl,
  expandApp: screen.expandApp,
  sendAppInvitation: invitations.sendAppInvitation,
  sendAppInvitationToAllParticipants: invitations.sendAppInvitationToAllParticipants,
  showAppInvitationDialog: invitations.showAppInvitationDialog,
}

/** An app's call: faults set by hand first, then what Zoom itself would refuse, then the method. Null: no answer, for ever. */
export function callByApp(call: Call, name: string, data: unknown): Outcome | null {
  const { quirks } = call
  if (quirks.unanswered.includes(name) || quirks.unanswered.includes('*')) return null
  const failed = nextFailure(call, name)
  if (failed) return failed
  if (name === 'config') return config(call, data)
  const refused = refusalOf(call, name)
  if (refused) return refused
  return isMethod(name) ? handlers[name](call, data) : refuse('80004')
}

/** The client's own button: the same method without config, which only apps need. Roles hold. */
export function callByHand(call: Call, name: string, data: unknown): Outcome {
  if (!isMethod(name)) return refuse('10001')
  const asApp: Call = { ...call, session: { id: '', granted: new Set([name]), openedIn: null, listener: null, kept: [], lastFrame: 0 } }
  return refusalOf(asApp, name) ?? handlers[name](call, data)
}

/** A failure set for one attendee is counted for them; one set for the meeting is counted across it. */
function nextFailure({ act, me }: Call, name: string): Outcome | null {
  return failureFrom(me, name) ?? failureFrom(act.meeting, name)
}

function failureFrom(whose: Attendee | Meeting, name: string): Outcome | null {
  for (const { api, code, message, times } of whose.quirks.failing ?? []) {
    const key = `${api} ${code}`
    const already = whose.failed.get(key) ?? 0
    if (api !== name || already >= times) continue
    whose.failed.set(key, already + 1)
    return { ok: false, code, message }
  }
  return null
}
