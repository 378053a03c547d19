import type { Page } from '@playwright/test'

/** What went wrong behind the page's back: errors on its console (refusals by its content policy among them), exceptions, requests that failed. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // whoever leaves a page hangs up on its feed, and on letters that were still on their way
    const isLeft = request.url().includes('/feed') || request.resourceType() === 'font'
    if (!(why === 'net::ERR_ABORTED' && isLeft)) faults.push(`request: ${why} ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answer: ${response.status()} ${response.url()}`)
  })
  return faults
}
