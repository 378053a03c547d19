import type * as z from 'zod/mini'
import { type Meeting, type MeetingChange, MeetingRefusal, type MeetingRole, type RoomControls } from '../meeting.ts'
import {
  AppContext,
  BreakoutRooms,
  ConfigAnswer,
  isInMeeting,
  MeetingContext,
  MeetingUuid,
  RoomChange,
  roleOf,
  roomListOf,
  SupportedApis,
  UserContext,
} from './answers.ts'
import { asRefusal } from './refusals.ts'
import { BASE, CORE, FOR_HOSTS, FOR_ROOMS, type Name, type Sdk } from './sdk.ts'

export interface ZoomOptions {
  /** How long the first answer may take before the page is taken for a plain one, in ms. */
  readonly patience?: number
  /** Calls the listener when the panel gets attention again: a promotion is told to nobody, so the role is read anew. */
  readonly onAttention?: (listener: () => void) => void
}

/** How long later calls may take: the client may be busy with a room. */
const CALL_MS = 12_000

/** Reads an answer by its schema. What does not fit is a refusal, never half a value. */
async function ask<T extends z.ZodMiniType>(call: () => Promise<unknown>, schema: T): Promise<z.infer<T>> {
  const answer = await run(call)
  const read = schema.safeParse(answer)
  if (!read.success) throw new MeetingRefusal('failed', 'the client answered in a form that we do not know')
  return read.data
}

async function run(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Asks for names; where the client refuses the list whole, for those of them that it says it has. */
async function granted(sdk: Sdk, names: readonly Name[], timeout: number): Promise<{ names: Set<Name>; runningContext: string }> {
  const { runningContext, unsupportedApis } = await ask(
    () => sdk.config({ capabilities: [...names], version: '0.16', timeout }),
    ConfigAnswer,
  )
  return { names: new Set(names.filter((name) => !unsupportedApis.includes(name))), runningContext }
}

/**
 * A Zoom meeting through the Apps SDK. Rejects where this page is in no Zoom client.
 * The SDK object itself never leaves this function: it answers to `then`, so a promise of it would wait for ever (facts/zoom.md §2.2).
 */
export async function openZoomMeeting(sdk: Sdk, { patience = 6000, onAttention }: ZoomOptions = {}): Promise<Meeting> {
  let { names: have, runningContext } = await granted(sdk, BASE, patience).catch((error: unknown) => {
    // no client at all, or one that says no to a name of the list: then less of it
    if (asRefusal(error).code === 'no-answer' || /by this browser/i.test(String(error))) throw error
    return granted(sdk, CORE, patience)
  })

  const listeners = new Set<(change: MeetingChange) => void>()
  const tell = (change: MeetingChange): void => {
    for (const listener of listeners)
      try {
        listener(change)
      } catch (error) {
        // one listener's fault must not keep the news from the others, nor from the SDK's own list
        reportError(error)
      }
  }
  sdk.addEventListener('onBreakoutRoomChange', (event) => {
    const read = RoomChange.safeParse(event)
    tell({ kind: 'moved', into: read.success && read.data.action === 'join' ? (read.data.breakoutRoomUUID ?? null) : null })
  })
  sdk.addEventListener('onMeetingConfigChanged', () => tell({ kind: 'rooms' }))
  sdk.addEventListener('onMyUserContextChange', () => tell({ kind: 'role' }))
  onAttention?.(() => tell({ kind: 'role' }))

  const user = () => ask(() => sdk.getUserContext(), UserContext)

  /** Asks for host-only names when the role allows them, and gives them back when it no longer does. */
  async function refresh(): Promise<MeetingRole> {
    const role = roleOf((await user()).role)
    const hosting = role !== 'participant'
    const wanted = hosting ? [...BASE, ...FOR_HOSTS] : BASE
    const got = await granted(sdk, wanted, CALL_MS)
      .catch(async () => {
        const { supportedApis } = await ask(() => sdk.getSupportedJsApis(), SupportedApis)
        return granted(
          sdk,
          wanted.filter((name) => supportedApis.includes(name)),
          CALL_MS,
        ).catch(() => null)
      })
      .catch(() => null)
    have = got?.names ?? (await granted(sdk, CORE, CALL_MS)).names
    return role
  }

  const listRooms = async () => roomListOf(await ask(() => sdk.getBreakoutRoomList(), BreakoutRooms))
  const controls: RoomControls = {
    create: async (names) =>
      roomListOf(
        await ask(() => sdk.createBreakoutRooms({ numberOfRooms: names.length, assign: 'manually', names: [...names] }), BreakoutRooms),
      ),
    add: async (name) => void (await run(() => sdk.addBreakoutRoom({ name }))),
    assign: async (participant, room) =>
      void (await run(() =>
        sdk.assignParticipantToBreakoutRoom({ ...(room === null ? {} : { uuid: room }), participantUUID: participant }),
      )),
    configure: async () =>
      void (await run(() =>
        sdk.configureBreakoutRooms({
          // a latecomer's panel leads them to their room: that needs the right to choose
          allowParticipantsChooseRoom: true,
          allowParticipantsReturnToMainSession: true,
          automaticallyMoveParticipantsIntoRooms: true,
          automaticallyMoveParticipantsIntoMainRoom: true,
          // Zoom's own timer tells no app when it ends, and its countdown blocks the next rooms: the server keeps the time
          closeAfter: 0,
          countDown: 0,
        }),
      )),
    open: async () => void (await run(() => sdk.openBreakoutRooms())),
    close: async () => void (await run(() => sdk.closeBreakoutRooms())),
  }

  const meeting: Meeting = {
    kind: 'zoom',
    inside: isInMeeting(runningContext) ? 'meeting' : 'away',
    context: async () => (await ask(() => sdk.getAppContext(), AppContext)).context,
    me: async () => {
      const { participantUUID, screenName, role } = await user()
      return { participant: participantUUID || null, name: screenName, role: roleOf(role) }
    },
    place: async () => {
      const { meetingUUID, parentUUID } = await ask(() => sdk.getMeetingUUID(), MeetingUuid)
      return parentUUID && parentUUID !== meetingUUID ? { meeting: parentUUID, room: meetingUUID } : { meeting: meetingUUID, room: null }
    },
    number: async () =>
      have.has('getMeetingContext')
        ? (await ask(() => sdk.getMeetingContext(), MeetingContext)).meetingID.replace(/\D/g, '') || null
        : null,
    refresh,
    rooms: async () => {
      if (!have.has('getBreakoutRoomList')) return null
      try {
        return await listRooms()
      } catch (error) {
        if (error instanceof MeetingRefusal && (error.code === 'rooms-closed' || error.code === 'not-allowed')) return null
        throw error
      }
    },
    enterRoom: async (room) => {
      try {
        await run(() => sdk.changeBreakoutRoom({ action: 'join', uuid: room }))
      } catch (error) {
        // rooms that a host opened by hand may let nobody choose; who is assigned may still go
        if (!(error instanceof MeetingRefusal && error.code === 'not-allowed')) throw error
        await run(() => sdk.changeBreakoutRoom({ action: 'joinAssigned' }))
      }
    },
    roomControls: () => (FOR_ROOMS.every((name) => have.has(name)) ? controls : null),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    openLink: async (url) => void (await run(() => sdk.openUrl({ url }))),
    notify: async (title, message) => void (await run(() => sdk.showNotification({ type: 'info', title, message })).catch(() => undefined)),
  }
  if (meeting.inside === 'meeting') await refresh()
  return meeting
}
