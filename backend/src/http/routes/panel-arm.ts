import { ArmReply, ArmSaid, ClaimBoard, ConnectedBoard } from '@telaio/shared/api'
import { BoardId, kitMeeting, LabId } from '@telaio/shared/lab'
import * as z from 'zod'
import { boardLink } from '../../miro/board-link.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'

const CONDUCT = ['facilitator', 'organiser'] as const
const OnBoard = z.strictObject({ lab: LabId, board: BoardId })

/** Boards that no account of ours writes on: claimed by a panel that is open on them, and written through it. */
export function panelArmRoutes({ labs, arms, miro, config, logger }: Services): Operation[] {
  return [
    operation({
      id: 'claimBoard',
      method: 'post',
      path: '/labs/:lab/boards/:board/claim',
      summary: 'Make the board that the caller’s panel is open on the lab’s, on the caller’s word: it is written through that panel',
      allowed: CONDUCT,
      params: OnBoard,
      body: ClaimBoard,
      answer: ConnectedBoard,
      handle: async ({ params: { lab: labId, board }, body: { meeting, name }, actor, claims }) => {
        // only who signed in from Miro's panel, with Miro's own word for it
        if (!miro || !claims.miro || !actor?.person) throw refuse('panel_needed')
        const by = actor.person
        const { lab } = await labs.head(labId)
        if (lab.archived) throw new Refusal({ code: 'lab_archived' })
        if (meeting !== null && !kitMeeting(lab, meeting))
          throw new Refusal({ code: 'unknown_meeting', field: 'meeting', facts: { meeting } })
        // a board that an account writes on is more than this: never taken from it in silence
        const known = lab.boards.get(board)
        const isWritten =
          known?.writer != null && known.trouble !== 'no-access' && (await miro.accounts.state(known.writer)) === 'connected'
        if (isWritten) throw refuse('board_connected', undefined, 'board')
        const link = boardLink(config.MIRO_WEB_URL, board)
        await labs.record(labId, ({ boards }) => {
          const now = boards.get(board)
          // connected by an account in between
          if (now && now.writer !== null && now.writer !== known?.writer) return []
          const stands = now?.writer === null && now.meeting === meeting && now.name === name && now.trouble !== 'no-access'
          return stands ? [] : [{ type: 'boardConnected', body: { board, meeting, link, name, writer: null, by } }]
        })
        return { json: { board, link } }
      },
    }),
    operation({
      id: 'armBoard',
      method: 'post',
      path: '/labs/:lab/boards/:board/arm',
      summary: 'What the caller’s panel is to do on its board next; answered after a while, even with nothing',
      allowed: CONDUCT,
      params: OnBoard,
      body: ArmSaid,
      answer: ArmReply,
      handle: async ({ params, body, response }) => {
        const { lab } = await labs.head(params.lab)
        if (lab.archived || lab.boards.get(params.board)?.writer !== null) return { json: { role: 'none', call: null } satisfies ArmReply }
        const over = new AbortController()
        response.once('close', () => over.abort())
        const reply = await arms.ask(params.lab, params.board, body, over.signal)
        if (reply.call) logger.debug({ lab: params.lab, call: reply.call.do }, 'panel')
        return over.signal.aborted ? 'handled' : { json: reply }
      },
    }),
  ]
}
