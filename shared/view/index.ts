export * from './items.ts'
export * from './view.ts'
export * from './viewer.ts'
