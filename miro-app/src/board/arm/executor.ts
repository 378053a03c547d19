import { ARM_PART, type ArmCall, type ArmGave } from '@telaio/shared/api'
import { BARE_STYLE, boldOf, type Box, carried, sdkPosition, sdkPositionIn, sizeFields, styleFields } from '@telaio/shared/board'
import type { BoardItem, BoardItemChange, BoardStyle, MadeItem, NewBoardItem } from '@telaio/shared/ports'
import { ArmFault, faultOf } from './arm-fault.ts'
import { type ArmSdk, isSdkFrame, isSdkItem, type SdkItem } from './arm-sdk.ts'
import { boardItems, boxOf, contentOf } from './board-items.ts'
import { createJournal, type Orphan } from './journal.ts'
import { COST, type Pacer } from './pacer.ts'

export interface ExecutorOptions {
  /** Called anew for every call: the SDK loses its way where references are kept (see `sdk.ts`). */
  readonly sdk: () => ArmSdk
  readonly pacer: Pacer
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Miro's silence is believed after so long (ms). */
  readonly patience?: number
}

/** Makes sure, before each write, that this panel still holds the arm; throws where it does not. */
export type Hold = () => Promise<void>

export interface Executor {
  /** Whoever sits here, as Miro names the author of what the panel makes. */
  readonly user: () => Promise<string>
  /** Carries a call out, or says why not; never throws. Items come in parts. */
  readonly carryOut: (call: ArmCall, hold: Hold) => Promise<readonly ArmGave[]>
}

type Kind = NewBoardItem['kind']
type Fields = Readonly<Record<string, unknown>>

const TYPES: Readonly<Record<Kind, string>> = { frame: 'frame', shape: 'shape', text: 'text', note: 'sticky_note' }
const SHAPES: Readonly<Partial<Record<Kind, Fields>>> = { shape: { shape: 'rectangle' }, note: { shape: 'square' } }
/** A wait for credits in the middle of a call is tried this often. */
const TRIES = 3
/** So many letters to a part of an answer, well under what the server takes. */
const PART_LETTERS = 200_000

const dataOf = (kind: Kind, content: string, style: BoardStyle | undefined): Fields =>
  kind === 'frame' ? { title: content } : { content: style?.weight === 'bold' && kind !== 'note' ? boldOf(content) : content }

const madeOf = (item: SdkItem): MadeItem => ({ id: item.id, content: contentOf(item) })

/** Carries out what the desk asks, call by call, with the Web SDK. */
export function createExecutor({ sdk, pacer, now, wait, patience = 10_000 }: ExecutorOptions): Executor {
  /** One call of the SDK: paid, and never longer than patience lasts. */
  async function ask<T>(call: () => Promise<T>, cost: number = COST.usual): Promise<T> {
    pacer.spend(cost)
    let timer: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ArmFault('unknown', 'Miro does not answer')), patience)
    })
    try {
      return await Promise.race([call(), silence])
    } catch (error) {
      throw faultOf(error, now())
    } finally {
      clearTimeout(timer)
    }
  }
  const journal = createJournal(sdk, ask)

  const find = async (ids: readonly string[]): Promise<ReadonlyMap<string, SdkItem>> => {
    const found = ids.length === 0 ? [] : await ask(() => sdk().get({ id: [...ids] }), COST.get)
    return new Map(found.filter(isSdkItem).map((item) => [item.id, item]))
  }
  /** An item with the frames that it stands in. */
  async function findWithin(id: string): Promise<{ readonly item: SdkItem; readonly frames: ReadonlyMap<string, SdkItem> } | null> {
    const frames = new Map<string, SdkItem>()
    const item = (await find([id])).get(id)
    if (!item) return null
    for (let at = item.parentId ?? null; at !== null && !frames.has(at); ) {
      const frame = (await find([at])).get(at)
      if (!frame) return null
      frames.set(at, frame)
      at = frame.parentId ?? null
    }
    return { item, frames }
  }

  /** A write in the middle of a call: where credits have run out it waits for them, since half a call is worse than a late one. */
  async function patiently(hold: Hold, call: () => Promise<unknown>): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      await hold()
      try {
        await ask(call)
        return
      } catch (error) {
        if (!(error instanceof ArmFault) || error.code !== 'busy' || tried >= TRIES) throw error
        for (const until = error.retryAt; now() < until; ) {
          await wait(Math.min(2000, until - now()))
          await hold()
        }
      }
    }
  }

  async function makeOne(kind: Kind, box: Box, content: string, style: BoardStyle): Promise<SdkItem> {
    const props = {
      ...dataOf(kind, content, style),
      ...SHAPES[kind],
      ...sizeFields(kind, box, style.size),
      ...sdkPosition(box),
      style: { ...BARE_STYLE[kind], ...styleFields(kind, style) },
    }
    const made =
      kind === 'frame'
        ? await sdk().createFrame(props)
        : kind === 'shape'
          ? await sdk().createShape(props)
          : kind === 'text'
            ? await sdk().createText(props)
            : await sdk().createStickyNote(props)
    if (!isSdkItem(made)) throw new ArmFault('unknown', 'the answer is no item')
    return made
  }

  /** All or none: what was made before a failure is taken back. */
  async function create(call: string, items: readonly NewBoardItem[], hold: Hold): Promise<MadeItem[]> {
    const ids = [...new Set(items.flatMap(({ parent }) => parent?.id ?? []))]
    const frames = await find(ids)
    const places = items.map(({ box, parent }) => {
      if (!parent) return { box, frame: null }
      const frame = frames.get(parent.id)
      if (!isSdkFrame(frame)) throw new ArmFault('refused', 'the frame is not there any more')
      // moved since the desk last looked: what stands in it goes where it is now
      const around = boxOf(frame, frames)
      return { box: around ? carried(box, parent.box, around) : box, frame }
    })
    const orphans = items.flatMap(({ kind, parent }, at): Orphan[] => {
      const place = places[at]
      return parent && place ? [{ type: TYPES[kind], parent: parent.id, ...sdkPosition(place.box) }] : []
    })
    await hold()
    if (orphans.length > 0) await journal.begin(call, orphans)
    const made: SdkItem[] = []
    try {
      for (const [at, { kind, content, style }] of items.entries()) {
        const { box, frame } = places[at] ?? {}
        if (!box) continue
        let item: SdkItem | undefined
        const make = async (): Promise<void> => {
          item = await makeOne(kind, box, content, style)
        }
        // nothing has happened before the first one: then the desk waits, not this panel
        if (made.length === 0) {
          await hold()
          await ask(make)
        } else await patiently(hold, make)
        if (!item) throw new ArmFault('unknown', 'the answer is no item')
        const one = item
        made.push(one)
        if (frame) await patiently(hold, () => frame.add(one))
      }
    } catch (error) {
      const fault = faultOf(error, now())
      if (fault.code === 'unknown') throw fault
      try {
        for (const item of made.toReversed()) await patiently(hold, () => sdk().remove(item as never))
      } catch (second) {
        throw new ArmFault(
          'unknown',
          `${fault.message}; what was made could not be taken back: ${faultOf(second, now()).message}`.slice(0, 300),
        )
      }
      if (orphans.length > 0) await journal.end(call).catch(() => undefined)
      throw fault
    }
    // a word too much on the shelf costs the next reading a look
    if (orphans.length > 0) await journal.end(call).catch(() => undefined)
    return made.map(madeOf)
  }

  async function update(call: string, id: string, kind: Kind, { content, style, place }: BoardItemChange, hold: Hold): Promise<MadeItem> {
    let item = (await find([id])).get(id)
    if (!item) throw new ArmFault('gone', 'the item is not there any more')
    if (place && kind === 'shape' && isOtherSize(item, place.box)) return replace(call, item, { content, style }, place, hold)
    const parent = kind === 'frame' ? null : (place?.parent ?? null)
    const from = item.parentId ?? null
    const moves = place !== undefined && kind !== 'frame' && from !== (parent?.id ?? null)
    const frames = await find([...new Set([...(moves && from !== null ? [from] : []), ...(moves && parent ? [parent.id] : [])])])
    const target = parent && moves ? frames.get(parent.id) : undefined
    if (moves && parent && !isSdkFrame(target)) throw new ArmFault('refused', 'the frame is not there any more')
    if (moves && from !== null) {
      const former = frames.get(from)
      const leaving = item
      if (isSdkFrame(former)) await patiently(hold, () => former.remove(leaving))
      item = (await find([id])).get(id)
      if (!item) throw new ArmFault('gone', 'the item is not there any more')
    }
    const changed = item
    if (content !== undefined) Object.assign(changed, dataOf(kind, content, style))
    if (style) changed.style = { ...changed.style, ...styleFields(kind, style) }
    if (place) {
      const around = target ? boxOf(target, frames) : null
      const box = around && parent ? carried(place.box, parent.box, around) : place.box
      const isChild = !moves && (changed.parentId ?? null) !== null && place.parent !== null
      Object.assign(changed, isChild && place.parent ? sdkPositionIn(box, place.parent.box, changed.relativeTo) : sdkPosition(box))
      const { width, height, rotation } = sizeFields(kind, place.box, style?.size)
      // readonly once it is there: sizes of shapes, heights of texts; of a note one side follows the other
      if (kind !== 'shape' && width !== undefined) Object.assign(changed, { width })
      if (kind === 'frame') Object.assign(changed, { height })
      if (rotation !== undefined && kind !== 'frame' && kind !== 'note') Object.assign(changed, { rotation })
    }
    await patiently(hold, () => changed.sync())
    if (isSdkFrame(target)) await patiently(hold, () => target.add(changed))
    return madeOf(changed)
  }

  /** A shape's size cannot be changed by the SDK: another one takes its place, the same one if the call comes twice. */
  async function replace(
    call: string,
    old: SdkItem,
    { content, style }: { readonly content: string | undefined; readonly style: BoardStyle | undefined },
    place: NonNullable<BoardItemChange['place']>,
    hold: Hold,
  ): Promise<MadeItem> {
    const words = content ?? contentOf(old)
    const all = (await ask(() => sdk().get(), COST.get)).filter(isSdkItem)
    const frames = new Map(all.map((item) => [item.id, item]))
    const there = all.find((item) => {
      if (item.type !== 'shape' || item.id === old.id || item.createdBy !== old.createdBy || isOtherSize(item, place.box)) return false
      const box = boxOf(item, frames)
      return box !== null && Math.abs(box.left - place.box.left) <= 1 && Math.abs(box.top - place.box.top) <= 1 && contentOf(item) === words
    })
    const made = there
      ? madeOf(there)
      : (await create(call, [{ kind: 'shape', parent: place.parent, box: place.box, content: words, style: style ?? {} }], hold))[0]
    if (!made) throw new ArmFault('unknown', 'nothing was made')
    await patiently(hold, () => sdk().remove(old as never))
    return made
  }

  async function remove(id: string, hold: Hold): Promise<void> {
    const item = (await find([id])).get(id)
    if (!item) return
    try {
      await patiently(hold, () => sdk().remove(item as never))
    } catch (error) {
      // somebody else was quicker
      if (!(error instanceof ArmFault) || error.code !== 'refused' || (await find([id])).has(id)) throw error
    }
  }

  /** Everything on the board; what a closed panel left beside its frame is put in first. */
  async function everything(hold: Hold): Promise<BoardItem[]> {
    const look = async (): Promise<SdkItem[]> => (await ask(() => sdk().get(), COST.get)).filter(isSdkItem)
    let all = await look()
    const left = await journal.find(all)
    if (left.length > 0) {
      const frames = new Map(all.map((item) => [item.id, item]))
      for (const { item, parent } of left) {
        const frame = frames.get(parent)
        if (!isSdkFrame(frame)) continue
        try {
          await patiently(hold, () => frame.add(item))
        } catch (error) {
          // it stands elsewhere by now, or its frame does
          if (!(error instanceof ArmFault) || error.code !== 'refused') throw error
        }
      }
      all = await look()
    }
    // a viewer's panel reads as well
    await hold()
    await journal.clear().catch(() => undefined)
    return boardItems(all, new Map(all.map((item) => [item.id, item])))
  }

  async function work(call: ArmCall, hold: Hold): Promise<readonly ArmGave[]> {
    const readyAt = pacer.readyAt(costOf(call))
    if (readyAt > now()) throw new ArmFault('busy', 'the Web SDK’s credits are used up for now', readyAt)
    switch (call.do) {
      case 'info':
        return [{ gave: 'info', board: (await ask(() => sdk().getInfo())).id }]
      case 'create':
        return [{ gave: 'made', made: await create(call.id, call.items, hold) }]
      case 'update':
        return [{ gave: 'made', made: [await update(call.id, call.item, call.kind, call.change, hold)] }]
      case 'remove':
        await remove(call.item, hold)
        return [{ gave: 'nothing' }]
      case 'item': {
        const found = await findWithin(call.item)
        return inParts(found ? boardItems([found.item], found.frames) : [])
      }
      case 'items':
        return inParts(await everything(hold))
    }
  }

  return {
    user: async () => (await ask(() => sdk().getUserInfo())).id,
    carryOut: async (call, hold) => {
      try {
        return await work(call, hold)
      } catch (error) {
        const { code, message, retryAt } = faultOf(error, now())
        return [{ gave: 'error', code, said: message.slice(0, 300), retryAt }]
      }
    },
  }
}

const isOtherSize = ({ width = 0, height = 0 }: SdkItem, box: Box): boolean =>
  Math.abs(width - box.width) > 1 || Math.abs(height - box.height) > 1

/** What a call may cost at most, in the usual way of things. */
function costOf(call: ArmCall): number {
  const { get, usual } = COST
  if (call.do === 'create') return get + usual * (4 + 4 * call.items.length)
  return call.do === 'update' ? 3 * get + 6 * usual : 2 * get + 4 * usual
}

/** An answer in pieces that the server takes. */
function inParts(items: readonly BoardItem[]): ArmGave[] {
  const parts: BoardItem[][] = [[]]
  let letters = 0
  for (const item of items) {
    const size = item.content.length
    const last = parts.at(-1) as BoardItem[]
    if (last.length >= ARM_PART || (last.length > 0 && letters + size > PART_LETTERS)) {
      parts.push([item])
      letters = size
    } else {
      last.push(item)
      letters += size
    }
  }
  let from = 0
  return parts.map((part, at) => {
    const one = { gave: 'items' as const, items: part, from, more: at < parts.length - 1 }
    from += part.length
    return one
  })
}
