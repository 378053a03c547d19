import * as z from 'zod/mini'

/** `g3`: project group 3 · `x2-3`: group 3 of the meeting's mixed moment 2 · `all`: everybody together. */
export const GroupKey = z.string().check(z.regex(/^(g[1-9]\d{0,2}|x[1-9]-[1-9]\d{0,2}|all)$/, 'must be a group such as g3, x2-3 or all'))
export const MeetingNumber = z.int().check(z.gte(1), z.lte(20))

export const projectKey = (index: number): string => `g${index}`
export const mixedKey = (moment: number, index: number): string => `x${moment}-${index}`
/** The project group among the ids of a person's groups; null where there is none. */
export const projectKeyOf = (groups: readonly string[]): string | null => groups.find((id) => id.startsWith('g')) ?? null
/** The number of a group among those of its kind or moment, from its key; 0 for everybody together. */
export const groupNumber = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? 0)
export const isMixed = (key: string): boolean => key.startsWith('x')

/**
 * A group's id in the lab: a project group is the same through all meetings (`g3`), a mixed group belongs to one moment of one
 * meeting (`m1/x2-3`), everybody together to one meeting (`m1/all`).
 */
export const groupIdOf = (meeting: number, key: string): string => (key.startsWith('g') ? key : `m${meeting}/${key}`)

/** A group's id as it is sent: `g3`, `m1/x2-3`. */
export const GroupId = z
  .string()
  .check(z.regex(/^(g[1-9]\d{0,2}|m[1-9]\d?\/x[1-9]-[1-9]\d{0,2})$/, 'must be a group such as g3 or m1/x2-3'))

/** A group's zone: `m2/g3/C2.1`, `m1/x2-3/C1.2`. */
export const zoneKey = (meeting: number, group: string, zone: string): string => `m${meeting}/${group}/${zone}`

/**
 * Groups that are formed together: the stable project groups (`project`), or those of one mixed moment of one meeting (`m1-2`: moment 2 of meeting 1).
 */
export const SetId = z.string().check(z.regex(/^(project|m[1-9]\d?-[1-9])$/, 'must be a set of groups such as project or m1-2'))
export const setIdOf = (meeting: number | null, moment: number | null): string =>
  meeting === null || moment === null ? 'project' : `m${meeting}-${moment}`
/** Meeting and moment of a set; both null for the project groups. */
export function readSetId(id: string): { readonly meeting: number | null; readonly moment: number | null } {
  const [, meeting, moment] = /^m(\d+)-(\d+)$/.exec(id) ?? []
  return meeting === undefined ? { meeting: null, moment: null } : { meeting: Number(meeting), moment: Number(moment) }
}

/** A block of the agenda: `m2/silent`. */
export const blockKey = (meeting: number, block: string): string => `m${meeting}/${block}`

/** An area of a board: one meeting's (`m2`), or the final canvas (`canvas`). */
export const Area = z.string().check(z.regex(/^(m[1-9]\d?|canvas)$/, 'must be an area such as m2 or canvas'))
export const meetingArea = (meeting: number): string => `m${meeting}`
/** Number of the meeting of an area; null for the final canvas. */
export const areaMeeting = (area: string): number | null => (area === 'canvas' ? null : Number(area.slice(1)))

/** Key of an item of a template that somebody dropped on a board: of no area. */
export const templateKey = (item: string): string => `template/${item}`

/** One note of a contribution: a triple has three, a table one a cell. */
export const noteKey = (contribution: string, part: string): string => `${contribution}|${part}`
