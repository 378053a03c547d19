import type { BlockItem, EntryItem, GroupItem, MeetingItem, NoteItem, PersonItem, ZoneItem } from '@telaio/shared/view'

/** Items of a view as tests need them: whatever they do not say is the plainest there is. */
export const personItem = (id: string, more: Partial<PersonItem> = {}): PersonItem => ({
  id,
  name: id,
  email: null,
  organisation: null,
  sector: null,
  profession: '',
  territory: '',
  roles: ['participant'],
  consents: { name: false, directory: false, credits: false },
  invited: false,
  bound: false,
  erased: false,
  groups: [],
  ...more,
})

const both = (text: string) => ({ it: text, en: text })

export const meetingItem = (number: number, more: Partial<MeetingItem> = {}): MeetingItem => ({
  number,
  title: both(`Meeting ${number}`),
  purpose: both('x'),
  minutes: 150,
  planRev: 0,
  duties: {},
  canvas: { id: `C${number}`, title: both('x') },
  status: 'planned',
  date: null,
  time: null,
  zoomLink: null,
  agenda: [],
  current: null,
  driver: null,
  openedAt: null,
  closedAt: null,
  ...more,
})

export const blockItem = (meeting: number, id: string, more: Partial<BlockItem> = {}): BlockItem => ({
  id,
  meeting,
  kind: 'plenary',
  minutes: 10,
  title: both(id),
  steps: [],
  grouping: { groups: 'none' },
  rooms: false,
  zones: [],
  writing: 'open',
  run: null,
  ...more,
})

export const zoneItem = (meeting: number, id: string, more: Partial<ZoneItem> = {}): ZoneItem => ({
  id,
  meeting,
  title: both(id),
  question: both('?'),
  answer: { type: 'cards' },
  mayBeAnonymous: false,
  expected: 5,
  leadsTo: [{ to: 'poster' }],
  ...more,
})

export const groupItem = (id: string, more: Partial<GroupItem> = {}): GroupItem => ({
  id,
  key: id,
  kind: 'project',
  meeting: null,
  moment: null,
  name: id,
  size: 1,
  done: [],
  ...more,
})

export const noteItem = (id: string, more: Partial<NoteItem> = {}): NoteItem => ({
  id,
  meeting: 1,
  group: 'g1',
  zone: 'C1.1',
  block: null,
  lane: null,
  answer: { type: 'cards', text: id },
  at: '2026-10-13T15:00:00.000Z',
  editedAt: null,
  late: false,
  shared: false,
  anonymous: false,
  derivedFrom: null,
  settled: null,
  ...more,
})

export const entryItem = (id: string, position: number, more: Partial<EntryItem> = {}): EntryItem => ({
  id,
  block: 'B1',
  text: id,
  position,
  compiled: false,
  draft: false,
  withheld: false,
  rev: 1,
  sources: [],
  ...more,
})

export const byId = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((one) => [one.id, one]))
