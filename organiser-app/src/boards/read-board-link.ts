import { BoardId } from '@telaio/shared/lab'

/** `…/app/board/uXj…=/?share_link_id=…`, `…/board/ID`, also in the code that embeds a board. */
const IN_LINK = /\/(?:board|live-embed)\/([^/?#\s"'<>&]+)/

/** A board's id as somebody pasted it: by itself, or in a link to the board. Null where there is none. */
export function readBoardLink(pasted: string): string | null {
  const text = pasted.trim()
  const id = IN_LINK.exec(text)?.[1] ?? text
  const found = BoardId.safeParse(decoded(id))
  return found.success ? found.data : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
