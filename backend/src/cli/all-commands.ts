import type { CliCommand } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { doctorCommand } from './commands/doctor.ts'
import { eraseCommand } from './commands/erase.ts'
import { groupsCommand } from './commands/groups.ts'
import { harvestCommand } from './commands/harvest.ts'
import { kitCheckCommand } from './commands/kit-check.ts'
import { kitExportCommand } from './commands/kit-export.ts'
import { moveCommand } from './commands/move.ts'
import { rehearseCommand } from './commands/rehearse.ts'
import { restoreCommand } from './commands/restore.ts'
import { signInLinkCommand } from './commands/sign-in-link.ts'
import { startCommand } from './commands/start.ts'
import { themesCommand } from './commands/themes.ts'

/** Every command of `telaio`, in the order of its help. Those of later versions join when they work. */
export const ALL_COMMANDS: readonly CliCommand[] = [
  startCommand,
  rehearseCommand,
  harvestCommand,
  groupsCommand,
  themesCommand,
  kitCheckCommand,
  kitExportCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  doctorCommand,
  eraseCommand,
  signInLinkCommand,
]
