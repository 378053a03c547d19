export * from './lab-store.ts'
export * from './register-store.ts'
export * from './server-store.ts'
export * from './board.ts'
