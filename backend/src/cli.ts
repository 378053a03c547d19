import { ALL_COMMANDS } from './cli/all-commands.ts'
import { languageOfTerminal } from './cli/language.ts'
import { runCli } from './cli/run.ts'
import { createTerminal } from './cli/terminal.ts'

process.exitCode = await runCli(process.argv.slice(2), ALL_COMMANDS, createTerminal(process, process.env, languageOfTerminal(process.env)))
