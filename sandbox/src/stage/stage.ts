import { createHash } from 'node:crypto'
import { type Api, ApiProblem, type LabClient, openLab } from '@telaio/shared/client'
import type { Items } from '@telaio/shared/view'
import type { Log } from '../http/problem.ts'
import { createActs } from './acts.ts'
import type { Prepared, StageKeeper } from './keep.ts'
import { FACILITATOR } from './plan.ts'
import type { Platforms } from './platforms.ts'
import { bringEverybody, prepareLab } from './prepare.ts'
import type { Product } from './product.ts'
import { castIn, newestWay, partsDone } from './progress.ts'
import { type Bilingual, type Language, type Part, PARTS, type StageState, type StepKey } from './wire.ts'

export interface StageOptions {
  readonly keeper: StageKeeper
  readonly newSeed: () => string
  readonly platforms: Platforms
  readonly product: Product
  readonly log: Log
  /** A fresh link into the console, by whoever started the sandbox; null where nobody can give one. */
  readonly consoleLink: (() => Promise<string>) | null
  /** Brings simulated people into a lab, by whoever started the sandbox; null where nobody can. */
  readonly cast?: ((lab: string) => Promise<void>) | null
  readonly now?: () => Date
  /** How long an act waits for what it set going. */
  readonly patience?: number
}

/** What the stage shows of itself; addresses of pages are added by whoever knows the port. */
export type StageFacts = Omit<StageState, 'places'> & { readonly board: string | null }

/** What a lab is made with, where there is none yet. */
export interface FirstTime {
  readonly zoomLink: string
  readonly language: Language
}

export interface Stage {
  /** Whether this token opens the stage: one that has, or one that signs an organiser in. Begins to prepare, or to bring back, what is shown. */
  readonly enter: (token: string, first: FirstTime) => Promise<boolean>
  readonly isOpenTo: (token: string) => boolean
  readonly facts: () => StageFacts
  /** Resolves when something is newer than this version, or after a while. */
  readonly newerThan: (version: number, ms: number) => Promise<void>
  /** Does a step; a sentence where it could not be done. */
  readonly act: (step: StepKey) => Promise<Bilingual | null>
  readonly consoleLink: () => Promise<string | null>
  /** Twelve simulated people come in; a sentence where they cannot. */
  readonly bringCast: () => Promise<Bilingual | null>
  /** Follows the lab no longer. */
  readonly stop: () => void
}

const said = (error: unknown): Bilingual => {
  const detail = error instanceof ApiProblem ? error.detail : error instanceof Error ? error.message : String(error)
  return { it: `Non è riuscito: ${detail}`, en: `That did not work: ${detail}` }
}
const NO_LINK: Bilingual = {
  it: 'Il laboratorio non si può preparare con questo link, che è già servito: riavvia con «npm start» e apri il link nuovo.',
  en: 'The lab cannot be prepared with this link, which was used before: start again with “npm start” and open the new link.',
}
/** Between two attempts to follow the lab. */
const AGAIN_MS = 5000

class CannotPrepare extends Error {}

/** Prepares the play once, keeps it going, and knows how far the newcomer has come. */
export function createStage(options: StageOptions): Stage {
  const { keeper, platforms, product, log, consoleLink, cast = null, now = () => new Date(), patience = 60_000 } = options
  let version = 1
  let phase: StageFacts['phase'] = 'preparing'
  let problem: Bilingual | null = null
  let organiser: Api | null = null
  let lab: LabClient | null = null
  let preparing: Promise<void> | null = null
  let stopped = false
  const waiting = new Set<() => void>()

  const changed = (): void => {
    version += 1
    for (const go of waiting) go()
    waiting.clear()
  }
  const items = (): Items | null => (lab && lab.state().at !== '' ? lab.state().items : null)

  /** What was done once stays done: rooms close again, a meeting is opened anew. */
  function done(): Record<Part, boolean> {
    const before = keeper.read().done
    const there = items()
    const found = there ? partsDone(there) : null
    const all = PARTS.filter((part) => before.includes(part) || found?.[part])
    if (all.length > before.length) keeper.write({ done: all })
    return Object.fromEntries(PARTS.map((part) => [part, all.includes(part)])) as Record<Part, boolean>
  }

  async function asOrganiser(): Promise<Api> {
    if (organiser) return organiser
    if (!consoleLink) throw new CannotPrepare()
    return (organiser = await product.asOrganiser(tokenIn(await consoleLink())))
  }

  /** The lab that was prepared, if it and its board are still there. */
  async function kept(): Promise<Prepared | null> {
    const { prepared } = keeper.read()
    if (!prepared || !platforms.hasBoard(prepared.board)) return null
    try {
      const api = await product.asInvited(prepared.invites[FACILITATOR.key] ?? '')
      await api.view(prepared.lab)
      return prepared
    } catch (error) {
      // deleted by an organiser: another one is made
      if (error instanceof ApiProblem && [401, 403, 404, 409].includes(error.status)) return null
      throw error
    }
  }

  async function fresh(first: FirstTime): Promise<Prepared> {
    if (keeper.read().prepared) keeper.write({ prepared: null, done: [], seed: options.newSeed() })
    const api = await asOrganiser()
    const prepared = await prepareLab({ organiser: api, platforms, product, seed: keeper.read().seed, ...first, now })
    keeper.write({ prepared })
    return prepared
  }

  async function follow({ lab: id, invites }: Prepared): Promise<void> {
    if (lab && lab.state().line !== 'out') return
    lab?.stop()
    const opened = openLab(await product.asInvited(invites[FACILITATOR.key] ?? ''), id)
    lab = opened
    opened.subscribe(() => {
      done()
      changed()
    })
    void opened.done.then(() => later(() => goOn(opened)))
  }

  /** The token has run out, an hour after the last sign-in: signs in once more. */
  async function goOn(ended: LabClient): Promise<void> {
    const { prepared } = keeper.read()
    if (stopped || lab !== ended || !prepared) return
    try {
      await follow(prepared)
    } catch (error) {
      log.error({ error }, 'stage: the lab can no longer be followed')
    }
  }
  const later = (act: () => Promise<void>): void => void setTimeout(() => void act(), AGAIN_MS).unref()

  async function prepare(first: FirstTime): Promise<void> {
    try {
      const before = await kept()
      if (!before) {
        lab?.stop()
        lab = null
      }
      const prepared = before ?? (await fresh(first))
      await bringEverybody(prepared, platforms, product)
      await follow(prepared)
      phase = 'ready'
      problem = null
    } catch (error) {
      if (!(error instanceof CannotPrepare)) log.error({ error }, 'stage: could not be prepared')
      phase = 'failed'
      problem = error instanceof CannotPrepare ? NO_LINK : said(error)
    }
    changed()
  }

  /** Several pages opened at once prepare one lab. */
  function begin(first: FirstTime): void {
    preparing ??= prepare(first).finally(() => {
      preparing = null
    })
  }

  const isOpenTo = (token: string): boolean => token !== '' && keeper.read().doors.includes(hashOf(token))

  async function until(part: Part): Promise<void> {
    const end = Date.now() + patience
    for (let at = version; !done()[part]; at = version) {
      if (Date.now() > end) throw new Error(`“${part}” did not come about`)
      await newerThan(at, end - Date.now())
    }
  }

  async function newerThan(than: number, ms: number): Promise<void> {
    if (version > than) return
    await new Promise<void>((resolve) => {
      const go = () => {
        clearTimeout(timer)
        waiting.delete(go)
        resolve()
      }
      const timer = setTimeout(go, Math.max(0, ms))
      // nobody who waits keeps the process from ending
      timer.unref()
      waiting.add(go)
    })
  }

  return {
    isOpenTo,
    newerThan,
    async enter(token, first) {
      if (!isOpenTo(token)) {
        try {
          organiser = await product.asOrganiser(token)
        } catch (error) {
          if (error instanceof ApiProblem && error.status < 500) return false
          throw error
        }
        keeper.write({ doors: [...keeper.read().doors, hashOf(token)] })
      }
      begin(first)
      return true
    },
    facts() {
      const there = items()
      return {
        version,
        phase,
        problem,
        board: keeper.read().prepared?.board ?? null,
        done: done(),
        arrivedMs: there ? newestWay(there) : null,
        hasConsole: consoleLink !== null,
        hasCast: cast !== null,
        castHere: lab ? castIn(lab.state()) : 0,
      }
    },
    async act(step) {
      const { prepared } = keeper.read()
      try {
        if (!prepared || !items()) throw new Error('the lab is not ready')
        await createActs({ prepared, platforms, product, items: () => items() as Items, until })[step]()
        return null
      } catch (error) {
        return said(error)
      }
    },
    consoleLink: async () => (consoleLink ? consoleLink() : null),
    async bringCast() {
      const { prepared } = keeper.read()
      try {
        if (!cast || !prepared) throw new Error('the lab is not ready')
        await cast(prepared.lab)
        return null
      } catch (error) {
        return said(error)
      }
    },
    stop() {
      stopped = true
      lab?.stop()
    },
  }
}

/** The one-time token in a link into the console. */
export const tokenIn = (link: string): string => link.split('#sign-in=')[1] ?? ''

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')
