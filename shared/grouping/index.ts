export { acquaintanceOf, type Acquaintance } from './acquaintance.ts'
export { costsOfMove, costsOfSwap, type Cost, leastSwap, moveIn, type MoveOf, swapIn, type SwapOf } from './costs.ts'
export { type Choice, choicesOf } from './choices.ts'
export { attendanceOf, type AttendanceRow } from './attendance.ts'
export { csvText, planCsv, type PlannedGroup, preassignCsv } from './exports.ts'
export { bodiesOf, defaultName, type GroupBody, placesOf } from './bodies.ts'
export { dayOf, type Day, movesOf } from './day.ts'
export { type Preference, placeByPreference } from './preference.ts'
export { isPinned, withPinTurned } from './pins.ts'
export {
  type Asked,
  groupIdIn,
  type Grouping,
  type GroupingScene,
  problemOf,
  ROUNDED_BY,
  type Round,
  type RoundState,
  wishesIn,
  wishesOfConflict,
} from './problem.ts'
export { costLine, explain, type Line, type Names, whyLine, wishLine } from './lines.ts'
export { compareWords, groupingWords } from './words.ts'
export { freeIndex, type GroupSet, groupSets, groupsFor, groupsOf, keyOf, setOfBlock } from './sets.ts'
