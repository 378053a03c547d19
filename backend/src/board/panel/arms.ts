import { ARM_LEASE_MS, ARM_POLL_MS, type ArmCall, type ArmGave, type ArmReply, type ArmSaid, type ArmWork } from '@telaio/shared/api'
import { type Board, BoardError, type BoardItem } from '@telaio/shared/ports'
import { PanelBoard } from './panel-board.ts'
import type { WholeAnswer } from './whole-answer.ts'

export interface ArmsOptions {
  /** A panel has come that carries out what is to be done on a board of this lab. */
  readonly onArrive: (lab: string) => void
  readonly newId: () => string
  /** Where Miro shows a board to people, before its id. */
  readonly boardUrl: (board: string) => string
  readonly leaseMs?: number
  readonly pollMs?: number
  /** A call whose panel keeps the arm and gives no answer is given up after this long (ms). */
  readonly callMs?: number
}

interface Waiting {
  readonly call: ArmCall
  readonly items: BoardItem[]
  readonly resolve: (answer: WholeAnswer) => void
  readonly reject: (error: BoardError) => void
  timer?: ReturnType<typeof setTimeout>
}

/** One board of one lab, with whoever carries out what is asked there. */
interface Post {
  readonly lab: string
  holder: { readonly arm: string; readonly user: string } | null
  /** Questions of the holder that wait for a call. */
  open: number
  /** Grows with each question of the holder: an older one, of a line that broke, gets nothing any more. */
  turn: number
  readonly queue: Waiting[]
  /** The call that the holder is at. */
  handed: Waiting | null
  /** Everybody who has held the arm: what they make is ours, as an account's is. */
  readonly users: Set<string>
  readonly wakers: Set<() => void>
  lease?: ReturnType<typeof setTimeout>
}

export type Arms = ReturnType<typeof createArms>

/**
 * Panels that write on boards for the desk. Kept in memory only: after a restart nobody knows of the calls that were under way, and the desk looks at the
 * board for what came of them, as it does where REST gives no answer. One panel a board holds the arm, and one call is handed out at a time.
 */
export function createArms({ onArrive, newId, boardUrl, leaseMs = ARM_LEASE_MS, pollMs = ARM_POLL_MS, callMs = 120_000 }: ArmsOptions) {
  const posts = new Map<string, Post>()
  const life = { closed: false }

  function postOf(lab: string, board: string): Post {
    const key = `${lab}/${board}`
    const post = posts.get(key) ?? { lab, holder: null, open: 0, turn: 0, queue: [], handed: null, users: new Set(), wakers: new Set() }
    posts.set(key, post)
    return post
  }
  const stir = (post: Post): void => {
    for (const wake of post.wakers) wake()
  }

  /** Whoever held the arm is gone: what they were at may have happened, what waited surely did not. */
  function drop(post: Post): void {
    clearTimeout(post.lease)
    post.holder = null
    const { handed } = post
    post.handed = null
    if (handed) settle(handed, new BoardError('unknown', 'the panel was closed before it answered'))
    for (const waiting of post.queue.splice(0)) settle(waiting, new BoardError('absent', 'no panel is open on the board'))
    stir(post)
  }
  function settle(waiting: Waiting, outcome: WholeAnswer | BoardError): void {
    clearTimeout(waiting.timer)
    if (outcome instanceof BoardError) waiting.reject(outcome)
    else waiting.resolve(outcome)
  }
  /** Heard of the holder just now. */
  function touch(post: Post): void {
    clearTimeout(post.lease)
    post.lease = setTimeout(() => (post.open > 0 ? touch(post) : drop(post)), leaseMs)
    post.lease.unref?.()
  }

  function take(post: Post, call: string, outcome: ArmGave): void {
    const { handed } = post
    if (handed?.call.id !== call) return
    if (outcome.gave === 'items') {
      // a part that comes twice, since its answer was lost, counts once
      if (outcome.from === handed.items.length) handed.items.push(...outcome.items)
      if (outcome.more) return
    }
    post.handed = null
    if (outcome.gave === 'error') settle(handed, new BoardError(outcome.code, outcome.said, { retryAt: outcome.retryAt }))
    else settle(handed, outcome.gave === 'items' ? { gave: 'items', items: handed.items } : outcome)
  }

  /** The call that the holder is to do: the one it is at, should its answer never have reached it, else the next. */
  function next(post: Post): ArmCall | null {
    if (!post.handed) {
      const waiting = post.queue.shift()
      if (!waiting) return null
      post.handed = waiting
      waiting.timer = setTimeout(() => {
        if (post.handed !== waiting) return
        post.handed = null
        settle(waiting, new BoardError('unknown', 'the panel gave no answer'))
      }, callMs)
      waiting.timer.unref?.()
    }
    return post.handed.call
  }

  /** Resolves when something has changed at the post, or after `ms`, or when whoever waits is gone. */
  const change = (post: Post, ms: number, over: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        post.wakers.delete(done)
        over.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, Math.max(0, ms))
      post.wakers.add(done)
      over.addEventListener('abort', done)
    })

  /** A panel's question; answered when there is something to do, or after a while with nothing. `over`: the panel's line has ended. */
  async function ask(lab: string, board: string, { arm, user, answer, still }: ArmSaid, over: AbortSignal): Promise<ArmReply> {
    const post = postOf(lab, board)
    const until = Date.now() + pollMs
    if (answer && post.holder?.arm === arm) take(post, answer.call, answer.outcome)
    while (post.holder && post.holder.arm !== arm) {
      if (life.closed || over.aborted || Date.now() >= until || still !== undefined) return { role: 'waits', call: null }
      await change(post, until - Date.now(), over)
    }
    if (life.closed || over.aborted) return { role: 'waits', call: null }
    if (!post.holder) {
      post.holder = { arm, user }
      post.users.add(user)
      touch(post)
      onArrive(lab)
    }
    touch(post)
    // at work, or with more of its answer to come
    if (still !== undefined || (answer?.outcome.gave === 'items' && answer.outcome.more)) return { role: 'arm', call: null }
    post.turn += 1
    const mine = post.turn
    stir(post)
    post.open += 1
    try {
      while (!life.closed && !over.aborted && post.holder?.arm === arm && post.turn === mine) {
        const call = next(post)
        if (call) return { role: 'arm', call }
        if (Date.now() >= until) break
        await change(post, until - Date.now(), over)
      }
      return { role: post.holder?.arm === arm ? 'arm' : 'waits', call: null }
    } finally {
      post.open -= 1
      if (post.holder?.arm === arm) touch(post)
    }
  }

  /** Has a call carried out by the panel that is open on the board. */
  function have(lab: string, board: string, work: ArmWork): Promise<WholeAnswer> {
    const post = postOf(lab, board)
    if (!post.holder || life.closed) return Promise.reject(new BoardError('absent', 'no panel is open on the board'))
    return new Promise((resolve, reject) => {
      post.queue.push({ call: { ...work, id: newId() }, items: [], resolve, reject })
      stir(post)
    })
  }

  return {
    ask,
    /** The board through the panel that is open on it; null where none is. */
    open: (lab: string, board: string): Board | null => {
      const post = posts.get(`${lab}/${board}`)
      if (!post?.holder) return null
      return new PanelBoard({
        have: (work) => have(lab, board, work),
        isOurs: (user) => post.users.has(user),
        board,
        link: boardUrl(board),
      })
    },
    /** Panels that hold an arm now. */
    count: (): number => [...posts.values()].filter(({ holder }) => holder !== null).length,
    /** Nobody waits any more, and nothing more is handed out. */
    close: (): void => {
      life.closed = true
      for (const post of posts.values()) drop(post)
    },
  }
}
