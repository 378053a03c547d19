/** The sandbox for tests of other workspaces, in their own process (README, "In tests"). */
export type { RecordedRequest } from './miro/rest/request-log.ts'
export {
  type ListedItem,
  type MiroFaults,
  type MiroServerOptions,
  type MiroTestServer,
  type MiroTokens,
  type NewBoardWish,
  startMiroServer,
} from './miro/testing/start-miro-server.ts'
export type { Tab } from './miro/testing/tab.ts'
