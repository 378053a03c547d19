import type { Bilingual, Language } from '@telaio/shared/words'

export type Env = Readonly<Record<string, string | undefined>>

/** Where a command speaks: data on one side, talk on the other. */
export interface Terminal {
  readonly language: Language
  readonly env: Env
  /** Data, on stdout: a line, or several. */
  readonly out: (text: string) => void
  /** Talk, on stderr. */
  readonly say: (it: string, en: string) => void
  /** How far long work has come; null once it is done. Seen only where stderr is a terminal. */
  readonly progress: (words: Bilingual | null) => void
}

export interface TerminalStreams {
  readonly stdout: { write: (text: string) => unknown }
  readonly stderr: { write: (text: string) => unknown; readonly isTTY?: boolean | undefined }
}

const CLEAR_LINE = '\r\u001b[2K'

export function createTerminal({ stdout, stderr }: TerminalStreams, env: Env, language: Language): Terminal {
  let shown = false
  const clear = () => {
    if (shown) stderr.write(CLEAR_LINE)
    shown = false
  }
  return {
    language,
    env,
    out: (text) => {
      clear()
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    say: (it, en) => {
      clear()
      stderr.write(`${language === 'it' ? it : en}\n`)
    },
    progress: (words) => {
      if (stderr.isTTY !== true) return
      clear()
      if (words) stderr.write(words[language])
      shown = words !== null
    },
  }
}
