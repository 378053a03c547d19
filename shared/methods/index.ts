export * from './purpose-words.ts'
export * from './search.ts'
