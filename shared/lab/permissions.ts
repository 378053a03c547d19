import type { AnyCommandType } from './commands.ts'
import { type Actor, CONDUCTORS, type Role } from './roles.ts'

/** Who may send a command at all. What it may touch (own note, own group) is the decider's to say. */
export type Permission = readonly (Role | 'zoom-host' | 'newcomer')[]

const CONDUCT: Permission = CONDUCTORS
const PREPARE: Permission = ['organiser']
const ADMIT: Permission = ['organiser', 'facilitator']
const COMMENT: Permission = ['organiser', 'facilitator', 'editor']
const WRITE: Permission = ['participant', 'facilitator']

/**
 * One row a command. `zoom-host`: whoever the signed context calls host or co-host of a Zoom meeting bound to this lab.
 * `newcomer`: somebody signed in who is nobody in the lab yet.
 */
export const PERMISSIONS: Readonly<Record<AnyCommandType, Permission>> = {
  changeLab: PREPARE,
  archiveLab: PREPARE,
  reopenLab: PREPARE,
  deleteLab: PREPARE,
  setNotice: PREPARE,
  setJoinLink: ADMIT,
  scheduleMeeting: PREPARE,
  planMeeting: CONDUCT,
  planFinalCanvas: PREPARE,
  setDuties: CONDUCT,
  openMeeting: CONDUCT,
  closeMeeting: CONDUCT,
  takeDrive: CONDUCT,
  handDrive: CONDUCT,
  startBlock: CONDUCT,
  nextBlock: CONDUCT,
  pauseBlock: CONDUCT,
  resumeBlock: CONDUCT,
  extendBlock: CONDUCT,
  addPeople: PREPARE,
  changePerson: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  setRoles: PREPARE,
  erasePerson: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  setConsents: ['organiser', 'facilitator', 'participant', 'observer', 'editor'],
  issueInvites: ADMIT,
  withdrawInvites: ADMIT,
  approveJoin: ADMIT,
  refuseJoin: ADMIT,
  unbindPerson: ADMIT,
  bindZoomMeeting: ADMIT,
  refuseZoomMeeting: ADMIT,
  reportZoomSeen: ['organiser', 'facilitator', 'participant', 'observer'],
  reportMyRoom: ['organiser', 'facilitator', 'participant', 'observer'],
  presentAttendee: ['zoom-host'],
  formProjectGroups: CONDUCT,
  formMixedGroups: CONDUCT,
  formGroupSets: CONDUCT,
  movePeople: CONDUCT,
  setWishes: CONDUCT,
  lockSet: CONDUCT,
  markAttendance: CONDUCT,
  renameGroup: ['organiser', 'facilitator', 'participant'],
  movePerson: CONDUCT,
  markDone: WRITE,
  requestRooms: CONDUCT,
  closeRooms: CONDUCT,
  takeRooms: ['zoom-host'],
  reportRooms: ['zoom-host'],
  releaseRooms: ['zoom-host'],
  contribute: WRITE,
  editContribution: WRITE,
  withdrawContribution: WRITE,
  settleCommitment: ['participant', 'facilitator', 'organiser'],
  revealNotes: WRITE,
  shareNotes: CONDUCT,
  hideContribution: CONDUCT,
  unhideContribution: CONDUCT,
  redact: CONDUCT,
  sendMessage: CONDUCT,
  withdrawMessage: CONDUCT,
  writeSummary: WRITE,
  shareSummaries: CONDUCT,
  openVote: CONDUCT,
  askHelp: ['participant'],
  answerHelp: ['facilitator'],
  closeHelp: ['facilitator', 'participant'],
  compileCanvas: PREPARE,
  addEntry: PREPARE,
  editEntry: PREPARE,
  removeEntry: PREPARE,
  mergeEntries: PREPARE,
  splitEntry: PREPARE,
  orderEntry: PREPARE,
  acceptEntries: PREPARE,
  linkEntries: PREPARE,
  unlinkEntries: PREPARE,
  setAside: PREPARE,
  takeUp: PREPARE,
  undoStep: PREPARE,
  addTheme: PREPARE,
  renameTheme: PREPARE,
  removeTheme: PREPARE,
  mergeThemes: PREPARE,
  splitTheme: PREPARE,
  putInTheme: PREPARE,
  takeFromTheme: PREPARE,
  refuseSuggestion: PREPARE,
  completeTriple: PREPARE,
  addComment: COMMENT,
  resolveComment: COMMENT,
  placeArea: CONDUCT,
  takeBackArea: CONDUCT,
  markLocked: CONDUCT,
  reportTemplate: CONDUCT,
  cancelPlacement: CONDUCT,
  harvestBoard: CONDUCT,
  disconnectBoard: CONDUCT,
  settleNote: CONDUCT,
  rewriteNote: CONDUCT,
  dismissDouble: CONDUCT,
  setDocuments: PREPARE,
  addLogo: PREPARE,
  removeLogo: PREPARE,
  publish: PREPARE,
  unpublish: PREPARE,
  requestJoin: ['newcomer'],
  proposeZoomMeeting: ['newcomer', 'zoom-host'],
}

/** Commands that drive an open meeting: one person's at a time (`decide/drive.ts`). */
export const DRIVES = [
  'startBlock',
  'nextBlock',
  'pauseBlock',
  'resumeBlock',
  'extendBlock',
  'closeMeeting',
  'requestRooms',
  'closeRooms',
  'handDrive',
] as const satisfies readonly AnyCommandType[]
export const isDriving = (type: AnyCommandType): boolean => (DRIVES as readonly AnyCommandType[]).includes(type)

/** Commands that an archived lab still takes: data rights outlive the lab's work. */
export const ALLOWED_WHEN_ARCHIVED: readonly AnyCommandType[] = [
  'reopenLab',
  'deleteLab',
  'erasePerson',
  'redact',
  'setConsents',
  'withdrawInvites',
  'unpublish',
]

/** True where the actor's roles allow this type of command in this lab. */
export function mayTry(type: AnyCommandType, actor: Actor, hostsHere: boolean): boolean {
  return PERMISSIONS[type].some((who) => {
    if (who === 'zoom-host') return hostsHere
    if (who === 'newcomer') return actor.person === null
    return actor.roles.includes(who)
  })
}
