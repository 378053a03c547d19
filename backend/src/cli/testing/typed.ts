import type { Language } from '@telaio/shared/words'
import { ALL_COMMANDS } from '../all-commands.ts'
import { runCli } from '../run.ts'
import { createTerminal } from '../terminal.ts'

export interface Typed {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command as if it had been typed, in this process. */
export async function typed(
  words: readonly string[],
  { language = 'en', env = {} }: { language?: Language; env?: Record<string, string> } = {},
): Promise<Typed> {
  let out = ''
  let err = ''
  const stdout = { write: (text: string) => (out += text) }
  const stderr = { write: (text: string) => (err += text), isTTY: false }
  const code = await runCli(words, ALL_COMMANDS, createTerminal({ stdout, stderr }, env, language))
  return { code, out, err }
}
