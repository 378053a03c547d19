import type { ArmWork } from '@telaio/shared/api'
import {
  type Board,
  BoardError,
  type BoardInfo,
  type BoardItem,
  type BoardItemChange,
  type BoardItemKind,
  BULK,
  type MadeItem,
  type NewBoardItem,
} from '@telaio/shared/ports'
import type { WholeAnswer } from './whole-answer.ts'

export interface PanelBoardOptions {
  readonly have: (work: ArmWork) => Promise<WholeAnswer>
  /** Whether this user of the platform has made items for us. */
  readonly isOurs: (user: string) => boolean
  readonly board: string
  readonly link: string
}

/** A board through the hand of a panel that is open on it. Rules BO1–BO9 of `SPEC.md`; the panel's half is `miro-app/src/board/arm/`. */
export class PanelBoard implements Board {
  readonly #options: PanelBoardOptions

  constructor(options: PanelBoardOptions) {
    this.#options = options
  }

  async info(): Promise<BoardInfo> {
    const answer = await this.#options.have({ do: 'info' })
    if (answer.gave !== 'info') throw unfit()
    if (answer.board !== this.#options.board) throw new BoardError('gone', 'the panel stands on another board')
    // the Web SDK tells no board's name: the id stands for it
    return { id: answer.board, name: answer.board, link: this.#options.link }
  }

  async create(items: readonly NewBoardItem[]): Promise<readonly MadeItem[]> {
    if (items.length === 0) return []
    if (items.length > BULK) throw new BoardError('refused', `at most ${BULK} items at a time`)
    if (items.some(({ kind, parent }) => kind === 'frame' && parent !== null))
      throw new BoardError('refused', 'a frame stands on the board itself')
    const answer = await this.#options.have({ do: 'create', items })
    if (answer.gave !== 'made' || answer.made.length !== items.length) throw unfit()
    return answer.made
  }

  async update(item: string, kind: NewBoardItem['kind'], change: BoardItemChange): Promise<MadeItem> {
    const answer = await this.#options.have({ do: 'update', item, kind, change })
    const [made] = answer.gave === 'made' ? answer.made : []
    if (!made) throw unfit()
    return made
  }

  async remove(item: string, kind: BoardItemKind): Promise<void> {
    const answer = await this.#options.have({ do: 'remove', item, kind })
    if (answer.gave !== 'nothing') throw unfit()
  }

  async item(item: string): Promise<BoardItem | null> {
    const answer = await this.#options.have({ do: 'item', item })
    if (answer.gave !== 'items' || answer.items.length > 1) throw unfit()
    return this.#named(answer.items)[0] ?? null
  }

  async items(): Promise<readonly BoardItem[]> {
    const answer = await this.#options.have({ do: 'items' })
    if (answer.gave !== 'items') throw unfit()
    return this.#named([...new Map(answer.items.map((item) => [item.id, item])).values()])
  }

  /** Several people's panels may have written here, and they write by hand too: who made an item says nothing then. */
  #named(items: readonly BoardItem[]): BoardItem[] {
    return items.map((item) => (item.by !== null && this.#options.isOurs(item.by) ? { ...item, by: null } : item))
  }
}

const unfit = (): BoardError => new BoardError('unknown', 'the panel’s answer does not fit what was asked')
