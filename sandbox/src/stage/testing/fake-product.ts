import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { emptyItems, type Items } from '@telaio/shared/view'
import express, { type Request, type Response } from 'express'

/** As much of the product's public API as the stage asks for: it remembers what was said, and shows what a test tells it to. */
export interface FakeProduct {
  readonly url: string
  /** Every command that was taken, by whom, each id once. */
  readonly said: readonly { readonly who: string; readonly type: string; readonly id: string; readonly body: Record<string, unknown> }[]
  /** Paths of everything else that was asked, in order. */
  readonly asked: readonly string[]
  readonly labs: () => number
  readonly items: () => Items
  /** Changes what the view shows; the feed says so. */
  readonly show: (patch: Partial<Items>) => void
  readonly deleteLab: () => void
  /** The next request of this path is refused with 503. */
  readonly failOnce: (path: string) => void
  readonly close: () => Promise<void>
}

export async function startFakeProduct(): Promise<FakeProduct> {
  const said: { who: string; type: string; id: string; body: Record<string, unknown> }[] = []
  const asked: string[] = []
  const spent = new Set<string>()
  const made = new Map<string, string>()
  const feeds = new Set<Response>()
  const failing = new Set<string>()
  let lab: string | null = null
  let seq = 1
  let items = emptyItems()
  let people: string[] = []

  const app = express().use(express.json())
  const who = (req: Request): string => (req.headers.authorization ?? '').replace('Bearer ', '')
  const refuse = (res: Response, status: number, code: string) =>
    res.status(status).json({ type: code, title: code, status, code, detail: code })
  app.use((req, res, next) => {
    asked.push(`${req.method} ${req.path}`)
    if (failing.delete(req.path.replace(/lab_\d+/, ':lab'))) return refuse(res, 503, 'busy')
    if (/lab_\d+/.test(req.path) && !req.path.includes(String(lab))) return refuse(res, 404, 'unknown_lab')
    return next()
  })
  const signed = (res: Response, name: string) => res.json({ token: name, expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
  app.post('/api/sign-in/organiser', (req, res) => {
    const { token } = req.body
    if (!token.startsWith('once-') || spent.has(token)) return refuse(res, 401, 'link_invalid')
    spent.add(token)
    return signed(res, 'organiser')
  })
  app.post('/api/sign-in/invite', (req, res) => {
    if (!req.body.invite.startsWith(`${lab}.`)) return refuse(res, 401, 'link_invalid')
    return signed(res, req.body.invite.split('.')[1])
  })
  app.post(['/api/sign-in/miro', '/api/sign-in/zoom'], (_req, res) => signed(res, 'platform'))
  app.post('/api/labs', (req, res) => {
    const known = made.get(req.body.id)
    if (known === undefined) {
      lab = `lab_${made.size + 1}`
      made.set(req.body.id, lab)
      items = { ...emptyItems(), me: { me: { person: 'per_0' } as never } }
    }
    res.status(201).json({ id: known ?? lab, seq })
  })
  const view = () => ({ lab, epoch: 'e', seq, at: `e-${seq}`, roles: ['organiser'], items })
  app.get('/api/labs/:lab', (_req, res) => res.json(view()))
  app.post('/api/labs/:lab/commands', (req, res) => {
    const { id, type, ...body } = req.body
    if (!said.some((one) => one.id === id)) {
      said.push({ who: who(req), type, id, body })
      if (type === 'addPeople') people = body.people.map((_one: unknown, i: number) => `per_${i + 1}`)
      if (type === 'bindZoomMeeting')
        items = { ...items, zoomMeetings: { ...items.zoomMeetings, [body.zoom]: { ...body, status: 'bound' } } }
      seq += 1
    }
    res.json({ seq, ...(type === 'addPeople' ? { people } : {}) })
  })
  app.get('/api/labs/:lab/invites', (_req, res) => {
    const invites = ['per_0', ...people].map((person) => ({ person, name: person, email: null, link: `http://x/join/#${lab}.${person}` }))
    res.json({ invites, common: null, mail: false })
  })
  app.post('/api/labs/:lab/panel-code', (_req, res) => res.json({ code: 'K7QM-2XWD', expiresAt: '' }))
  app.post('/api/labs/:lab/miro/connect', (req, res) => {
    const query = new URLSearchParams({ response_type: 'code', client_id: 'sandbox-miro-test', state: 's' })
    query.set('redirect_uri', `http://${req.headers.host}/oauth/miro/callback`)
    res.json({ url: `http://miro.example/oauth/authorize?${query}` })
  })
  app.get('/oauth/miro/callback', (req, res) => res.status(req.query['code'] === undefined ? 400 : 200).send('ok'))
  app.post('/api/labs/:lab/boards', (req, res) => res.json({ board: req.body.board, link: '' }))
  const tell = (feed: Response) => feed.write(`event: reset\nid: e-${seq}\ndata: ${JSON.stringify({ cause: 'too-old', items })}\n\n`)
  app.get('/api/labs/:lab/feed', (_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream' })
    feeds.add(res)
    res.on('close', () => feeds.delete(res))
    tell(res)
  })

  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    asked,
    labs: () => made.size,
    items: () => items,
    show(patch) {
      items = { ...items, ...patch }
      seq += 1
      for (const feed of feeds) tell(feed)
    },
    deleteLab: () => {
      lab = null
    },
    failOnce: (path) => failing.add(path),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
