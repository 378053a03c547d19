import type { Changes } from '@telaio/shared/view'

/** A frame of a feed as Server-Sent Events write it; without an id it is not numbered. */
export const frame = (event: string, id: string | null, data: string): string =>
  `${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`

/** What changed for a viewer; nothing still says where the lab is. */
export const changesFrame = (id: string, pieces: readonly Changes[]): string =>
  pieces.every(({ remove, set }) => remove.length + set.length === 0)
    ? frame('here', id, '{}')
    : frame('changes', id, JSON.stringify({ remove: pieces.flatMap(({ remove }) => remove), set: pieces.flatMap(({ set }) => set) }))
