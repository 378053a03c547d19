import { StoreError } from '@telaio/shared/ports'

/** No room on the disk, none left of the quota, or the largest size a file may have. */
const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)

export const isNoRoom = (error: unknown): boolean => NO_ROOM.includes(codeOf(error))

/** For failures that left on the disk what was there before: no room is `full`; another fault is nobody's to expect and is thrown on. */
export const harmless = (error: unknown, what: string): unknown =>
  isNoRoom(error) ? new StoreError('full', `no room left for ${what}; nothing was written`, { cause: error }) : error

/** For failures after which nobody can say what the disk holds. */
export const inDoubt = (error: unknown, what: string): StoreError =>
  new StoreError(
    'read_only',
    `${what} takes no more changes until the server is started again: the disk failed (${String(codeOf(error) ?? error)})`,
    { cause: error },
  )
