import * as z from 'zod'
import type { Board } from '../model/board.ts'
import { MiroError, notAllowed } from '../model/errors.ts'
import { read } from '../model/reading.ts'
import { roleOn } from '../world.ts'
import { boardToEdit, boardToRead, created, gone, ok, type Operation, type RestCall, withinTeam } from './operation.ts'
import { offsetPage } from './paging.ts'
import { presentBoard } from './present.ts'

const access = z.enum(['private', 'view', 'comment', 'edit'])

/** §1.7: a name of 60 characters at most, a description of 300. */
const BoardWish = z.strictObject({
  name: z.string().min(1).max(60).optional(),
  description: z.string().max(300).optional(),
  teamId: z.string().optional(),
  projectId: z.string().optional(),
  policy: z
    .strictObject({
      permissionsPolicy: z
        .strictObject({
          collaborationToolsStartAccess: z.enum(['all_editors', 'board_owners_and_coowners']).optional(),
          copyAccess: z.enum(['anyone', 'team_members', 'team_editors', 'board_owner']).optional(),
          sharingAccess: z.enum(['team_members_with_editing_rights', 'owner_and_coowners']).optional(),
        })
        .optional(),
      sharingPolicy: z
        .strictObject({
          access: access.optional(),
          inviteToAccountAndBoardLinkAccess: z.enum(['viewer', 'commenter', 'editor', 'no_access']).optional(),
          organizationAccess: access.optional(),
          teamAccess: access.optional(),
        })
        .optional(),
    })
    .optional(),
})

const ListQuery = z.object({
  team_id: z.string().optional(),
  owner: z.string().optional(),
  query: z.string().max(500).optional(),
  sort: z.enum(['default', 'last_modified', 'last_opened', 'last_created', 'alphabetically']).default('default'),
})

const orders: Readonly<Record<z.infer<typeof ListQuery>['sort'], (a: Board, b: Board) => number>> = {
  default: (a, b) => b.createdAt - a.createdAt,
  last_created: (a, b) => b.createdAt - a.createdAt,
  last_modified: (a, b) => b.modifiedAt - a.modifiedAt,
  last_opened: (a, b) => b.modifiedAt - a.modifiedAt,
  alphabetically: (a, b) => a.name.localeCompare(b.name),
}

/** Boards that a free team may have (REST description of create-board). */
const freeBoards = 3

function mustHaveRoom({ world }: RestCall, teamId: string): void {
  const has = [...world.boards.values()].filter(({ board }) => board.teamId === teamId).length
  if (world.effectiveQuirks().plan === 'free' && has >= freeBoards) throw notAllowed('The limit of team boards on the free plan is reached')
}

/** The token's team is the only one it may make boards in. */
function wishIn(call: RestCall) {
  const wish = read(BoardWish, call.body ?? {})
  if (wish.teamId !== undefined && wish.teamId !== call.token.teamId) throw notAllowed('The token was not given for this team')
  mustHaveRoom(call, call.token.teamId)
  return { ...wish, teamId: call.token.teamId, teamAccess: wish.policy?.sharingPolicy?.teamAccess }
}

const present = (call: RestCall, board: Board) => presentBoard(call.world, board, withinTeam(call), call.links)

export const boardOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/',
    level: 1,
    writes: false,
    run(call) {
      const { team_id, owner, query, sort } = read(ListQuery, call.query)
      const seen = [...call.world.boards.values()]
        .map(({ board }) => board)
        .filter((board) => board.teamId === call.token.teamId && roleOn(board, withinTeam(call)))
        .filter((board) => (team_id === undefined || board.teamId === team_id) && (owner === undefined || board.ownerId === owner))
        .filter((board) => query === undefined || `${board.name} ${board.description}`.toLowerCase().includes(query.toLowerCase()))
        .sort(orders[sort])
      return ok(offsetPage(seen, call.query, call.links, (board) => present(call, board)))
    },
  },
  {
    method: 'post',
    path: '/',
    level: 3,
    writes: true,
    run(call) {
      const { name = 'Untitled', description = '', teamId, teamAccess } = wishIn(call)
      const { board } = call.world.makeBoard({ name, description, teamId, ownerId: call.user.id, ...(teamAccess && { teamAccess }) })
      return created(present(call, board))
    },
  },
  {
    method: 'put',
    path: '/',
    level: 4,
    writes: true,
    run(call) {
      const { copy_from: from } = read(z.object({ copy_from: z.string() }), call.query)
      const original = boardToRead({ ...call, params: { board: from } }).board
      const { name = `Copy of ${original.name}`.slice(0, 60), description = original.description, teamId, teamAccess } = wishIn(call)
      const { board } = call.world.copyOf(original, {
        name,
        description,
        teamId,
        ownerId: call.user.id,
        teamAccess: teamAccess ?? original.teamAccess,
      })
      return created(present(call, board))
    },
  },
  { method: 'get', path: '/:board', level: 1, writes: false, run: (call) => ok(present(call, boardToRead(call).board)) },
  {
    method: 'patch',
    path: '/:board',
    level: 2,
    writes: true,
    run(call) {
      const { board } = boardToEdit(call)
      const { name, description, policy } = read(BoardWish, call.body ?? {})
      board.name = name ?? board.name
      board.description = description ?? board.description
      board.teamAccess = policy?.sharingPolicy?.teamAccess ?? board.teamAccess
      board.modifiedAt = call.clock.now()
      board.modifiedBy = call.user.id
      call.world.tell()
      return ok(present(call, board))
    },
  },
  {
    method: 'delete',
    path: '/:board',
    level: 3,
    writes: true,
    run(call) {
      const { board } = boardToEdit(call)
      if (board.ownerId !== call.user.id) throw notAllowed('Only the owner can delete the board')
      call.world.removeBoard(board.id)
      return gone
    },
  },
  {
    method: 'get',
    path: '/:board/members',
    level: 1,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      const members = call.world.users.flatMap((user) => {
        const role = roleOn(board, user)
        return role ? { id: user.id, name: user.name, role, type: 'board_member' } : []
      })
      return ok(offsetPage(members, call.query, call.links, (member) => member))
    },
  },
  {
    method: 'get',
    path: '/:board/members/:member',
    level: 1,
    writes: false,
    run(call) {
      const { board } = boardToRead(call)
      const user = call.world.findUser(call.params['member'] ?? '')
      const role = user && roleOn(board, user)
      if (!user || !role) throw new MiroError(404, '3.0301', 'Board member not found')
      return ok({ id: user.id, name: user.name, role, type: 'board_member' })
    },
  },
]
