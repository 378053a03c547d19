import { parseArgs } from 'node:util'
import { BadConfig } from '../config.ts'
import { DirectoryInUseError } from '../store/lowdb/own-directory.ts'
import { type CliCommand, Refused, UsageError } from './command.ts'
import { helpOf, helpOfCommand } from './help.ts'
import type { Terminal } from './terminal.ts'

/** Runs what was typed after `telaio` and resolves with the exit code: 0 done, 1 refused with a reason, 2 called wrongly. */
export async function runCli(words: readonly string[], commands: readonly CliCommand[], terminal: Terminal): Promise<number> {
  const { language } = terminal
  const [first] = words
  if (first === undefined || ['--help', '-h', 'help'].includes(first)) {
    const wanted = first === 'help' && words.length > 1 ? find(words.slice(1), commands) : null
    terminal.out(wanted ? helpOfCommand(wanted.command, language) : helpOf(commands, language))
    return 0
  }
  try {
    const found = find(words, commands)
    const family = familyOf(first, commands)
    if (!found && family.length > 0 && words.slice(1).some((word) => word === '--help' || word === '-h')) {
      terminal.out(family.map((command) => helpOfCommand(command, language)).join('\n\n'))
      return 0
    }
    if (!found) throw unknownCommand(words, commands)
    return await call(found.command, found.rest, terminal)
  } catch (error) {
    terminal.progress(null)
    return explain(error, words, commands, terminal)
  }
}

function find(words: readonly string[], commands: readonly CliCommand[]): { command: CliCommand; rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '))
    if (command) return { command, rest: words.slice(length) }
  }
  return null
}

/** Commands of two words of which this is the first. */
const familyOf = (first: string, commands: readonly CliCommand[]): CliCommand[] =>
  commands.filter(({ name }) => name.startsWith(`${first} `))

function unknownCommand([first = '', second]: readonly string[], commands: readonly CliCommand[]): UsageError {
  const family = familyOf(first, commands).map(({ name }) => name)
  if (family.length > 0) {
    const said = second === undefined ? first : `${first} ${second}`
    return new UsageError(
      `«${said}» non è un comando: forse ${family.join(' o ')}.`,
      `“${said}” is no command: perhaps ${family.join(' or ')}.`,
    )
  }
  return new UsageError(
    `Il comando «${first}» non c’è. L’elenco: npx telaio --help`,
    `There is no command “${first}”. The list: npx telaio --help`,
  )
}

async function call(command: CliCommand, rest: readonly string[], terminal: Terminal): Promise<number> {
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]))
  const { values, positionals } = parseArgs({
    args: [...rest],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: true,
  })
  if (values['help'] === true) {
    terminal.out(helpOfCommand(command, terminal.language))
    return 0
  }
  const { length } = positionals
  if (length < command.operands)
    throw new UsageError(
      `Manca qualcosa: telaio ${command.name} ${command.usage}`,
      `Something is missing: telaio ${command.name} ${command.usage}`,
    )
  if (length > command.operands)
    throw new UsageError(
      `C’è una parola di troppo: «${positionals[command.operands] ?? ''}».`,
      `There is one word too many: “${positionals[command.operands] ?? ''}”.`,
    )
  return command.run({ values, operands: positionals, terminal })
}

/** What `parseArgs` found, in our words. */
function usageOf(error: unknown): UsageError | null {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (!code?.startsWith('ERR_PARSE_ARGS_')) return null
  const option = /'(-[^'\s=]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError(`L’opzione ${option} non c’è.`, `There is no option ${option}.`)
  return /does not take an argument/.test(message)
    ? new UsageError(`L’opzione ${option} non vuole un valore.`, `Option ${option} takes no value.`)
    : new UsageError(`All’opzione ${option} manca il valore.`, `Option ${option} needs a value.`)
}

function explain(error: unknown, words: readonly string[], commands: readonly CliCommand[], { say }: Terminal): number {
  const usage = error instanceof UsageError ? error : usageOf(error)
  if (usage) {
    const command = find(words, commands)?.command
    const help = `npx telaio ${command ? `${command.name} ` : ''}--help`
    const more = (text: string) => (text.includes('--help') ? text : `${text}\n${help}`)
    say(more(usage.words.it), more(usage.words.en))
    return 2
  }
  if (error instanceof BadConfig) {
    say(error.message, error.message)
    return 2
  }
  if (error instanceof Refused) say(error.words.it, error.words.en)
  else if (error instanceof DirectoryInUseError)
    say(
      `Su ${error.directory} lavora un altro programma: riprova tra poco.`,
      `Another program is working on ${error.directory}: try again shortly.`,
    )
  else {
    const { code, message } = error as { code?: string; message?: string }
    // a fault of the file system has a code and says which file; anything else is a fault of ours, and its trace is worth reporting
    const said = code === undefined ? ((error as Error).stack ?? String(error)) : (message ?? code)
    say(`Non riuscito: ${said}`, `Failed: ${said}`)
  }
  return 1
}
