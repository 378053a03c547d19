import type { MiroTestServer } from '@telaio/sandbox/testing'
import type { BoardItem } from '@telaio/shared/ports'
import { onBoard, RawItem } from '../rest-items.ts'

/** Everything that really is on the sandbox's board, as our adapter would read it. */
export const boardItems = (sandbox: MiroTestServer): Promise<BoardItem[]> =>
  onBoard(
    sandbox.items().map((raw) => RawItem.parse(raw)),
    () => Promise.resolve(null),
  )
