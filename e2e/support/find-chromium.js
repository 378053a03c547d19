// Makes sure that there is a browser before the tests begin; says what to do where there is none.
import { needChromium } from './chromium.js'

try {
  needChromium()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
