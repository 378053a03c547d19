export * from './language.ts'
export * from './note-parts.ts'
export * from './sector-mark.tsx'
export * from './time-left.ts'
