import * as z from 'zod'
import type { Grants, Token } from './auth/grants.ts'
import type { Board, Role, Stored } from './model/board.ts'
import type { Entity } from './model/entities.ts'
import type { Team, User, World } from './world.ts'

/** Everything that outlives a restart of the sandbox, as text. Switches do not: a restart plays fair again. */

interface KeptBoard extends Omit<Board, 'members' | 'entities' | 'lag' | 'collections' | 'quirks'> {
  readonly members: readonly (readonly [string, Role])[]
  readonly entities: readonly Entity[]
  readonly collections: readonly (readonly [string, readonly (readonly [string, Stored])[]])[]
}

interface Kept {
  readonly version: 1
  readonly users: readonly User[]
  readonly teams: readonly Team[]
  readonly boards: readonly KeptBoard[]
  readonly tokens: readonly Token[]
}

export function snapshotOf({ users, teams, boards }: World, grants: Grants): string {
  const kept: Kept = {
    version: 1,
    users,
    teams,
    tokens: grants.all(),
    boards: [...boards.values()].map(({ board }) => {
      const { lag: _lag, quirks: _quirks, ...rest } = board
      return {
        ...rest,
        members: [...board.members],
        entities: [...board.entities.values()],
        collections: [...board.collections].map(([name, keys]) => [name, [...keys]] as const),
      }
    }),
  }
  return JSON.stringify(kept)
}

/** The sandbox's own file: only its version is looked at. */
const Envelope = z.looseObject({ version: z.literal(1) })

export function restore(world: World, grants: Grants, text: string): void {
  const read = Envelope.safeParse(JSON.parse(text))
  if (!read.success) return
  const { users, teams, boards, tokens } = read.data as unknown as Kept
  for (const team of teams) world.makeTeam(team.name)
  for (const { name, teamIds } of users) {
    const team = world.teams.find(({ id }) => id === teamIds[0])
    world.meet(name, team)
  }
  for (const { members, entities, collections, ...rest } of boards)
    world.addBoard({
      ...rest,
      members: new Map(members),
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      collections: new Map(collections.map(([name, keys]) => [name, new Map(keys)])),
      lag: new Map(),
      quirks: {},
    })
  grants.restore(tokens)
}
