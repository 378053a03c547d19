export * from './commits.ts'
export * from './random.ts'
