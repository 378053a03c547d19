// Builds the pages of every workspace that has some.
import { existsSync } from 'node:fs'
import { build } from 'vite'

for (const workspace of ['organiser-app', 'zoom-app', 'miro-app', 'sandbox']) {
  const configFile = `${workspace}/vite.config.ts`
  if (existsSync(configFile)) await build({ root: workspace, configFile, logLevel: 'warn' })
}
