import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** The whole of meeting 1, and every state of the cockpit, one after the other: `npm run test:meeting`. */
export default defineConfig(config, {
  testIgnore: [],
  testMatch: ['meeting.spec.ts', 'cockpit-states.spec.ts'],
  outputDir: './test-results/meeting',
  workers: 1,
})
