import { type Api, newCommandId } from '@telaio/shared/client'
import type { Items } from '@telaio/shared/view'
import type { Prepared } from './keep.ts'
import { BLOCK, FACILITATOR, MEETING, PARTICIPANTS, WORDS, ZONE } from './plan.ts'
import type { Platforms } from './platforms.ts'
import type { Product, Saying } from './product.ts'
import { partsDone } from './progress.ts'
import type { Part, StepKey } from './wire.ts'

export interface ActOptions {
  readonly prepared: Prepared
  readonly platforms: Platforms
  readonly product: Product
  /** The lab as it is now, for the facilitator. */
  readonly items: () => Items
  /** Resolves once a part is done; rejects where it does not come. */
  readonly until: (part: Part) => Promise<void>
}

/** Does a step for a newcomer who would rather watch: as its people would, by the product's public API and by hand on the board. */
export function createActs({ prepared, platforms, product, items, until }: ActOptions): Record<StepKey, () => Promise<void>> {
  const { lab, board, invites } = prepared
  const as = (key: string): Promise<Api> => product.asInvited(invites[key] ?? '')
  const send = (api: Api, saying: Saying) => api.send(lab, { id: newCommandId(), ...saying })
  const conduct = async (saying: Saying) => send(await as(FACILITATOR.key), saying)

  const place = async (): Promise<void> => {
    await conduct({ type: 'placeArea', area: `m${MEETING}` })
    await until('place')
  }

  async function openRooms(): Promise<void> {
    const { status, current } = items().meetings[String(MEETING)] ?? { status: 'planned', current: null }
    if (status !== 'open') await conduct({ type: 'openMeeting', meeting: MEETING })
    if (current !== BLOCK) await conduct({ type: 'startBlock', meeting: MEETING, block: BLOCK })
    const isOpen = Object.values(items().rooms).some(({ stage }) => stage === 'open')
    if (!isOpen) await conduct({ type: 'requestRooms', meeting: MEETING, block: BLOCK })
  }

  async function write(): Promise<void> {
    const [anna] = PARTICIPANTS
    const answer = { type: 'cards', text: WORDS.inRoom } as const
    await send(await as(anna.key), { type: 'contribute', meeting: MEETING, block: BLOCK, zone: ZONE, answer })
  }

  async function writeOnBoard(): Promise<void> {
    const zone = Object.entries(items().spots).find(([key]) => key.endsWith(`/${ZONE}`) && key.startsWith(`m${MEETING}/x2-2`))
    if (!zone) throw new Error('the groups’ sheets are not on the board')
    platforms.stick(board, zone[1].item, WORDS.byHand)
    await conduct({ type: 'harvestBoard', board })
  }

  async function compile(): Promise<void> {
    await conduct({ type: 'compileCanvas' })
    await conduct({ type: 'placeArea', area: 'canvas' })
  }

  /** A step stands on those before it. */
  async function after(parts: readonly Part[]): Promise<void> {
    const acts: Partial<Record<Part, () => Promise<void>>> = { place, block: openRooms, write }
    for (const part of parts) {
      if (!partsDone(items())[part]) await acts[part]?.()
      await until(part)
    }
  }

  return {
    place,
    conduct: openRooms,
    write: async () => {
      await after(['place', 'block'])
      await write()
    },
    board: async () => {
      await after(['place'])
      await writeOnBoard()
    },
    canvas: async () => {
      await after(['place', 'block', 'write'])
      await compile()
    },
  }
}
