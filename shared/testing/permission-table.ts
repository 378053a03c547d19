import type { AnyCommandType } from '../lab/index.ts'

export const COLUMNS = ['organiser', 'facilitator', 'participant', 'observer', 'editor', 'newcomer', 'zoom host'] as const
export type Column = (typeof COLUMNS)[number]

/** Who may try what; `permissions.ts` says the same in another form, so that neither changes alone. */
const TABLE = `
                      organiser    facilitator  participant  observer     editor       newcomer     zoom host
changeLab             yes          -            -            -            -            -            -
archiveLab            yes          -            -            -            -            -            -
reopenLab             yes          -            -            -            -            -            -
deleteLab             yes          -            -            -            -            -            -
setNotice             yes          -            -            -            -            -            -
setJoinLink           yes          yes          -            -            -            -            -
scheduleMeeting       yes          -            -            -            -            -            -
planMeeting           yes          yes          -            -            -            -            -
planFinalCanvas       yes          -            -            -            -            -            -
setDuties             yes          yes          -            -            -            -            -
openMeeting           yes          yes          -            -            -            -            -
closeMeeting          yes          yes          -            -            -            -            -
startBlock            yes          yes          -            -            -            -            -
nextBlock             yes          yes          -            -            -            -            -
pauseBlock            yes          yes          -            -            -            -            -
resumeBlock           yes          yes          -            -            -            -            -
extendBlock           yes          yes          -            -            -            -            -
addPeople             yes          -            -            -            -            -            -
changePerson          yes          yes          yes          yes          yes          -            -
setRoles              yes          -            -            -            -            -            -
erasePerson           yes          yes          yes          yes          yes          -            -
setConsents           yes          yes          yes          yes          yes          -            -
issueInvites          yes          yes          -            -            -            -            -
withdrawInvites       yes          yes          -            -            -            -            -
approveJoin           yes          yes          -            -            -            -            -
refuseJoin            yes          yes          -            -            -            -            -
unbindPerson          yes          yes          -            -            -            -            -
bindZoomMeeting       yes          yes          -            -            -            -            -
refuseZoomMeeting     yes          yes          -            -            -            -            -
reportZoomSeen        yes          yes          yes          yes          -            -            -
formProjectGroups     yes          yes          -            -            -            -            -
formMixedGroups       yes          yes          -            -            -            -            -
formGroupSets         yes          yes          -            -            -            -            -
movePeople            yes          yes          -            -            -            -            -
setWishes             yes          yes          -            -            -            -            -
lockSet               yes          yes          -            -            -            -            -
markAttendance        yes          yes          -            -            -            -            -
renameGroup           yes          yes          yes          -            -            -            -
movePerson            yes          yes          -            -            -            -            -
markDone              -            yes          yes          -            -            -            -
requestRooms          yes          yes          -            -            -            -            -
closeRooms            yes          yes          -            -            -            -            -
takeRooms             -            -            -            -            -            -            yes
reportRooms           -            -            -            -            -            -            yes
contribute            -            yes          yes          -            -            -            -
editContribution      -            yes          yes          -            -            -            -
withdrawContribution  -            yes          yes          -            -            -            -
settleCommitment      yes          yes          yes          -            -            -            -
revealNotes           -            yes          yes          -            -            -            -
shareNotes            yes          yes          -            -            -            -            -
hideContribution      yes          yes          -            -            -            -            -
unhideContribution    yes          yes          -            -            -            -            -
redact                yes          yes          -            -            -            -            -
askHelp               -            -            yes          -            -            -            -
answerHelp            -            yes          -            -            -            -            -
closeHelp             -            yes          yes          -            -            -            -
compileCanvas         yes          -            -            -            -            -            -
addEntry              yes          -            -            -            -            -            -
editEntry             yes          -            -            -            -            -            -
removeEntry           yes          -            -            -            -            -            -
mergeEntries          yes          -            -            -            -            -            -
splitEntry            yes          -            -            -            -            -            -
orderEntry            yes          -            -            -            -            -            -
acceptEntries         yes          -            -            -            -            -            -
linkEntries           yes          -            -            -            -            -            -
unlinkEntries         yes          -            -            -            -            -            -
setAside              yes          -            -            -            -            -            -
takeUp                yes          -            -            -            -            -            -
undoStep              yes          -            -            -            -            -            -
addTheme              yes          -            -            -            -            -            -
renameTheme           yes          -            -            -            -            -            -
removeTheme           yes          -            -            -            -            -            -
mergeThemes           yes          -            -            -            -            -            -
splitTheme            yes          -            -            -            -            -            -
putInTheme            yes          -            -            -            -            -            -
takeFromTheme         yes          -            -            -            -            -            -
refuseSuggestion      yes          -            -            -            -            -            -
completeTriple        yes          -            -            -            -            -            -
addComment            yes          yes          -            -            yes          -            -
resolveComment        yes          yes          -            -            yes          -            -
placeArea             yes          yes          -            -            -            -            -
takeBackArea          yes          yes          -            -            -            -            -
markLocked            yes          yes          -            -            -            -            -
reportTemplate        yes          yes          -            -            -            -            -
cancelPlacement       yes          yes          -            -            -            -            -
harvestBoard          yes          yes          -            -            -            -            -
disconnectBoard       yes          yes          -            -            -            -            -
settleNote            yes          yes          -            -            -            -            -
rewriteNote           yes          yes          -            -            -            -            -
dismissDouble         yes          yes          -            -            -            -            -
takeDrive             yes          yes          -            -            -            -            -
handDrive             yes          yes          -            -            -            -            -
reportMyRoom          yes          yes          yes          yes          -            -            -
presentAttendee       -            -            -            -            -            -            yes
releaseRooms          -            -            -            -            -            -            yes
sendMessage           yes          yes          -            -            -            -            -
withdrawMessage       yes          yes          -            -            -            -            -
writeSummary          -            yes          yes          -            -            -            -
shareSummaries        yes          yes          -            -            -            -            -
openVote              yes          yes          -            -            -            -            -
setDocuments          yes          -            -            -            -            -            -
addLogo               yes          -            -            -            -            -            -
removeLogo            yes          -            -            -            -            -            -
publish               yes          -            -            -            -            -            -
unpublish             yes          -            -            -            -            -            -
requestJoin           -            -            -            -            -            yes          -
proposeZoomMeeting    -            -            -            -            -            yes          yes
`
const ROWS = TABLE.trimEnd()
  .split('\n')
  .slice(2)
  .map((row) => row.split(/ +/))
export const MAY = Object.fromEntries(ROWS.map(([type, ...cells]) => [type, cells])) as Record<AnyCommandType, string[]>
export const TYPES = Object.keys(MAY) as AnyCommandType[]
