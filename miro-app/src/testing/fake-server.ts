import { isRefused, SmallLab } from '@telaio/shared/testing'
import { changesFor, type Items, viewOf, type Viewer } from '@telaio/shared/view'
import type { Answered, CommandInput, NewEvent, Rejection } from '@telaio/shared/lab'
import { planMeeting } from '@telaio/shared/board'

export const BOARD = 'board-1'
const WRITER = 'w'.repeat(43)
const TITLE = 'Lab'

interface Sent {
  readonly type: string
  readonly [field: string]: unknown
}

/** The product's server around the small lab, as far as the panel asks it: real views and real decisions, over `fetch`. */
export class FakeServer {
  readonly lab = new SmallLab()
  /** Whoever sits at the panel. */
  viewer: string
  /** Commands as they came, ids apart. */
  readonly commands: Sent[] = []
  readonly ids: string[] = []
  miro = { configured: true, connected: false, lost: false }
  code: string | null = null
  isDown = false
  /** What a panel is told that asks to write, and how often one has asked. */
  armRole: 'arm' | 'waits' = 'arm'
  armed = 0
  /** So many answers to commands are lost after they were carried out. */
  lostAnswers = 0
  #feeds = new Set<ReadableStreamDefaultController<Uint8Array>>()

  constructor() {
    this.viewer = this.lab.fay
  }

  get #as(): Viewer {
    return this.lab.viewer(this.viewer)
  }
  #view(): Items {
    return viewOf(this.#as, this.lab.scene)
  }
  get #at(): string {
    return `epoch-${this.lab.lab.seq}`
  }

  /** Lets something happen in the lab, and tells the panel of it. */
  happen(work: (lab: SmallLab) => unknown): void {
    const scene = this.lab.scene
    work(this.lab)
    const changes = changesFor({ viewer: this.#as, scene }, { viewer: this.#as, scene: this.lab.scene })
    const frame = new TextEncoder().encode(`id: ${this.#at}\nevent: changes\ndata: ${JSON.stringify(changes)}\n\n`)
    for (const feed of this.#feeds) feed.enqueue(frame)
  }
  /** What the backend logs by itself. */
  record(...events: readonly NewEvent[]): void {
    this.happen((lab) => lab.record(events))
  }
  /** Somebody writes a note; gives its id. */
  note(zone: string, text: string, who: 'ann' | 'cleo' = 'ann'): string {
    let id = ''
    this.happen((lab) => {
      id = lab.note(lab[who], zone, text)
    })
    return id
  }
  /** The board is written through the panel, on this person's word. */
  claimBoard(name: string, meeting: number | null = null): void {
    this.record({
      type: 'boardConnected',
      body: { board: BOARD, meeting, name, link: 'https://miro.example/b', writer: null, by: this.viewer },
    })
  }
  connectBoard(meeting: number | null = null): void {
    this.record({
      type: 'boardConnected',
      body: { board: BOARD, meeting, name: 'Lavagna', link: 'https://miro.example/b', writer: WRITER },
    })
  }
  /** Puts a meeting's area there: each item's id is `i-` and its key. */
  placeMeeting(meeting: number): void {
    const { items } = planMeeting(this.lab.lab, meeting)
    this.record({
      type: 'itemsPlaced',
      body: {
        board: BOARD,
        items: items.map(({ key }) => ({ key, item: `i-${meeting}-${items.findIndex((one) => one.key === key)}`, mark: 'm' })),
      },
    })
  }
  item(key: string): string {
    return this.lab.lab.placed.get(key)?.item ?? ''
  }

  /** The line breaks; what comes next finds nobody. */
  breakLine(): void {
    this.isDown = true
    for (const feed of this.#feeds) feed.error(new Error('line broken'))
    this.#feeds.clear()
  }

  readonly fetch = (async (input: string, init: RequestInit = {}): Promise<Response> => {
    if (this.isDown) throw new TypeError('Failed to fetch')
    const { pathname } = new URL(input, 'http://localhost')
    const body = init.body ? (JSON.parse(init.body as string) as Sent) : null
    const path = pathname.replace(/^\/api\/labs\/[^/]+/, '/lab')
    const json = (value: unknown, status = 200): Response => Response.json(value, { status })
    switch (`${init.method ?? 'GET'} ${path}`) {
      case 'GET /api/time':
        return json({ now: this.lab.now })
      case 'POST /api/sign-in/miro':
        return this.#signIn(body?.['code'])
      case 'GET /lab':
        return json({ lab: this.lab.lab.id, epoch: 'epoch', seq: this.lab.lab.seq, at: this.#at, items: this.#view() })
      case 'GET /lab/feed':
        return this.#feed(init.signal ?? null)
      case 'GET /lab/miro':
        return json({ ...this.miro, appUrl: '', webUrl: '' })
      case 'POST /lab/miro/connect':
        return json({ url: 'https://miro.example/consent' })
      case 'POST /lab/boards':
        this.connectBoard(body?.['meeting'] as number | null)
        return json({ board: BOARD, link: 'https://miro.example/b' })
      case `POST /lab/boards/${BOARD}/claim`:
        this.claimBoard(String(body?.['name']), body?.['meeting'] as number | null)
        return json({ board: BOARD, link: 'https://miro.example/b' })
      case `POST /lab/boards/${BOARD}/arm`:
        this.armed += 1
        return body?.['still'] === undefined ? new Promise<never>(() => undefined) : json({ role: this.armRole, call: null })
      case 'POST /lab/commands':
        return this.#command(body as unknown as CommandInput)
      default:
        return json({ code: 'unexpected', detail: `${init.method} ${pathname}` }, 404)
    }
  }) as typeof fetch

  #signIn(code: unknown): Response {
    if (code !== undefined && code !== this.code)
      return Response.json({ status: 401, code: 'panel_code_invalid', detail: 'Questo codice non vale.' }, { status: 401 })
    const isStranger = this.code !== null && code === undefined
    const { id } = this.lab.lab
    return Response.json({
      token: 'token',
      expiresAt: new Date(Date.now() + 3600_000).toISOString(),
      roles: [],
      status: isStranger ? 'stranger' : 'in',
      lab: isStranger ? null : id,
      person: this.viewer,
      labs: isStranger ? [] : [{ id, title: TITLE }],
    })
  }

  #feed(signal: AbortSignal | null): Response {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#feeds.add(controller)
        signal?.addEventListener('abort', () => this.#feeds.delete(controller))
      },
    })
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }

  #command(command: CommandInput): Response {
    const { id, ...wish } = command
    this.ids.push(id)
    this.commands.push(wish as Sent)
    let answer: Answered | Rejection | undefined
    this.happen((lab) => {
      answer = lab.send(this.viewer, wish as never, id)
    })
    if (!answer) throw new Error('no answer')
    if (isRefused(answer)) {
      const { code } = answer as Rejection
      return Response.json({ status: 409, code, detail: `refused: ${code}` }, { status: 409 })
    }
    if (this.lostAnswers > 0) {
      this.lostAnswers -= 1
      throw new TypeError('Failed to fetch')
    }
    return Response.json(answer)
  }
}
