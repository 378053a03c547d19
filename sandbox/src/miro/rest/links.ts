/** Links of answers, on the address under which the API was asked. Ids of boards end with "=", which Miro's links escape. */
export interface Links {
  readonly board: (boardId: string) => string
  readonly item: (boardId: string, path: string, id: string) => string
  readonly children: (boardId: string, frameId: string) => string
  readonly members: (boardId: string) => string
  readonly view: (boardId: string) => string
  /** The collection's own address with another query. */
  readonly page: (query: Readonly<Record<string, string | number>>) => string
}

export function createLinks(api: string, web: string, path: string): Links {
  const board = (id: string) => `${api}/v2/boards/${encodeURIComponent(id)}`
  return {
    board,
    item: (boardId, kind, id) => `${board(boardId)}/${kind}/${id}`,
    children: (boardId, frameId) => `${board(boardId)}/items?parent_item_id=${frameId}&limit=10&cursor=`,
    members: (boardId) => `${board(boardId)}/members?limit=20&offset=0`,
    view: (boardId) => `${web}/app/board/${encodeURIComponent(boardId)}`,
    page: (query) =>
      `${api}${path}?${new URLSearchParams(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))).toString()}`,
  }
}

/** Where items of a kind stand in the API. */
export const pathOfKind = {
  sticky_note: 'sticky_notes',
  text: 'texts',
  shape: 'shapes',
  card: 'cards',
  frame: 'frames',
  image: 'images',
  unsupported: 'items',
} as const
