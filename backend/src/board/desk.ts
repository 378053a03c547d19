import type { Logger } from 'pino'
import { mergeReading } from '@telaio/shared/board'
import { type IdPrefix, type Lab, type LabBoard, type NewEvent } from '@telaio/shared/lab'
import { type Board, BoardError, StoreError } from '@telaio/shared/ports'
import { KnownBoard } from './known.ts'
import { noteSteps, type NoteTimes } from './note-steps.ts'
import { carriedSteps, furnitureCopies, placementStep, plannedWords } from './placement-steps.ts'
import type { CreditsLeft } from '../miro/limits.ts'
import { BOARD_SETTINGS, type BoardSettings, type Desk, type Step } from './step.ts'

export interface BoardDeskOptions {
  readonly head: (labId: string) => Promise<{ readonly lab: Lab }>
  readonly record: (labId: string, work: (lab: Lab) => readonly NewEvent[]) => Promise<Lab>
  /** The board by the account that connected it, or through a panel (no writer); null where that account is connected no more, or no panel is open there. */
  readonly open: (writer: string | null, board: string, lab: string) => Board | null
  /** What the account has left; null where nothing is limited. */
  readonly credits?: (writer: string | null) => CreditsLeft | null
  readonly now: () => number
  readonly newId: (prefix: IdPrefix) => string
  readonly logger: Pick<Logger, 'warn' | 'error'>
  readonly settings?: Partial<BoardSettings>
}

export type BoardDesk = ReturnType<typeof createBoardDesk>

/** After this many failures in a row, people are told. */
const TELL_AFTER = 3
/** … or after a wait of this length. */
const TELL_WAIT_MS = 5000
const LONGEST_WAIT_MS = 60_000

/**
 * The one writer on boards. One loop a board: it looks at the newest lab, takes the most urgent step, and looks again, until the board says what the lab
 * says. Nothing is kept between two looks that cannot be made again from the log and the board, so that a kill at any moment costs no more than a reading.
 */
export function createBoardDesk({ head, record, open, credits = () => null, now, newId, logger, settings: given }: BoardDeskOptions) {
  const settings = { ...BOARD_SETTINGS, ...given }
  const loops = new Map<string, { again: boolean; done: Promise<void>; rouse: () => void }>()
  /** Boards that cannot be written until somebody connects them again: not tried before this moment (ms). */
  const restUntil = new Map<string, number>()
  /** From when on an account may write notes again (ms). */
  const nextWrite = new Map<string, number>()
  const life = { started: false, stopped: false, startedAt: 0 }
  const waits = new Set<() => void>()
  const looks = new Set<Promise<void>>()

  const pause = (ms: number, onRouse: (rouse: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer)
        waits.delete(end)
        resolve()
      }
      const timer = setTimeout(end, Math.max(0, ms))
      waits.add(end)
      onRouse(end)
    })

  /** Tells the desk that a lab has changed. Returns at once. */
  function wake(labId: string): void {
    if (life.stopped || !life.started) return
    const looking = head(labId)
      .then(({ lab }) => {
        for (const board of lab.boards.values()) wakeBoard(labId, board.id)
      })
      .catch(ignoreGone)
      .finally(() => looks.delete(looking))
    looks.add(looking)
  }

  function wakeBoard(labId: string, boardId: string): void {
    if (life.stopped) return
    const key = `${labId}/${boardId}`
    const running = loops.get(key)
    if (running) {
      running.again = true
      running.rouse()
      return
    }
    const loop = { again: false, done: Promise.resolve(), rouse: () => undefined as void }
    loops.set(key, loop)
    loop.done = work(labId, boardId, loop)
      .catch((error: unknown) => {
        if (!(error instanceof StoreError)) logger.error({ err: error, lab: labId }, 'board')
      })
      .finally(() => {
        loops.delete(key)
        if (loop.again && !life.stopped) wakeBoard(labId, boardId)
      })
  }

  async function work(labId: string, boardId: string, loop: { again: boolean; rouse: () => void }): Promise<void> {
    let known: KnownBoard | null = null
    let board: Board | null = null
    let writer: string | null = ''
    let failures = 0
    while (!life.stopped) {
      loop.again = false
      const { lab } = await head(labId)
      const entry = lab.boards.get(boardId)
      if (!entry || lab.archived) return
      if (entry.trouble === null) restUntil.delete(`${labId}/${boardId}`)
      if ((restUntil.get(`${labId}/${boardId}`) ?? 0) > now()) return
      if (entry.writer !== writer || board === null || known === null) {
        writer = entry.writer
        board = open(writer, boardId, labId)
        known = board && new KnownBoard(board, now)
      }
      const hand = writer ?? `panel ${boardId}`
      const steps = stepsFor(lab, boardId, settings, {
        sureFrom: (known?.doubtSince ?? 0) + settings.lagMs,
        writeFrom: nextWrite.get(hand) ?? 0,
        // older words that are still on their way must not come to stand over newer ones; a life before this one may have sent some
        changeFrom: (item) =>
          settings.lagMs + (item !== null && known !== null && known.tried(item).size > 0 ? known.doubtSince : life.startedAt),
        credits: credits(writer),
      })
      if (steps.length === 0) return entry.trouble === 'no-panel' ? tell(labId, entry, null) : undefined
      // woken again when a panel is opened
      if (board === null || known === null) return tell(labId, entry, writer === null ? 'no-panel' : 'no-access')
      const ready = steps.find(({ notBefore = 0 }) => notBefore <= now())
      if (!ready) {
        // something has changed since this look began
        if (loop.again) continue
        const soonest = Math.min(...steps.map(({ notBefore = 0 }) => notBefore))
        await pause(soonest - now(), (rouse) => {
          loop.rouse = rouse
        })
        continue
      }
      // beyond the first batch no more a second than the account's credits allow
      if (ready.notes) nextWrite.set(hand, now() + (ready.notes / settings.notesPerSecond) * 1000)
      try {
        const desk: Desk = {
          lab,
          entry,
          board,
          known,
          settings,
          credits: () => credits(entry.writer),
          now,
          newId,
          record: (make) => record(labId, make),
        }
        await ready.perform(desk)
        failures = 0
        if (entry.trouble !== null) await tell(labId, entry, null)
      } catch (error) {
        if (!(error instanceof BoardError)) throw error
        known.forget()
        if (error.code === 'unknown') known.doubtSince = now()
        failures += 1
        logger.warn({ lab: labId, step: ready.name, code: error.code, failures, said: error.message }, 'board')
        if (error.code === 'absent') {
          // another panel may have come in between: looked for anew, and told where there is none
          board = null
          continue
        }
        if (error.code === 'no-access' || error.code === 'gone') {
          // somebody must connect it again; tried now and then, in case it comes back by itself
          restUntil.set(`${labId}/${boardId}`, now() + LONGEST_WAIT_MS)
          return tell(labId, entry, error.code)
        }
        const wait =
          error.code === 'busy' && error.retryAt > 0
            ? error.retryAt - now()
            : Math.min(LONGEST_WAIT_MS, settings.retryMs * 2 ** Math.min(failures - 1, 10))
        if (failures >= TELL_AFTER || wait >= TELL_WAIT_MS) await tell(labId, entry, error.code === 'busy' ? 'busy' : 'unreachable')
        await pause(wait, () => undefined)
      }
    }
  }

  async function tell(labId: string, entry: LabBoard, trouble: LabBoard['trouble']): Promise<void> {
    await record(labId, (lab) => {
      const current = lab.boards.get(entry.id)
      return current && current.trouble !== trouble ? [{ type: 'boardTroubled', body: { board: entry.id, trouble } }] : []
    })
  }

  /** Resolves once no board has anything to do, or what it has waits for somebody. */
  async function idle(): Promise<void> {
    while (loops.size + looks.size > 0) await Promise.all([...looks, ...[...loops.values()].map(({ done }) => done)])
  }

  /** Lets a call under way end; nothing new is begun. */
  async function stop(): Promise<void> {
    life.stopped = true
    for (const end of waits) end()
    await Promise.all([...loops.values()].map(({ done }) => done))
  }

  /** Takes up what an earlier life left undone; until then nothing is written, so that a command line that opens the directory leaves boards alone. */
  function start(labIds: readonly string[]): void {
    life.started = true
    life.startedAt = now()
    for (const id of labIds) wake(id)
  }

  return { start, wake, idle, stop }
}

/** Everything that could be done on a board now, the most urgent first. */
function stepsFor(
  lab: Lab,
  board: string,
  { lagMs, abreast }: BoardSettings,
  { credits, ...times }: NoteTimes & { readonly credits: CreditsLeft | null },
): Step[] {
  const { sureFrom } = times
  const steps = [...carriedSteps(lab, board, sureFrom), ...noteSteps(lab, board, times)]
  const placement = placementStep(lab, board, { sureFrom, credits, abreast, lagMs })
  if (placement) steps.push(placement)
  // by itself once people have stopped writing there, when the list shows their last words
  const entry = lab.boards.get(board)
  if (entry?.readDue != null && !entry.reading)
    steps.push({ name: 'ask', notBefore: Date.parse(entry.readDue) + lagMs, perform: askForHarvest })
  // a harvest waits until nothing is in doubt: a note of ours must not be taken for somebody's
  if (entry?.reading && !steps.some(({ name }) => name === 'find' || name === 'write' || name === 'update'))
    steps.push({ name: 'harvest', notBefore: lastRemoval(lab, board) + lagMs, perform: harvest })
  return steps
}

/** When a note was last taken off (ms): for a while the list goes on showing it, and nothing says any more that it was ours. */
const lastRemoval = (lab: Lab, board: string): number =>
  Math.max(
    0,
    ...[...lab.boardNotes.values()].flatMap((note) => (note.board === board && note.state === 'removed' ? [Date.parse(note.at)] : [])),
  )

/** The server's own request for a harvest; whoever asked meanwhile has asked for all. */
async function askForHarvest({ entry, record }: Desk): Promise<void> {
  await record((newest) => {
    const board = newest.boards.get(entry.id)
    return board?.readDue != null && !board.reading ? [{ type: 'boardReadRequested', body: { board: entry.id } }] : []
  })
}

async function harvest({ lab, entry, known, settings, now, newId, record }: Desk): Promise<void> {
  const startedAt = now()
  const planned = plannedWords(lab, entry.id)
  const items = await known.read()
  await record((newest) => {
    if (!newest.boards.get(entry.id)?.reading) return []
    const copies = furnitureCopies(newest, entry.id, items)
    const others = items.filter((item) => !copies.includes(item))
    const { events } = mergeReading(newest, { board: entry.id, items: others, startedAt, lagMs: settings.lagMs, planned }, newId)
    const listed = copies.map(({ id }) => ({ item: id, reason: 'unsupported' as const }))
    return events.map((event) =>
      event.type === 'boardRead' ? { ...event, body: { ...event.body, strays: [...event.body.strays, ...listed] } } : event,
    )
  })
}

const ignoreGone = (error: unknown): void => {
  if (!(error instanceof StoreError)) throw error
}
