import { type Contribution, groupIdOf } from '../../lab/index.ts'
import { collect, type Projection, whole } from '../projection.ts'
import { authorItem, isShown, nameOf, noteItem, readersOf } from '../show.ts'
import type { Part, Scene } from '../viewer.ts'
import { beginningsFor } from './carried.ts'
import { personAnswers, placeCount } from './staff.ts'
import { bringsOf, voicesFor, voicesForAll, voicesForGroup } from './voices.ts'

type Observer = Extract<Part, { kind: 'observer' }>
type Participant = Extract<Part, { kind: 'participant' }>
type Group = Extract<Part, { kind: 'group' }>
type Company = Extract<Part, { kind: 'company' }>
type Person = Extract<Part, { kind: 'person' }>
type Keys = Extract<Part, { kind: 'keys' }>
type Host = Extract<Part, { kind: 'host' }>

/** An observer reads all that is revealed; of authors, the sector only. */
export const observer: readonly Projection<Observer>[] = [
  collect('notes', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note) => (isShown(note) && !note.hidden ? noteItem(scene, note) : undefined),
  }),
  collect('authors', {
    from: ({ lab }) => lab.contributions,
    globals: ({ lab, people }) => [lab.people, people],
    item: (scene, note) => {
      const author = isShown(note) && !note.hidden ? authorItem(scene, note) : undefined
      return author && { sector: author.sector }
    },
  }),
  ...beginningsFor<Observer>(() => true),
  ...voicesFor<Observer>('observer'),
]

/** Everybody's: written in a block without groups, or shown to all. What somebody in no group writes in a group's block is not. */
const inPlenary = (note: Contribution): boolean => note.shared || (note.plenary && note.group === 'all')

/** What all participants share: notes shown in plenary, with their authors where these consented. */
export const participant: readonly Projection<Participant>[] = [
  collect('notes', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note) => (isShown(note) && !note.hidden && inPlenary(note) ? noteItem(scene, note) : undefined),
  }),
  collect('authors', {
    from: ({ lab }) => lab.contributions,
    globals: ({ lab, people }) => [lab.people, people],
    item: (scene, note) => {
      if (!isShown(note) || note.hidden || !inPlenary(note) || note.author === null) return undefined
      return scene.lab.people.get(note.author)?.consents.name ? authorItem(scene, note) : undefined
    },
  }),
  collect('unrevealed', {
    from: ({ lab }) => lab.unrevealed,
    item: (_scene, count, _part, id) => (id.includes('/all/') ? placeCount(id, count) : undefined),
  }),
  ...beginningsFor<Participant>((one) => one === null || one === 'all'),
  ...voicesForAll,
]

/** What the people of one group read: its revealed notes, who wrote them, its calls for help. */
export const group: readonly Projection<Group>[] = [
  collect('notes', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note, part) =>
      readersOf(note) === part.group && isShown(note) && !note.hidden && !inPlenary(note) ? noteItem(scene, note) : undefined,
  }),
  collect('groupAuthors', {
    from: ({ lab }) => lab.contributions,
    item: (scene, note, part) =>
      readersOf(note) === part.group && isShown(note) && !note.hidden && note.group !== 'all'
        ? { person: authorItem(scene, note)?.person ?? null }
        : undefined,
  }),
  collect('unrevealed', {
    from: ({ lab }) => lab.unrevealed,
    item: (_scene, count, part, id) => {
      const place = placeCount(id, count)
      return groupIdOf(place.meeting, place.group) === part.group ? place : undefined
    },
  }),
  collect('helps', { from: ({ lab }) => lab.helps, item: (_scene, help, part) => (help.group === part.group ? { ...help } : undefined) }),
  ...beginningsFor<Group>((one, part) => one === part.group),
  ...voicesForGroup,
]

/** What anybody needs to know who works in a group, those who run the lab too: who is there, and which room is theirs. */
export const company: readonly Projection<Company>[] = [
  whole<Company, 'companions'>(
    'companions',
    (scene, part) => {
      const found = scene.lab.groups.get(part.group)
      return [...(found?.people ?? []), ...(found?.former ?? [])].flatMap((id) => {
        const person = scene.lab.people.get(id)
        if (!person || person.erased) return []
        return [
          [
            `${part.group}:${id}`,
            {
              person: id,
              group: part.group,
              name: nameOf(scene, person.row),
              sector: person.sector,
              profession: person.profession,
              brings: bringsOf(scene, person),
              former: !found?.people.includes(id),
            },
          ] as const,
        ]
      })
    },
    ({ lab, people }, part) => [lab.groups.get(part.group), lab.people, lab.brings, lab.kit, people],
  ),
  whole<Company, 'groupRooms'>(
    'groupRooms',
    ({ lab }, part) =>
      Object.values(lab.rooms).flatMap((request) => {
        const room = request.rooms.find((one) => one.group === part.group)
        if (!room) return []
        return [
          [
            `m${request.meeting}:${part.group}`,
            {
              group: part.group,
              meeting: request.meeting,
              name: room.name,
              stage: request.stage,
              alias: request.aliases[part.group] ?? null,
            },
          ] as const,
        ]
      }),
    ({ lab }) => [lab.rooms],
  ),
]

const mine = (scene: Scene, note: Parameters<typeof noteItem>[1]) => ({
  ...noteItem(scene, note),
  private: note.private,
  command: note.command,
})
const isThere = (note: Parameters<typeof noteItem>[1]): boolean => !note.withdrawn && !note.redacted

/** One person's own: who I am, what I wrote (votes included), calls that I made outside a group. */
export const person: readonly Projection<Person>[] = [
  whole<Person, 'me'>(
    'me',
    (scene, part) => {
      const found = scene.lab.people.get(part.person)
      if (!found || found.erased) return []
      const { roles, sector, profession, territory, consents } = found
      return [
        [
          'me',
          {
            person: found.id,
            name: nameOf(scene, found.row),
            roles,
            sector,
            profession,
            territory,
            consents,
            groups: scene.lab.memberOf.get(found.id) ?? [],
          },
        ],
      ]
    },
    ({ lab, people }, part) => {
      const found = lab.people.get(part.person)
      return [found, lab.memberOf.get(part.person), found && people.get(found.row)]
    },
  ),
  collect('mine', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note, part) => (note.author === part.person && isThere(note) ? mine(scene, note) : undefined),
  }),
  collect('myAttended', { from: ({ lab }) => lab.attended, item: (_scene, one, part) => (one.person === part.person ? one : undefined) }),
  collect('myHelps', {
    from: ({ lab }) => lab.helps,
    item: (_scene, help, part) => (help.by === part.person && help.group.endsWith('/all') ? { ...help } : undefined),
  }),
]

/** Own notes without author: whoever holds the key sees them as own. */
export const keys: readonly Projection<Keys>[] = [
  collect('mine', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    item: (scene, note, part) =>
      note.editKey !== null && part.keys.includes(note.editKey) && isThere(note) ? mine(scene, note) : undefined,
  }),
]

/** What the Zoom host's panel needs to make rooms: groups, and people by what their own clients said of themselves. */
export const host: readonly Projection<Host>[] = [
  whole<Host, 'roomTasks'>(
    'roomTasks',
    ({ lab }, part) => {
      const request = lab.rooms[part.meeting]
      if (!request) return []
      const rooms = request.rooms.map((room) => ({
        ...room,
        people: room.people.map((id) => ({ person: id, participant: lab.zoomSeen.get(`${part.meeting}|${id}`) ?? null })),
      }))
      return [[String(part.meeting), { ...request, rooms }]]
    },
    ({ lab }, part) => [lab.rooms[part.meeting], lab.zoomSeen],
  ),
]
