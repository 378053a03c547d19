import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** The whole of meeting 1, every state of the cockpit, and its way by keyboard, one after the other: `npm run test:meeting`. */
export default defineConfig(config, {
  testIgnore: [],
  testMatch: ['meeting.spec.ts', 'cockpit-states.spec.ts', 'cockpit-by-keyboard.spec.ts'],
  outputDir: './test-results/meeting',
  workers: 1,
})
