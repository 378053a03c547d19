export { Messages } from './messages.tsx'
export { MoveButtons, SortBy } from './sorting.tsx'
export { Summaries } from './summary.tsx'
