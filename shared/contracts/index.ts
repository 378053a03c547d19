export type { StoreHarness } from './harness.ts'
export { labStoreContract } from './lab-store.ts'
export { registerStoreContract } from './register-store.ts'
export { serverStoreContract } from './server-store.ts'
