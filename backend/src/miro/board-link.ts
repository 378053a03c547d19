/** Where Miro shows a board to people. */
export const boardLink = (webUrl: string, board: string): string => `${webUrl}/app/board/${encodeURIComponent(board)}/`
