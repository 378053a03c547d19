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

  constructor(rooms: Record<string, Record<string, string | null>>) {
    this.task = {
      request: 'req_1',
      meeting: 1,
      stage: 'requested',
      aliases: {},
      assigned: [],
      unreachable: [],
      problem: null,
      lease: null,
      rooms: Object.entries(rooms).map(([name, people]) => ({
        group: `g-${name}`,
        name,
        people: Object.entries(people).map(([person, participant]) => ({ person, participant })),
      })),
    }
  }

  change(patch: Partial<RoomTaskItem>): void {
    this.task = { ...this.task, ...patch }
  }

  readonly send = async (say: { readonly type: string } & Partial<CommandInput>): Promise<{ seq: number }> => {
    await Promise.resolve()
    if (this.offline) throw new NoAnswer()
    const refuse = (code: string) => new ApiProblem({ status: 409, code, detail: code })
    const body = say as Extract<CommandInput, { type: 'takeRooms' | 'reportRooms' }>
    const { lease } = this.task
    const until = new Date(this.now + LEASE_MS).toISOString()
    if (body.type === 'takeRooms') {
      if (lease && lease.key !== body.lease && Date.parse(lease.until) > this.now) throw refuse('lease_lost')
      this.change({ lease: { key: body.lease, until }, stage: this.task.stage === 'requested' ? 'taken' : this.task.stage })
    } else {
      if (lease?.key !== body.lease) throw refuse('lease_lost')
      this.reports += 1
      const over = body.stage === 'closed' || body.stage === 'failed'
      const keeps = this.task.stage === 'close-requested' && !['closing', 'closed', 'failed'].includes(body.stage)
      const stage = keeps ? this.task.stage : body.stage
      if (this.stages.at(-1) !== stage) this.stages.push(stage)
      this.change({
        stage,
        aliases: { ...this.task.aliases, ...body.aliases },
        assigned: body.assigned ?? this.task.assigned,
        unreachable: body.unreachable ?? this.task.unreachable,
        problem: body.problem ?? null,
        lease: over ? null : { key: body.lease, until },
      })
    }
    return { seq: 1 }
  }
}
