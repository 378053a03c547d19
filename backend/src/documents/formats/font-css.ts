import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** Letters of our typeface that a page carries with it: those of Italian, English and their neighbours; others are the reader's own. */
const RANGE =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
let made: string | undefined

/** Titillium Web as part of a page, so that it looks the same with nothing fetched from anywhere. Read once. */
export const fontCss = (): string =>
  (made ??= [400, 600, 700]
    .map((weight) => {
      const file = readFileSync(require.resolve(`@fontsource/titillium-web/files/titillium-web-latin-${weight}-normal.woff2`))
      return `@font-face{font-family:'Titillium Web';font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')}) format('woff2');unicode-range:${RANGE}}`
    })
    .join('\n'))
