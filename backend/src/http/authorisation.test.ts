import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_TYPES, type CommandType, PERMISSIONS } from '@telaio/shared/lab'
import { compileCommands, smallKit } from '@telaio/shared/testing'
import { commandId, makeTestLab, startTestServer, type TestLab, type TestServer } from '../testing/test-server.ts'
import { operationsOf } from './app.ts'

const CALLERS = ['organiser', 'facilitator', 'participant', 'observer', 'editor', 'newcomer', 'stranger', 'nobody'] as const
type Caller = (typeof CALLERS)[number]
const NAMES: Partial<Record<Caller, string>> = {
  organiser: 'Oscar',
  facilitator: 'Fay',
  participant: 'Ann',
  observer: 'Otto',
  editor: 'Edda',
}

/**
 * Who may call which operation. `newcomer`: waits to be let in · `stranger`: has a role, but in another lab · `nobody`: has no token.
 * An operation that has no row here fails; so does one whose row the server does not keep.
 */
const all = [...CALLERS]
const signedIn = CALLERS.filter((one) => one !== 'nobody')
const MATRIX: Readonly<Record<string, readonly Caller[]>> = {
  signInOrganiser: all,
  signInInvite: all,
  signInZoom: all,
  signInMiro: all,
  renew: signedIn,
  time: all,
  kits: signedIn,
  // an organiser's account, which none of these tokens is
  getKit: [],
  copyKit: [],
  kitFromLab: [],
  kitReview: ['organiser'],
  kitOfLab: ['organiser'],
  saveKit: [],
  removeKit: [],
  downloadKit: [],
  uploadKit: [],
  methods: signedIn,
  kitSchema: all,
  listLabs: signedIn,
  makeLab: [], // an organiser's account, which none of these tokens is
  getLab: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  sendCommand: ['organiser', 'facilitator', 'participant', 'observer', 'editor'], // by type: the test after the next
  feed: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  getRegister: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  checkPeople: ['organiser'],
  importPeople: ['organiser'],
  getInvites: ['organiser', 'facilitator'],
  getInvitesCsv: ['organiser', 'facilitator'],
  getInviteQr: ['organiser', 'facilitator'],
  sendInvites: ['organiser'],
  makePanelCode: ['organiser', 'facilitator'],
  getMiro: ['organiser', 'facilitator'],
  connectMiro: ['organiser', 'facilitator'],
  disconnectMiro: ['organiser', 'facilitator'],
  connectBoard: ['organiser', 'facilitator'],
  getCalendar: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  getAreaPreview: ['organiser', 'facilitator'],
  getAreaItems: ['organiser', 'facilitator'],
  claimBoard: ['organiser', 'facilitator'],
  armBoard: ['organiser', 'facilitator'],
  sayDoing: ['organiser', 'facilitator'],
  getModel: ['organiser'],
  getVectors: ['organiser'],
  getDocument: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  getMissing: ['organiser', 'facilitator'],
}

/** A call to each operation that is well formed, so that only permission can stand in its way. */
const SAMPLES: Readonly<
  Record<string, { path?: Readonly<Record<string, string>>; query?: string; body?: unknown; csv?: string; zip?: string }>
> = {
  signInOrganiser: { body: { token: 'x' } },
  signInInvite: { body: { invite: 'x' } },
  signInZoom: { body: { context: 'x' } },
  signInMiro: { body: { idToken: 'x' } },
  makePanelCode: { body: {} },
  connectMiro: { body: {} },
  disconnectMiro: { body: {} },
  connectBoard: { body: { id: 'b'.repeat(32), board: 'uXjVboard=', meeting: null } },
  claimBoard: { path: { board: 'uXjVboard=' }, body: { meeting: null, name: 'x' } },
  sayDoing: { body: { entry: null } },
  armBoard: { path: { board: 'uXjVboard=' }, body: { arm: 'a'.repeat(32), user: '1' } },
  renew: { body: {} },
  getKit: { path: { name: 'small' } },
  copyKit: { body: { from: 'small', name: 'ours' } },
  kitFromLab: { body: { name: 'next-lab', title: { it: 'x', en: 'x' } } },
  kitOfLab: { body: { name: 'next-lab', title: { it: 'x', en: 'x' } } },
  saveKit: { path: { name: 'small' }, body: { rev: 0, kit: smallKit } },
  removeKit: { path: { name: 'small' } },
  downloadKit: { path: { name: 'small' } },
  uploadKit: { zip: 'PK' },
  kitSchema: { path: { file: 'kit.json' } },
  makeLab: { body: { id: 'i'.repeat(32), title: 'x', kit: 'small' } },
  sendCommand: { body: { type: 'setConsents', consents: { name: false, directory: false, credits: false } } },
  checkPeople: { csv: 'nome\nZoe\n' },
  importPeople: { csv: 'nome\nZoe\n', query: `?id=${'z'.repeat(32)}` },
  sendInvites: { body: { people: [`per_${'0'.repeat(26)}`] } },
  getInviteQr: { path: { person: 'common' } },
  getAreaPreview: { path: { area: 'm1' } },
  getAreaItems: { path: { area: 'm1' } },
  getVectors: { body: { notes: [`con_${'0'.repeat(26)}`] } },
  getDocument: { path: { name: 'final-canvas.json' } },
}

/** A well-formed body of each command; that it then meets a refusal of another kind is no matter. */
const per = `per_${'0'.repeat(26)}`
const con = `con_${'0'.repeat(26)}`
const COMMANDS: Readonly<Record<CommandType, object>> = {
  changeLab: {},
  archiveLab: {},
  reopenLab: {},
  deleteLab: { title: 'another title' },
  setNotice: { notice: { it: 'x', en: 'x' } },
  setJoinLink: { open: false },
  scheduleMeeting: { meeting: 9 },
  planMeeting: {
    rev: 0,
    plan: {
      number: 9,
      title: { it: 'x', en: 'x' },
      purpose: { it: 'x', en: 'x' },
      canvas: {
        id: 'C9',
        title: { it: 'x', en: 'x' },
        zones: [
          {
            id: 'C9.1',
            title: { it: 'x', en: 'x' },
            question: { it: 'x', en: 'x' },
            answer: { type: 'cards' },
            expected: 1,
            leadsTo: [{ to: 'glossary' }],
          },
        ],
      },
      agenda: [{ id: 'x', kind: 'break', minutes: 10, title: { it: 'x', en: 'x' }, grouping: { groups: 'none' }, rooms: false }],
    },
  },
  planFinalCanvas: { rev: -1, blocks: [{ id: 'B1', title: { it: 'x', en: 'x' }, question: { it: 'x', en: 'x' } }] },
  setDuties: { meeting: 9, duties: {} },
  openMeeting: { meeting: 9 },
  closeMeeting: { meeting: 9 },
  takeDrive: { meeting: 9, from: null },
  handDrive: { meeting: 9, to: null },
  startBlock: { meeting: 9, block: 'x' },
  nextBlock: { meeting: 9 },
  pauseBlock: { meeting: 9 },
  resumeBlock: { meeting: 9 },
  extendBlock: { meeting: 9, minutes: 1 },
  addPeople: { people: [{ name: 'x', sector: 'none' }] },
  changePerson: { person: per },
  setRoles: { person: per, roles: ['participant'] },
  erasePerson: { person: per },
  setConsents: { consents: { name: false, directory: false, credits: false } },
  issueInvites: { people: [per] },
  withdrawInvites: { people: [per] },
  approveJoin: { join: `joi_${'0'.repeat(26)}` },
  refuseJoin: { join: `joi_${'0'.repeat(26)}` },
  unbindPerson: { person: per },
  bindZoomMeeting: { zoom: 'z', meeting: 1 },
  refuseZoomMeeting: { zoom: 'z' },
  reportZoomSeen: { meeting: 1, participant: 'p' },
  reportMyRoom: { meeting: 1, room: 'r' },
  presentAttendee: { meeting: 1, participant: 'p', name: 'x' },
  formProjectGroups: { groups: [{ key: 'x1-1', name: 'x', people: [] }] },
  formMixedGroups: { meeting: 9, moment: 1, groups: [{ key: 'x1-1', name: 'x', people: [] }] },
  renameGroup: { group: 'g9', name: 'x' },
  movePerson: { person: per, from: null, to: 'g1' },
  markDone: { meeting: 1, block: 'mixed', group: 'g9', done: true },
  requestRooms: { meeting: 9, block: 'x' },
  closeRooms: { meeting: 9 },
  takeRooms: { request: `req_${'0'.repeat(26)}`, lease: 'l'.repeat(22) },
  reportRooms: { request: `req_${'0'.repeat(26)}`, lease: 'l'.repeat(22), stage: 'open' },
  releaseRooms: { request: `req_${'0'.repeat(26)}`, lease: 'l'.repeat(22) },
  contribute: { meeting: 9, zone: 'C1.2', answer: { type: 'cards', text: 'x' } },
  editContribution: { contribution: con, answer: { type: 'cards', text: 'x' } },
  withdrawContribution: { contribution: con },
  settleCommitment: { contribution: con, status: 'kept' },
  sendMessage: { meeting: 1, groups: null, kind: 'message', text: 'x' },
  withdrawMessage: { message: 'msg_00000000000000000000000000' },
  writeSummary: { meeting: 1, block: 'x', group: 'g1', rev: 0, text: 'x' },
  shareSummaries: { meeting: 1, block: 'x' },
  openVote: { meeting: 1, on: 'C1.1', ask: { type: 'consent' } },
  revealNotes: { meeting: 9, contributions: [con] },
  shareNotes: { meeting: 9 },
  hideContribution: { contribution: con },
  unhideContribution: { contribution: con },
  redact: { contribution: con },
  askHelp: { meeting: 9 },
  answerHelp: { help: `hlp_${'0'.repeat(26)}` },
  closeHelp: { help: `hlp_${'0'.repeat(26)}` },
  placeArea: { area: 'm1' },
  cancelPlacement: { area: 'm1' },
  harvestBoard: { board: 'b' },
  disconnectBoard: { board: 'b' },
  settleNote: { contribution: con, part: '', take: 'lab' },
  rewriteNote: { contribution: con, part: '' },
  formGroupSets: { sets: [{ set: 'm9-1', groups: [{ key: 'x1-1', name: 'x', people: [] }] }] },
  movePeople: { moves: [{ person: per, from: null, to: null }] },
  setWishes: { wishes: [] },
  lockSet: { set: 'm9-1', locked: true },
  markAttendance: { meeting: 9, marks: [{ person: per, state: 'absent' }] },
  takeBackArea: { area: 'm9' },
  markLocked: { area: 'm9' },
  reportTemplate: { board: 'unknown', items: ['1'] },
  dismissDouble: { item: '1' },
  setDocuments: { theme: 'house' },
  addLogo: { alt: 'x', data: 'AAAA' },
  removeLogo: { logo: 'logo-000000' },
  publish: { entries: [`ent_${'0'.repeat(26)}`], papers: [], indexable: false, contact: '', language: 'it' },
  unpublish: {},
  compileCanvas: {},
  addEntry: { block: 'B9', text: 'x' },
  editEntry: { entry: `ent_${'0'.repeat(26)}`, rev: 1 },
  removeEntry: { entry: `ent_${'0'.repeat(26)}`, rev: 1 },
  ...compileCommands(`ent_${'0'.repeat(26)}`, `con_${'0'.repeat(26)}`),
}

let server: TestServer
let lab: TestLab
const tokens = new Map<Caller, string | null>()

beforeAll(async () => {
  server = await startTestServer()
  lab = await makeTestLab(server)
  const other = await makeTestLab(server)
  const organiser = server.api(lab.organiser)
  await organiser.send(lab.lab, { id: commandId(), type: 'setJoinLink', open: true })
  const { common } = await organiser.invites(lab.lab)
  for (const [caller, name] of Object.entries(NAMES)) tokens.set(caller as Caller, lab.people[name]?.token ?? '')
  tokens.set('newcomer', (await server.api().signInInvite(common?.split('#')[1] ?? '', 'Nina')).token)
  tokens.set('stranger', other.people['Fay']?.token ?? '')
  tokens.set('nobody', null)
})
afterAll(() => server.close())

/** True where the answer is not a refusal for want of permission. */
async function allowed(response: Response): Promise<boolean> {
  if (response.headers.get('content-type')?.includes('event-stream')) {
    await response.body?.cancel()
    return true
  }
  const text = await response.text()
  const code = response.ok ? '' : (JSON.parse(text) as { code: string }).code
  return !['forbidden', 'unauthenticated', 'unknown_lab'].includes(code)
}

const call = (
  operation: { id: string; method: string; path: string },
  caller: Caller,
  labId: string,
  body?: unknown,
): Promise<Response> => {
  const sample = SAMPLES[operation.id] ?? {}
  const path = operation.path.replace(':lab', labId).replace(/:(\w+)/g, (_all, name: string) => sample.path?.[name] ?? 'missing')
  const token = tokens.get(caller)
  const content = body ?? (operation.id === 'sendCommand' ? { ...(sample.body as object), id: commandId() } : sample.body)
  return fetch(`${server.url}/api${path}${sample.query ?? ''}`, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      'content-type': sample.csv !== undefined ? 'text/csv' : sample.zip !== undefined ? 'application/zip' : 'application/json',
    },
    ...(content === undefined && sample.csv === undefined && sample.zip === undefined
      ? {}
      : { body: sample.csv ?? sample.zip ?? JSON.stringify(content) }),
  })
}

describe('authorisation matrix', () => {
  it('has a row for every operation, and none for any other', () => {
    expect(
      operationsOf(server.services)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(MATRIX).sort())
  })

  it('every operation lets in exactly its row, and nobody of another lab', async () => {
    const made: Record<string, Caller[]> = {}
    for (const operation of operationsOf(server.services)) {
      made[operation.id] = []
      for (const caller of CALLERS) if (await allowed(await call(operation, caller, lab.lab))) made[operation.id]?.push(caller)
    }
    expect(made).toEqual(MATRIX)
  })

  it('[CMD6] every command type lets in exactly the roles of its row', async () => {
    const send = operationsOf(server.services).find(({ id }) => id === 'sendCommand')
    if (!send) throw new Error('no sendCommand')
    for (const type of COMMAND_TYPES)
      for (const caller of CALLERS) {
        const may = await allowed(await call(send, caller, lab.lab, { id: commandId(), type, ...COMMANDS[type] }))
        const expected = (PERMISSIONS[type] as readonly string[]).includes(caller)
        expect(may, `${caller} ${type}`).toBe(expected)
      }
  })

  it('lab.json and contributions.csv are for those who run the lab', async () => {
    for (const name of ['lab.json', 'contributions.csv'])
      for (const [caller, may] of [
        ['organiser', true],
        ['facilitator', true],
        ['participant', false],
        ['observer', false],
      ] as const) {
        const response = await fetch(`${server.url}/api/labs/${lab.lab}/documents/${name}`, {
          headers: { authorization: `Bearer ${tokens.get(caller)}` },
        })
        expect(response.ok, `${caller} ${name}`).toBe(may)
        await response.text()
      }
  })
})
