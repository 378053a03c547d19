import { chromium } from '@playwright/test'
import { needChromium } from '../support/chromium.js'
import { readyLab } from '../support/lab.ts'
import { Panel } from '../support/panel.ts'
import { Product } from '../support/product.ts'

/**
 * The participant's panel on a weak line and a weak machine: how much JavaScript comes at first load inside Zoom, the real SDK included, and how long it takes until the
 * prompt can be read and a field takes text. Needs a build.
 */

const JS_KB = 70
const SECONDS = 2
const RUNS = 5
/** 1.6 Mbit/s in bytes a second. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const SLOWER = 4
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const hold = (holds: boolean): string => {
  if (!holds) process.exitCode = 1
  return holds ? '' : '  MISSED'
}

const product = await Product.start()
const browser = await chromium.launch({ executablePath: needChromium(), args: ARGS })
try {
  const lab = await readyLab(product, 'Pannello')
  const invite = lab.invites['Anna'] ?? ''
  const zoom = await browser.newPage({ locale: 'it-IT' })
  const inZoom = await Panel.inZoom(zoom, product, 'Anna', 'attendee')
  await inZoom.inside.getByText('Ho un invito').waitFor()
  const frame = zoom.frames().find((one) => one.url() !== 'about:blank' && new URL(one.url()).port === new URL(product.url).port)
  const scripts =
    (await frame?.evaluate(() =>
      performance.getEntriesByType('resource').flatMap((one) => {
        if (!(one instanceof PerformanceResourceTiming) || !one.name.endsWith('.js')) return []
        return [{ name: one.name.split('/').at(-1) ?? '', packed: one.encodedBodySize, whole: one.decodedBodySize }]
      }),
    )) ?? []
  const packed = scripts.reduce((sum, one) => sum + one.packed, 0) / 1024
  const whole = scripts.reduce((sum, one) => sum + one.whole, 0) / 1024
  say(`Panel: JavaScript at first load inside Zoom, the SDK included`)
  say(`  ${scripts.map(({ name, packed: size }) => `${name} ${(size / 1024).toFixed(1)} KB`).join(', ')}`)
  say(
    `  ${whole.toFixed(1)} KB, compressed ${packed.toFixed(1)} KB: ratio ${(packed / whole).toFixed(2)} (at most ${JS_KB} KB)${hold(packed > 0 && packed <= JS_KB)}`,
  )
  await zoom.close()

  // somebody who was here before: the welcome is read once
  const before = await browser.newContext({ viewport: { width: 372, height: 700 }, locale: 'it-IT' })
  const first = await Panel.byInvite(await before.newPage(), invite)
  await first.begin()
  const storageState = await before.storageState()
  await before.close()
  const took: number[] = []
  const plain: number[] = []
  for (let run = 0; run < 2 * RUNS; run++) {
    const isSlow = run % 2 === 0
    const context = await browser.newContext({ viewport: { width: 372, height: 700 }, locale: 'it-IT', storageState })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    if (isSlow) {
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', LINE)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    }
    const from = performance.now()
    await page.goto(invite, { waitUntil: 'commit' })
    const field = page.getByRole('textbox').first()
    await field.waitFor()
    await field.fill('Una nota')
    ;(isSlow ? took : plain).push((performance.now() - from) / 1000)
    if (!(await page.locator('body').innerText()).includes('Carta d’imbarco')) throw new Error('the prompt is not there')
    await context.close()
  }
  const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  say(`Panel: from the address to a prompt that can be read and a field that takes text (median of ${RUNS}, nothing in the cache)`)
  say(`  1.6 Mbit/s, 150 ms, ${SLOWER} × slower processor: ${median(took).toFixed(2)} s; without: ${median(plain).toFixed(2)} s`)
  say(
    `  ratio ${(median(took) / median(plain)).toFixed(1)}; ${median(took).toFixed(2)} s (at most ${SECONDS} s)${hold(median(took) <= SECONDS)}`,
  )
} finally {
  await browser.close()
  await product.stop()
}
