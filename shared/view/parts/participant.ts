import { type Contribution, groupIdOf, Table } from '../../lab/index.ts'
import { collect, NOBODY, owned, ownedWhole, perPair, type Projection, whole } from '../projection.ts'
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
  owned('notes', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    owner: readersOf,
    item: (scene, note) => (isShown(note) && !note.hidden && !inPlenary(note) ? noteItem(scene, note) : undefined),
  }),
  owned('groupAuthors', {
    from: ({ lab }) => lab.contributions,
    owner: readersOf,
    item: (scene, note) =>
      isShown(note) && !note.hidden && note.group !== 'all' ? { person: authorItem(scene, note)?.person ?? null } : undefined,
  }),
  owned('unrevealed', {
    from: ({ lab }) => lab.unrevealed,
    owner: (count, id) => {
      const place = placeCount(id, count)
      return groupIdOf(place.meeting, place.group)
    },
    item: (_scene, count, _part, id) => placeCount(id, count),
  }),
  owned('helps', { from: ({ lab }) => lab.helps, owner: (help) => help.group, item: (_scene, help) => ({ ...help }) }),
  ...beginningsFor<Group>((one, part) => one === part.group),
  ...voicesForGroup,
]

/** People of whom something that others see may differ: their record, their name, what they bring. */
const peopleTouched = perPair((before, after): ReadonlySet<string> => {
  const touched = new Set([...Table.changed(before.lab.people, after.lab.people), ...Table.changed(before.lab.brings, after.lab.brings)])
  const rows = new Set(Table.changed(before.people, after.people))
  if (rows.size > 0)
    for (const { id, row } of after.lab.people.values())
      if (rows.has(row) || after.lab.brings.get(id)?.some((one) => rows.has(one.row))) touched.add(id)
  return touched
})

/** Groups whose members may look otherwise to each other. */
const companiesTouched = perPair((before, after): ReadonlySet<string> | null => {
  if (before.lab.kit !== after.lab.kit) return null
  const people = peopleTouched(before, after)
  const groups = new Set(Table.changed(before.lab.groups, after.lab.groups))
  if (people.size > 0)
    for (const one of after.lab.groups.values()) if ([...one.people, ...one.former].some((id) => people.has(id))) groups.add(one.id)
  return groups
})

/** What anybody needs to know who works in a group, those who run the lab too: who is there, and which room is theirs. */
export const company: readonly Projection<Company>[] = [
  ownedWhole<Company, 'companions'>(
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
    companiesTouched,
  ),
  ownedWhole<Company, 'groupRooms'>(
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
    (before, after) => (before.lab.rooms === after.lab.rooms ? NOBODY : null),
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
  ownedWhole<Person, 'me'>(
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
    perPair((before, after) => new Set([...peopleTouched(before, after), ...Table.changed(before.lab.memberOf, after.lab.memberOf)])),
  ),
  owned('mine', {
    from: ({ lab }) => lab.contributions,
    also: personAnswers,
    owner: (note) => note.author,
    item: (scene, note) => (isThere(note) ? mine(scene, note) : undefined),
  }),
  owned('myAttended', { from: ({ lab }) => lab.attended, owner: (one) => one.person, item: (_scene, one) => one }),
  owned('myHelps', {
    from: ({ lab }) => lab.helps,
    owner: (help) => (help.group.endsWith('/all') ? help.by : null),
    item: (_scene, help) => ({ ...help }),
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
