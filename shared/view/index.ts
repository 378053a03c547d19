export * from './items.ts'
export { entryItem, shownAnswer } from './show.ts'
export * from './view.ts'
export * from './viewer.ts'
