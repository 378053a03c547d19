import { describe, expect, it, vi } from 'vitest'
import { type Meeting, MeetingRefusal, REFUSALS } from '../meeting.ts'

/** What a test can make happen around an adapter; what an adapter has no such thing of is left out. */
export interface Stage {
  readonly meeting: Meeting
  /** Puts me into the room of this name (null: the main session), and lets the client say so. */
  readonly move?: (room: string | null) => void
  /** Makes rooms behind the panel's back, and opens them. */
  readonly openRooms?: (names: readonly string[]) => void
  readonly setRole?: (role: 'host' | 'co-host' | 'participant') => void
  readonly changeHappens?: () => void
}

/** The rules of the Meeting port (SPEC.md), on any adapter. */
export function meetingContract(name: string, open: () => Promise<Stage>): void {
  describe(`Meeting port: ${name}`, () => {
    it('[MT1] a signed context is fresh at each call, or there is none', async () => {
      const { meeting } = await open()
      const [first, second] = [await meeting.context(), await meeting.context()]
      expect(first === null ? second === null : first !== second && second !== null).toBe(true)
      expect(first === null).toBe(meeting.kind === 'none')
    })

    it('[MT2] says who I am in our words', async () => {
      const me = await (await open()).meeting.me()
      expect(['host', 'co-host', 'participant']).toContain(me.role)
      expect(typeof me.name).toBe('string')
      expect(me.participant === null || me.participant !== '').toBe(true)
    })

    it('[MT3] in the main session there is no room, and the meeting stays the same in every room', async () => {
      const { meeting, move, openRooms } = await open()
      const before = await meeting.place()
      expect(before.room).toBeNull()
      if (!move || !openRooms) return
      openRooms(['Alfa', 'Beta'])
      move('Alfa')
      const inside = await meeting.place()
      expect(inside).toEqual({ meeting: before.meeting, room: expect.any(String) })
      move('Beta')
      const other = await meeting.place()
      expect(other.meeting).toBe(before.meeting)
      expect(other.room).not.toBe(inside.room)
      move(null)
      expect(await meeting.place()).toEqual(before)
    })

    it('[MT4] tells of a move, after which the place is the new one', async () => {
      const { meeting, move, openRooms } = await open()
      if (!move || !openRooms) return
      const told = vi.fn()
      meeting.onChange(told)
      openRooms(['Alfa'])
      move('Alfa')
      expect(told).toHaveBeenCalledWith(expect.objectContaining({ kind: 'moved' }))
      expect((await meeting.place()).room).not.toBeNull()
    })

    it('[MT5] rooms that are not mine to see are null, and so are people that are not mine to see', async () => {
      const { meeting, openRooms, setRole } = await open()
      setRole?.('participant')
      await meeting.refresh()
      expect(await meeting.rooms()).toBeNull()
      if (!openRooms || !setRole) return
      openRooms(['Alfa'])
      expect(await meeting.rooms()).toEqual({
        open: true,
        rooms: [{ id: expect.any(String), name: 'Alfa', people: null }],
        unassigned: null,
      })
      setRole('host')
      await meeting.refresh()
      expect(await meeting.rooms()).toMatchObject({ rooms: [{ people: [] }], unassigned: expect.any(Array) })
    })

    it('[MT6] rooms can be driven by a host and by nobody else, as the role is now', async () => {
      const { meeting, setRole } = await open()
      expect(await meeting.refresh()).toBe('participant')
      expect(meeting.roomControls()).toBeNull()
      expect(await meeting.number()).toBeNull()
      if (!setRole) return
      for (const role of ['host', 'co-host'] as const) {
        setRole(role)
        expect(await meeting.refresh()).toBe(role)
        expect(meeting.roomControls()).not.toBeNull()
        expect(await meeting.number()).toMatch(/^\d{9,12}$/)
      }
      setRole('participant')
      expect(await meeting.refresh()).toBe('participant')
      expect(meeting.roomControls()).toBeNull()
    })

    it('[MT7] a refusal is one of a closed set', async () => {
      const { meeting } = await open()
      const refused = await meeting.enterRoom('{nowhere}').catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(MeetingRefusal)
      expect(REFUSALS).toContain((refused as MeetingRefusal).code)
    })

    it('[MT8] a listener that stopped hears nothing more', async () => {
      const { meeting, changeHappens } = await open()
      if (!changeHappens) return
      const [gone, stays] = [vi.fn(), vi.fn()]
      const stop = meeting.onChange(gone)
      meeting.onChange(stays)
      stop()
      changeHappens()
      expect(gone).not.toHaveBeenCalled()
      expect(stays).toHaveBeenCalled()
    })
  })
}
