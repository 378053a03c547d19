import type { Language } from '@telaio/shared/words'
import type { CliCommand } from './command.ts'

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const WIDTH = 92

/** Cuts a paragraph into lines, between words. */
const wrapped = (text: string): string =>
  text.split(' ').reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf('\n') + 1)
    return lines === '' ? word : last.length + word.length < WIDTH ? `${lines} ${word}` : `${lines}\n${word}`
  }, '')

/** What `telaio --help` prints. */
export function helpOf(commands: readonly CliCommand[], language: Language): string {
  const list = columns(commands.map(({ name, summary }) => [name, summary[language]] as const))
  return language === 'it'
    ? `telaio: sei incontri online che diventano un canvas solo, dove ogni riga sa da dove viene.

Uso: npx telaio COMANDO [opzioni]

${list}

Ogni comando ha la sua pagina: npx telaio COMANDO --help
I dati escono su stdout, le spiegazioni su stderr. Esce con 0 se è fatto, 1 se è rifiutato (e dice perché), 2 se è scritto male.
Lingua: italiano; inglese se LC_ALL, LC_MESSAGES o LANG comincia con «en».`
    : `telaio: six online meetings that end in one canvas, where every line knows where it came from.

Usage: npx telaio COMMAND [options]

${list}

Each command has its own page: npx telaio COMMAND --help
Data go to stdout, talk to stderr. Exits with 0 when done, 1 when refused (and says why), 2 when called wrongly.
Language: Italian; English where LC_ALL, LC_MESSAGES or LANG begins with “en”.`
}

/** What `telaio COMMAND --help` prints. */
export function helpOfCommand({ name, usage, summary, about, options }: CliCommand, language: Language): string {
  const rows = [
    ...Object.entries(options).map(
      ([option, { value, words }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, words[language]] as const,
    ),
    ['--help', language === 'it' ? 'questa pagina' : 'this page'] as const,
  ]
  return `${capital(summary[language])}.\n\n${language === 'it' ? 'Uso' : 'Usage'}: npx telaio ${[name, usage].filter(Boolean).join(' ')}\n\n${wrapped(about[language])}\n\n${columns(rows)}`
}
