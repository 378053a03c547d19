import {
  BARE_STYLE,
  boldOf,
  type Box,
  centreOf,
  centredAt,
  contentOf,
  type PlanItem,
  sdkPosition,
  sizeFields,
  styleFields,
} from '@telaio/shared/board'
import { HostTrouble } from './board-host.ts'
import { type DropBoard, PutStopped, type StopReason } from './drop-board.ts'
import { type DropEvent, type DropItem, type DropSdk, isFrame } from './drop-sdk.ts'

export interface DropOptions {
  /** Called anew for every call: the SDK loses its way where references are kept (see `sdk.ts`). */
  readonly sdk: () => DropSdk
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Miro's silence is believed after so long (ms). */
  readonly patience?: number
}

/** Left free around a sheet that looks for room. */
const AROUND = 200
/** Credits come back within a minute: a call that is refused for want of them is tried again for a little longer than that. */
const BUSY_WAIT_MS = 5000
const BUSY_TRIES = 15

class Busy extends Error {}
class Cancelled extends Error {}

const isBusy = (error: unknown): boolean =>
  /rate.?limit|too many requests|credits/i.test(error instanceof Error ? error.message : String(error))
const isSilent = (error: unknown): boolean => error instanceof HostTrouble && error.code === 'silent'
const reasonOf = (error: unknown): StopReason =>
  error instanceof Cancelled ? 'cancelled' : isSilent(error) ? 'silent' : error instanceof Busy ? 'busy' : 'refused'

/** The panel's hand on its own board, by Miro's Web SDK: one call at a time, since nothing comes in bulk (facts/miro.md §1.1). */
export function createDropBoard({ sdk, wait, patience = 10_000 }: DropOptions): DropBoard {
  async function ask<T>(call: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new HostTrouble('silent')), patience)
    })
    try {
      return await Promise.race([call(), silence])
    } finally {
      clearTimeout(timer)
    }
  }
  /** The same, with refusals in our words. */
  const askHost = <T>(call: () => Promise<T>): Promise<T> =>
    ask(call).catch((error: unknown) => {
      throw error instanceof HostTrouble ? error : new HostTrouble('refused', error)
    })
  /** The same, waiting for credits. A refusal for want of them has done nothing. */
  async function patiently<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await ask(call)
      } catch (error) {
        if (!isBusy(error)) throw error
        if (tried === BUSY_TRIES) throw new Busy('no credits', { cause: error })
        await wait(BUSY_WAIT_MS, signal)
        if (signal.aborted) throw new Cancelled()
      }
    }
  }

  /** Takes back what was made, the frame last; gives what could not be. */
  async function takeBack(made: readonly DropItem[]): Promise<string[]> {
    const never = new AbortController().signal
    const standing: string[] = []
    for (const item of made.toReversed())
      try {
        await patiently(() => sdk().remove(item as never), never)
      } catch {
        standing.push(item.id)
      }
    return standing
  }

  return {
    freePlace: async ({ width, height }) => {
      const { x, y, width: wide, height: high } = await askHost(() => sdk().viewport.get())
      const seen: Box = { left: x, top: y, width: wide, height: high }
      const found = await askHost(() => sdk().findEmptySpace({ ...centreOf(seen), width, height, offset: AROUND }))
      return centredAt({ width, height }, found)
    },
    put: async ({ items }, { signal, onProgress }) => {
      const made: DropItem[] = []
      try {
        for (const item of items) {
          if (signal.aborted) throw new Cancelled()
          const one = await patiently(() => make(sdk(), item), signal)
          made.push(one)
          const [frame] = made
          if (item.parent !== null && frame && isFrame(frame)) await patiently(() => frame.add(one), signal)
          onProgress(made.length)
        }
        return made.map(({ id }) => id)
      } catch (error) {
        const standing = await takeBack(made)
        throw new PutStopped(reasonOf(error), standing, isSilent(error), error)
      }
    },
    mark: async (items) => {
      await askHost(() => sdk().deselect())
      return (await askHost(() => sdk().select({ id: [...items] }))).length
    },
    onDrop: (listener) => {
      const tell = ({ x, y, target }: DropEvent): void => {
        const template = target.closest<HTMLElement>('[data-template]')?.dataset['template']
        if (template !== undefined) listener(template, { x, y })
      }
      // a Miro that takes no drops costs the dragging only: the button is there
      void ask(() => sdk().ui.on('drop', tell)).catch(() => undefined)
      return () => void ask(() => sdk().ui.off('drop', tell)).catch(() => undefined)
    },
  }
}

/** One item of a plan, made on the board itself; a child joins its frame afterwards. */
function make(sdk: DropSdk, item: PlanItem): Promise<DropItem> {
  const kind = item.kind === 'frame' || item.kind === 'text' ? item.kind : 'shape'
  const { size, weight } = item.style
  const content = contentOf(item)
  const fields = {
    ...sdkPosition(item.box),
    ...sizeFields(kind, item.box, size),
    style: { ...BARE_STYLE[kind], ...styleFields(kind, item.style) },
  }
  if (kind === 'frame') return sdk.createFrame({ ...fields, title: item.text })
  const said = { ...fields, content: weight === 'bold' ? boldOf(content) : content }
  return kind === 'text' ? sdk.createText(said) : sdk.createShape({ ...said, shape: 'rectangle' })
}
