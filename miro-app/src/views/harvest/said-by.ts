import { say } from '@telaio/shared/ui'
import type { ItemWords } from '../../board/board-host.ts'
import { harvestWords as our } from '../../words/harvest.ts'

/** What an item of the board says, or why nothing can be shown of it. */
export function saidBy(words: ItemWords | undefined): string {
  if (words === undefined) return say(our.unread)
  if (words.kind === 'gone') return say(our.itemGone)
  return words.kind === 'text' && words.text !== '' ? words.text : say(our.wordless)
}
