import type { Clock } from '../zoom/clock.ts'
import { keyFromName } from '../zoom/ids.ts'
import { lastingBoardId, numericId } from './ids.ts'
import type { MiroIds } from './model/miro-ids.ts'
import { type Board, newBoard, type NewBoard, type Role } from './model/board.ts'
import { boardNotFound, notAllowed } from './model/errors.ts'
import { createLiveBoard, type LiveBoard } from './model/live-board.ts'
import { copyBoard } from './ops/copies.ts'
import { defaultQuirks, type Quirks, type SetQuirks } from './quirks.ts'

export interface User {
  readonly key: string
  readonly id: string
  readonly name: string
  /** The host name of this person's pages, m1, m2, …: each has its own storage and its own six connections. */
  readonly label: string
  readonly teamIds: readonly string[]
}

export interface Team {
  readonly key: string
  readonly id: string
  readonly name: string
}

export interface WorldOptions {
  readonly clock: Clock
  readonly ids: MiroIds
  readonly clientId: string
  readonly clientSecret: string
}

/** All of this machine's Miro: people, teams, boards, switches. */
export interface World {
  readonly options: WorldOptions
  readonly users: readonly User[]
  readonly teams: readonly Team[]
  readonly boards: ReadonlyMap<string, LiveBoard>
  quirks: SetQuirks
  readonly effectiveQuirks: () => Quirks
  /** A person by key, name or id. */
  readonly findUser: (who: string) => User | null
  /** The same, made and put into the first team where nobody is. */
  readonly meet: (name: string, team?: Team) => User
  readonly makeTeam: (name: string) => Team
  readonly addBoard: (board: Board) => LiveBoard
  readonly makeBoard: (wish: Omit<NewBoard, 'id' | 'now'> & { readonly id?: string }) => LiveBoard
  readonly copyOf: (original: Board, wish: Omit<NewBoard, 'id' | 'now'>) => LiveBoard
  readonly removeBoard: (id: string) => void
  readonly board: (id: string) => LiveBoard
  /** Hears of boards made, renamed and removed, and of people. */
  readonly watch: (watcher: () => void) => () => void
  readonly tell: () => void
}

/** Who is there from the start: three facilitators of one team. */
const firstPeople = ['Franca Riva', 'Marco Serra', 'Ines Bianchi']
export const firstTeam = 'Team della sandbox'
export const firstBoard = 'Bacheca di prova'

export function createWorld(options: WorldOptions): World {
  const { clock, ids, clientSecret } = options
  const users: User[] = []
  const teams: Team[] = []
  const boards = new Map<string, LiveBoard>()
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const watcher of watchers) watcher()
  }

  const world: World = {
    options,
    users,
    teams,
    boards,
    quirks: {},
    effectiveQuirks: () => ({ ...defaultQuirks, ...world.quirks }),
    findUser: (who) => users.find(({ key, name, id }) => key === who || name === who || id === who) ?? null,
    meet(name, team = teams[0]) {
      const known = world.findUser(name)
      if (known) return known
      const key = keyFromName(name)
      const taken = world.findUser(key)
      if (taken) return taken
      const user: User = {
        key,
        name,
        id: numericId(`miro user ${key}`, clientSecret),
        label: `m${users.length + 1}`,
        teamIds: team ? [team.id] : [],
      }
      users.push(user)
      tell()
      return user
    },
    makeTeam(name) {
      const key = keyFromName(name)
      const known = teams.find((team) => team.key === key)
      if (known) return known
      const team: Team = { key, name, id: numericId(`miro team ${key}`, clientSecret) }
      teams.push(team)
      return team
    },
    addBoard(board) {
      const live = createLiveBoard({ board, clock, ids, quirks: world.effectiveQuirks })
      boards.set(board.id, live)
      tell()
      return live
    },
    makeBoard: ({ id = ids.board(), ...wish }) => world.addBoard(newBoard({ ...wish, id, now: clock.now() })),
    copyOf: (original, wish) => world.addBoard(copyBoard(original, ids, { ...wish, id: ids.board(), now: clock.now() })),
    removeBoard(id) {
      boards.delete(id)
      tell()
    },
    board(id) {
      const live = boards.get(id)
      if (!live) throw boardNotFound(id)
      return live
    },
    tell,
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
  return world
}

/** A team, its people and an empty board, where there is nothing yet. */
export function settleIn(world: World): void {
  const team = world.makeTeam(firstTeam)
  const [owner] = firstPeople.map((name) => world.meet(name, team))
  const id = lastingBoardId('first board', world.options.clientSecret)
  if (owner && world.boards.size === 0) world.makeBoard({ id, name: firstBoard, teamId: team.id, ownerId: owner.id })
}

const teamRole: Readonly<Record<Board['teamAccess'], Role | null>> = { private: null, view: 'viewer', comment: 'commenter', edit: 'editor' }

/** What a person is on a board; null where they cannot open it. */
export function roleOn(board: Board, user: Pick<User, 'id' | 'teamIds'>): Role | null {
  return board.members.get(user.id) ?? (user.teamIds.includes(board.teamId) ? teamRole[board.teamAccess] : null)
}

export const mayEdit = (role: Role | null): boolean => role === 'owner' || role === 'coowner' || role === 'editor'

export function mustRead(board: Board, user: User): void {
  if (!roleOn(board, user)) throw notAllowed('User has no access to the board')
}

export function mustEdit(board: Board, user: User): void {
  mustRead(board, user)
  if (!mayEdit(roleOn(board, user))) throw notAllowed('User has no permission to edit the board')
}
