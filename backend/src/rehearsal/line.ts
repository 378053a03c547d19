import { isDeepStrictEqual } from 'node:util'
import { ApiProblem } from '@telaio/shared/client'
import type { Answered, CommandInput, SentAnswer } from '@telaio/shared/lab'
import { type Client, patiently } from './client.ts'
import type { Random } from './random.ts'

/** A contribution as whoever wrote it knows it. */
export interface Written {
  readonly contribution: string
  readonly meeting: number
  readonly zone: string
  /** Key of the group it was written in. */
  readonly group: string
  readonly block: string
  readonly client: Client
  readonly anonymous: boolean
  /** What it says, as last acknowledged. */
  answer: SentAnswer
  isPrivate: boolean
  isShared: boolean
  isWithdrawn: boolean
  /** Late notes of a closed meeting are shown to nobody else. */
  readonly isLate: boolean
}

export type ContributeInput = Extract<CommandInput, { type: 'contribute' }>

/** One in so many commands is sent again, with the same id, as a line does that loses answers. */
const AGAIN = 0.04

/** What was sent and what came of it. */
export interface Line {
  /** Contributions sent, and those that were acknowledged. */
  readonly counts: { sent: number; acknowledged: number; commands: number; again: number }
  readonly written: Written[]
  /** What went wrong, in words. */
  readonly problems: string[]
  /** Sends a command, again and again where the line fails. Null where it was refused: that is then among the problems. */
  readonly send: (client: Client, command: CommandInput) => Promise<Answered | null>
  /** Sends a contribution and keeps account of it. */
  readonly contribute: (
    client: Client,
    command: ContributeInput,
    place: { group: string; block: string; isPrivate: boolean; isLate?: boolean },
  ) => Promise<Written | null>
}

export function createLine(lab: string, random: Random): Line {
  const counts = { sent: 0, acknowledged: 0, commands: 0, again: 0 }
  const written: Written[] = []
  const problems: string[] = []

  const send: Line['send'] = async (client, command) => {
    counts.commands += 1
    try {
      const api = await client.ready()
      const answer = await patiently(() => api.send(lab, command))
      if (random.chance(AGAIN)) {
        counts.again += 1
        const second = await patiently(() => api.send(lab, command))
        if (!isDeepStrictEqual(answer, second))
          problems.push(
            `${command.type} ${command.id}: the same command was answered ${JSON.stringify(answer)}, then ${JSON.stringify(second)}`,
          )
      }
      return answer
    } catch (error) {
      problems.push(
        `${command.type} ${command.id} (${client.character.role}): ${error instanceof ApiProblem ? `${error.code}${error.field ? ` at ${error.field}` : ''}: ${error.detail}` : String(error)}`,
      )
      return null
    }
  }

  return {
    counts,
    written,
    problems,
    send,
    contribute: async (client, command, { group, block, isPrivate, isLate = false }) => {
      counts.sent += 1
      const answer = await send(client, command)
      if (!answer) return null
      counts.acknowledged += 1
      const one: Written = {
        contribution: String(answer['contribution']),
        meeting: command.meeting,
        zone: command.zone,
        group,
        block,
        client,
        anonymous: command.anonymous !== undefined,
        answer: command.answer,
        isPrivate,
        isShared: false,
        isWithdrawn: false,
        isLate,
      }
      written.push(one)
      return one
    },
  }
}
