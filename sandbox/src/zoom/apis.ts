/** Who may use what (facts/zoom.md §1.4, extracted from the SDK's doc comments). */
interface Api {
  readonly for: 'hosts' | 'everyone'
  readonly guest: boolean
  readonly phones: 'all' | 'none' | 'android'
}

const api = (who: Api['for'], guest: 'guest' | 'no-guest', phones: Api['phones'] = 'all'): Api => ({
  for: who,
  guest: guest === 'guest',
  phones,
})

export const methods = {
  getSupportedJsApis: api('everyone', 'guest'),
  getRunningContext: api('everyone', 'guest'),
  getMeetingContext: api('hosts', 'no-guest'),
  getMeetingUUID: api('everyone', 'guest'),
  getUserContext: api('everyone', 'guest'),
  getMeetingParticipants: api('hosts', 'no-guest'),
  getAppContext: api('everyone', 'guest'),
  createBreakoutRooms: api('hosts', 'no-guest', 'none'),
  configureBreakoutRooms: api('hosts', 'no-guest', 'none'),
  openBreakoutRooms: api('hosts', 'no-guest', 'none'),
  closeBreakoutRooms: api('hosts', 'no-guest'),
  getBreakoutRoomList: api('everyone', 'guest'),
  addBreakoutRoom: api('hosts', 'no-guest', 'none'),
  deleteBreakoutRoom: api('hosts', 'no-guest', 'none'),
  renameBreakoutRoom: api('hosts', 'no-guest', 'none'),
  assignParticipantToBreakoutRoom: api('hosts', 'no-guest', 'none'),
  changeBreakoutRoom: api('everyone', 'guest', 'android'),
  showNotification: api('everyone', 'guest'),
  openUrl: api('everyone', 'guest'),
  sendAppInvitation: api('hosts', 'no-guest'),
  sendAppInvitationToAllParticipants: api('everyone', 'no-guest'),
  showAppInvitationDialog: api('everyone', 'no-guest'),
  expandApp: api('everyone', 'guest', 'none'),
} satisfies Record<string, Api>

export const events = {
  onBreakoutRoomChange: api('everyone', 'guest'),
  onMeetingConfigChanged: api('everyone', 'guest'),
  onParticipantChange: api('hosts', 'no-guest'),
  onMyUserContextChange: api('hosts', 'guest'),
  onRunningContextChange: api('everyone', 'no-guest', 'none'),
} satisfies Record<string, Api>

export type MethodName = keyof typeof methods
export type EventName = keyof typeof events

export const isMethod = (name: string): name is MethodName => Object.hasOwn(methods, name)
const isEvent = (name: string): name is EventName => Object.hasOwn(events, name)

export const apiNamed = (name: string): Api | undefined => (isMethod(name) ? methods[name] : isEvent(name) ? events[name] : undefined)

/** Whether this kind of client has the method at all. */
export function onClient(name: string, client: 'desktop' | 'ios' | 'android'): boolean {
  const found = apiNamed(name)
  if (!found) return false
  if (client === 'desktop' || found.phones === 'all') return true
  return found.phones === 'android' && client === 'android'
}
