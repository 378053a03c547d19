import type { Bilingual } from '@telaio/shared/words'
import type { Terminal } from './terminal.ts'

export interface CliOption {
  readonly type: 'string' | 'boolean'
  /** What stands after it in the help: `DIR`. */
  readonly value?: string
  readonly words: Bilingual
}

export interface Call {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly operands: readonly string[]
  readonly terminal: Terminal
}

/** One command of `telaio`: how it is called, what it says of itself, what it does. */
export interface CliCommand {
  /** One word, or two: `kit check`. */
  readonly name: string
  /** What stands after the name: `DIR`, `[--out FILE]`. */
  readonly usage: string
  readonly summary: Bilingual
  /** More, for its own help. */
  readonly about: Bilingual
  readonly options: Readonly<Record<string, CliOption>>
  /** How many operands it takes. */
  readonly operands: number
  /** Resolves with the exit code: 0 done, 1 refused with a reason. */
  readonly run: (call: Call) => Promise<number>
}

/** The command was called in a way it does not know: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}

/** The command cannot be done, for a reason that whoever called it can act on: exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly words: Bilingual
  constructor(it: string, en: string) {
    super(en)
    this.words = { it, en }
  }
}

export const DATA_OPTION: CliOption = {
  type: 'string',
  value: 'DIR',
  words: { it: 'la cartella dei dati (altrimenti DATA_DIR, o ./data)', en: 'the data directory (else DATA_DIR, or ./data)' },
}

/** The data directory that was chosen. */
export const dataDirOf = ({ values, terminal }: Call): string => {
  const given = values['data']
  return (typeof given === 'string' ? given : terminal.env['DATA_DIR']) || 'data'
}

/** A text option; undefined where it was not given. An empty one is a slip of the shell, never meant. */
export function textOption({ values }: Call, name: string): string | undefined {
  const value = values[name]
  if (value === '') throw new UsageError(`A --${name} manca il valore.`, `--${name} needs a value.`)
  return typeof value === 'string' ? value : undefined
}

/** A whole number within bounds. */
export function numberOption(
  call: Call,
  name: string,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): number {
  const text = textOption(call, name)
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(
    `--${name} deve essere un numero intero da ${least} a ${most}, non «${text}».`,
    `--${name} must be a whole number from ${least} to ${most}, not “${text}”.`,
  )
}
