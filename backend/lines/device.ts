import * as indexedDb from 'fake-indexeddb'

/** Gives this process what a browser has to keep things in: a database that outlives every page of it. */
export const makeDevice = (): void => void Object.assign(globalThis, indexedDb)
