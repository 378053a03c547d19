import { defineConfig } from '@playwright/test'
import { chromiumPath } from './support/chromium.js'

export default defineConfig({
  testDir: './tests',
  // long tests, with a configuration of their own
  testIgnore: ['meeting.spec.ts', 'cockpit-states.spec.ts', 'cockpit-by-keyboard.spec.ts'],
  outputDir: './test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // each file has a server and several panels of its own, and waits much of its time: two fit on two cores
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    actionTimeout: 15_000,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    // without its film, which is encoded all the time, page by page, and thrown away; each step's page as it was is kept
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath() ?? '/usr/bin/chromium',
      // no sandbox of its own when the tests run as root in a container; no talk with Google's hosts
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
