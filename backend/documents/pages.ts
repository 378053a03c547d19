import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium } from '@playwright/test'

/** Widths at which pages are looked at: a phone held upright, a desk. */
const WIDTHS = [372, 1280] as const

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

/** Every HTML file of a folder in Chromium: axe finds nothing, nothing is fetched, nothing runs, no page is wider than its window. */
export async function checkPages(browser: Browser, folder: string, fault: (words: string) => void): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'))
  const context = await browser.newContext({ viewport: { width: WIDTHS[1], height: 900 } })
  const page = await context.newPage()
  let now = ''
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'https://document.invalid/') fault(`${now}: asks for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    fault(`${now}: a script ran`)
    void dialog.dismiss()
  })
  for (const name of names) {
    now = name
    const html = await readFile(join(folder, name), 'utf8')
    await page.route('https://document.invalid/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    await page.setViewportSize({ width: WIDTHS[1], height: 900 })
    await page.goto('https://document.invalid/')
    await page.unroute('https://document.invalid/')
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) fault(`${name}: axe, ${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) fault(`${name}: ${over} px wider than a window of ${width}`)
    }
  }
  await context.close()
  return names.length
}
