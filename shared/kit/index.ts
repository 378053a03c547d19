export * from './answer-type.ts'
export * from './check-kit.ts'
export * from './kit.ts'
