import { inOwnProcess } from './own-process.ts'

/** The panel's budget is measured in a browser, by the end-to-end workspace. */
export const benchPanel = (): Promise<void> => inOwnProcess('../../e2e/bench/panel.ts')
