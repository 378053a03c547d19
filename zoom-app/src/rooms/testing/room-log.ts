import { ApiProblem, NoAnswer } from '@telaio/shared/client'
import type { CommandInput } from '@telaio/shared/lab'
import type { RoomTaskItem } from '@telaio/shared/view'

const LEASE_MS = 60_000

/** The request as the server keeps it, as far as a panel notices: leases, stages, what was reported (shared/lab/decide/groups.ts). */
export class RoomLog {
  now = Date.parse('2026-09-29T16:00:00.000Z')
  task: RoomTaskItem
  readonly stages: string[] = []
  offline = false
  reports = 0
  /** Role of the panel that speaks, as its token says. */
  role: 'host' | 'co-host' = 'host'
  /** Names under which strangers were presented. */
  readonly presented: string[] = []

  constructor(rooms: Record<string, Record<string, string | null>>) {
    this.task = {
      request: 'req_1',
      meeting: 1,
      stage: 'requested',
      aliases: {},
      assigned: [],
      unreachable: [],
      moving: [],
      elsewhere: {},
      plan: 0,
      problem: null,
      lease: null,
      rooms: Object.entries(rooms).map(([name, people]) => ({
        group: `g-${name}`,
        name,
        people: Object.entries(people).map(([person, participant]) => ({ person, participant })),
      })),
    }
  }

  /** The plan says another room now, as after a move in the console (shared/lab/evolve/rooms.ts). */
  move(person: string, to: string): void {
    const seat = this.task.rooms.flatMap(({ people }) => people).find((one) => one.person === person)
    this.change({
      rooms: this.task.rooms.map((room) => ({
        ...room,
        people: [...room.people.filter((one) => one.person !== person), ...(room.name === to && seat ? [seat] : [])],
      })),
      assigned: this.task.assigned.filter((one) => one !== person),
      unreachable: this.task.unreachable.filter((one) => one !== person),
      moving: [...this.task.moving, person],
      plan: this.task.plan + 1,
    })
  }

  change(patch: Partial<RoomTaskItem>): void {
    this.task = { ...this.task, ...patch }
  }

  readonly send = async (say: { readonly type: string } & Partial<CommandInput>): Promise<{ seq: number }> => {
    await Promise.resolve()
    if (this.offline) throw new NoAnswer()
    const refuse = (code: string) => new ApiProblem({ status: 409, code, detail: code })
    const body = say as Extract<CommandInput, { type: 'takeRooms' | 'reportRooms' | 'releaseRooms' | 'presentAttendee' }>
    const { lease } = this.task
    const until = new Date(this.now + LEASE_MS).toISOString()
    if (body.type === 'presentAttendee') this.presented.push(body.name)
    else if (body.type === 'takeRooms') {
      const held = lease !== null && lease.key !== body.lease && Date.parse(lease.until) > this.now
      if (held && !(this.role === 'host' && lease.role === 'co-host')) throw refuse('lease_lost')
      this.change({
        lease: { key: body.lease, until, role: this.role },
        stage: this.task.stage === 'requested' ? 'taken' : this.task.stage,
      })
    } else if (lease?.key !== body.lease) throw refuse('lease_lost')
    else if (body.type === 'releaseRooms') this.change({ lease: { ...lease, until: new Date(this.now).toISOString() } })
    else {
      this.reports += 1
      const over = body.stage === 'closed' || body.stage === 'failed'
      const keeps = this.task.stage === 'close-requested' && !['closing', 'closed', 'failed'].includes(body.stage)
      const stage = keeps ? this.task.stage : body.stage
      if (this.stages.at(-1) !== stage) this.stages.push(stage)
      const current = body.plan === undefined || body.plan === this.task.plan
      const assigned = (current ? body.assigned : undefined) ?? this.task.assigned
      const unreachable = (current ? body.unreachable : undefined) ?? this.task.unreachable
      const elsewhere = current ? body.elsewhere : undefined
      this.change({
        stage,
        aliases: { ...this.task.aliases, ...body.aliases },
        assigned,
        unreachable,
        moving: this.task.moving.filter((person) => !assigned.includes(person)),
        ...(elsewhere ? { elsewhere: Object.fromEntries(elsewhere.map(({ person, group }) => [person, group])) } : {}),
        problem: body.problem ?? null,
        lease: over ? null : { ...lease, until },
      })
    }
    return { seq: 1 }
  }
}
