import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** Questions that wait on purpose: a feed lasts for hours, a panel's question until there is something to do. */
const LONG = new Set<unknown>(['feed', 'armBoard'])

/** What an operator watches. Labels are operations and codes, never people or labs. */
export function createMetrics(feeds: () => Promise<number>, panels: () => number) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'telaio_http_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const resets = new Counter({
    name: 'telaio_feed_resets_total',
    help: 'Views sent whole, by cause',
    labelNames: ['cause'],
    registers: [registry],
  })
  const commits = new Counter({ name: 'telaio_commits_total', help: 'Commits made durable', registers: [registry] })
  const open = new Gauge({
    name: 'telaio_feeds_open',
    help: 'Open feeds',
    registers: [],
    async collect() {
      this.set(await feeds())
    },
  })
  const writing = new Gauge({
    name: 'telaio_panels_writing',
    help: 'Panels through which boards are written',
    registers: [],
    collect() {
      this.set(panels())
    },
  })
  registry.registerMetric(open)
  registry.registerMetric(writing)
  const watch: RequestHandler = (_request, response, next) => {
    const end = seconds.startTimer()
    response.once(
      'finish',
      () =>
        !LONG.has(response.locals['operation']) &&
        end({ operation: String(response.locals['operation'] ?? 'other'), status: String(response.statusCode) }),
    )
    next()
  }
  const show: RequestHandler = async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  }
  return { watch, show, resets, commits }
}
