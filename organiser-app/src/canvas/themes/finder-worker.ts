import { type HandTheme, type Note, suggestThemes, type ThemeOptions } from '@telaio/shared/themes'

/** What the page asks: themes of these notes beside those of the hand. */
export interface Ask {
  readonly id: number
  readonly notes: readonly Note[]
  readonly hand: readonly HandTheme[]
  readonly options: Pick<ThemeOptions, 'count' | 'language' | 'vectors'>
}

addEventListener('message', ({ data: { id, notes, hand, options } }: MessageEvent<Ask>) => {
  try {
    const { themes, suggestions, empty } = suggestThemes(notes, hand, options)
    postMessage({ id, is: 'found', found: { themes, suggestions, empty } })
  } catch (error) {
    postMessage({ id, is: 'failed', message: String(error) })
  }
})
