// Runs dependency-cruiser and refuses to believe a check that saw nothing: under a TypeScript it does not know it passes everything.
import { execFileSync } from 'node:child_process'

const FLOOR = 100
const folders = ['shared', 'backend', 'miro-app', 'zoom-app', 'organiser-app', 'sandbox', 'e2e']
let output
try {
  output = execFileSync('node_modules/.bin/depcruise', [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
} catch (error) {
  output = error.stdout
}
const { summary } = JSON.parse(output)
for (const { rule, from, to, comment } of summary.violations)
  console.error(`${rule.name}: ${from} → ${to}${comment ? `\n  ${comment}` : ''}`)
if (summary.totalCruised < FLOOR) {
  console.error(`only ${summary.totalCruised} modules were seen: the check itself is broken`)
  process.exit(1)
}
console.log(`layers: ${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`)
process.exit(summary.violations.some(({ rule }) => rule.severity === 'error') ? 1 : 0)
