import type { Apis } from '@zoom/appssdk'

/** Names of the SDK, as its types know them: a misspelt one does not compile. */
export type Name = Apis

/**
 * What we use of `@zoom/appssdk`, in the shape that it has; answers are unknown until they are read (`answers.ts`).
 * `index.ts` holds the compiler to it: the real SDK must fit.
 */
export interface Sdk {
  config(options: { capabilities: Name[]; version: '0.16'; timeout: number }): Promise<unknown>
  getSupportedJsApis(): Promise<unknown>
  getAppContext(): Promise<unknown>
  getUserContext(): Promise<unknown>
  getMeetingUUID(): Promise<unknown>
  getMeetingContext(): Promise<unknown>
  getBreakoutRoomList(): Promise<unknown>
  createBreakoutRooms(options: { numberOfRooms: number; assign: 'manually'; names: string[] }): Promise<unknown>
  addBreakoutRoom(options: { name: string }): Promise<unknown>
  assignParticipantToBreakoutRoom(options: { uuid?: string; participantUUID: string }): Promise<unknown>
  configureBreakoutRooms(options: {
    allowParticipantsChooseRoom: boolean
    allowParticipantsReturnToMainSession: boolean
    automaticallyMoveParticipantsIntoRooms: boolean
    automaticallyMoveParticipantsIntoMainRoom: boolean
    closeAfter: number
    countDown: number
  }): Promise<unknown>
  openBreakoutRooms(): Promise<unknown>
  closeBreakoutRooms(): Promise<unknown>
  changeBreakoutRoom(options: { action: 'join'; uuid: string } | { action: 'joinAssigned' }): Promise<unknown>
  openUrl(options: { url: string }): Promise<unknown>
  showNotification(options: { type: 'info'; title: string; message: string }): Promise<unknown>
  addEventListener(event: SdkEvent, handler: (data: unknown) => void): void
}

export type SdkEvent = 'onBreakoutRoomChange' | 'onMeetingConfigChanged' | 'onMyUserContextChange'

/** Without these the panel can do nothing in Zoom; tried alone where a client refuses the longer list. */
export const CORE: readonly Name[] = ['getAppContext', 'getMeetingUUID', 'getUserContext', 'getSupportedJsApis']

/** For everybody. A name for hosts only in this list would have config rejected whole for an attendee (facts/zoom.md §1.4). */
export const BASE: readonly Name[] = [
  ...CORE,
  'getRunningContext',
  'getBreakoutRoomList',
  'changeBreakoutRoom',
  'showNotification',
  'openUrl',
  'onBreakoutRoomChange',
  'onMeetingConfigChanged',
]

/** Added once the role is known to be host or co-host. */
export const FOR_HOSTS: readonly Name[] = [
  'getMeetingContext',
  'createBreakoutRooms',
  'addBreakoutRoom',
  'assignParticipantToBreakoutRoom',
  'configureBreakoutRooms',
  'openBreakoutRooms',
  'closeBreakoutRooms',
  'onMyUserContextChange',
]

/** What driving rooms takes: where one is missing (phones, older clients) the panel does not pretend. */
export const FOR_ROOMS: readonly Name[] = [
  'createBreakoutRooms',
  'assignParticipantToBreakoutRoom',
  'configureBreakoutRooms',
  'openBreakoutRooms',
  'closeBreakoutRooms',
  'getBreakoutRoomList',
]
