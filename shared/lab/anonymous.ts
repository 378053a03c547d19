import type { AnyCommand } from './commands.ts'
import type { Lab } from './lab.ts'

/** True for a command about a note without author: nothing that is kept of it may lead back to who sent it (CMD9). */
export function isAnonymousWork(lab: Lab, command: AnyCommand): boolean {
  const isAnonymous = (id: string): boolean => {
    const note = lab.contributions.get(id)
    return note !== undefined && note.author === null && note.editKey !== null
  }
  switch (command.type) {
    case 'contribute':
      return command.anonymous !== undefined
    case 'editContribution':
    case 'withdrawContribution':
      return isAnonymous(command.contribution)
    case 'revealNotes':
      return command.contributions?.some(isAnonymous) ?? false
    default:
      return false
  }
}
