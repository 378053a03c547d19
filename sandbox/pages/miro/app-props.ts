import type { AppEvent, Shown } from '../../src/miro/client/wire.ts'
import type { BoardServer } from './server.ts'
import type { MiroWords } from './words.ts'

export interface AppProps {
  readonly words: MiroWords
  readonly server: BoardServer
  /** Presses the app's icon as soon as the app listens, for pages that show boards side by side. */
  readonly opensApp: boolean
  readonly goTo: string | null
}

export type Listening = { readonly app: (event: AppEvent) => void; readonly show: (what: Shown) => void }

/** The start page, at the host name that nobody owns. */
export const boardsUrl = (): string => {
  const { port } = location
  const lang = new URLSearchParams(location.search).get('lang')
  return `http://localhost${port === '' ? '' : `:${port}`}/miro${lang === null ? '' : `?lang=${encodeURIComponent(lang)}`}`
}
