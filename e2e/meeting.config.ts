import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** The whole of meeting 1 in one long test, by itself: `npm run test:meeting`. */
export default defineConfig(config, { testIgnore: [], testMatch: 'meeting.spec.ts', outputDir: './test-results/meeting', workers: 1 })
