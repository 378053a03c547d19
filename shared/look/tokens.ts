/** One identity in three hosts: panels, console, public pages, board plans, SVG and Typst all read this file. Contrasts were measured against WCAG. */

export type Theme = 'light' | 'dark'
type Pair = Readonly<Record<Theme, string>>

/** Surfaces, ink and state. `paper` is the page, `raised` what lies on it. */
export const colours = {
  paper: { light: '#FAF7F2', dark: '#191C22' },
  raised: { light: '#FFFFFF', dark: '#23272F' },
  ink: { light: '#1F2430', dark: '#F2EFE9' },
  muted: { light: '#565D6B', dark: '#B4B9C4' },
  line: { light: '#8B8577', dark: '#8B93A1' },
  action: { light: '#1D5B79', dark: '#7CC4E8' },
  onAction: { light: '#FFFFFF', dark: '#191C22' },
  danger: { light: '#A4161A', dark: '#F49AA3' },
} as const satisfies Readonly<Record<string, Pair>>

export type ThreadName = 'environment' | 'culture' | 'education' | 'social' | 'other-1' | 'other-2' | 'other-3'
export type ShapeName = 'triangle' | 'diamond' | 'square' | 'circle' | 'pentagon' | 'hexagon' | 'bar'

export interface Thread extends Pair {
  readonly shape: ShapeName
  /** The shape as a character, for text and labels. */
  readonly glyph: string
  /** Fill colour of a sticky note in Miro's closed set. */
  readonly miro: string
}

/** A sector is a thread: a colour and a shape and its name, never colour alone. */
export const threads: Readonly<Record<ThreadName, Thread>> = {
  environment: { light: '#00795A', dark: '#7BD09B', shape: 'triangle', glyph: '▲', miro: 'light_green' },
  culture: { light: '#6A4BA8', dark: '#BBA4F0', shape: 'diamond', glyph: '◆', miro: 'violet' },
  education: { light: '#8F5A00', dark: '#F0B95A', shape: 'square', glyph: '■', miro: 'light_yellow' },
  social: { light: '#B5304A', dark: '#F49AA3', shape: 'circle', glyph: '●', miro: 'light_pink' },
  'other-1': { light: '#0F7173', dark: '#6CCFD0', shape: 'pentagon', glyph: '⬟', miro: 'cyan' },
  'other-2': { light: '#33609E', dark: '#9BBCF0', shape: 'hexagon', glyph: '⬢', miro: 'light_blue' },
  'other-3': { light: '#5F5F5F', dark: '#B4B9C4', shape: 'bar', glyph: '▬', miro: 'gray' },
}

/** Type scale in rem; nothing under 14 px. */
export const type = {
  family: 'Titillium Web',
  sizes: { s: 0.875, m: 1, l: 1.25, xl: 1.5, '2xl': 2, '3xl': 2.5 },
  lineHeight: 1.5,
  headingLineHeight: 1.2,
  measure: '68ch',
} as const

/** Steps of 4 px. */
export const space = [4, 8, 12, 16, 24, 32, 48] as const
export const radius = 6
/** Heights of targets in px: in panels, in the console. */
export const targets = { panel: 32, console: 40, least: 24 } as const

const variables = (theme: Theme): string =>
  [
    ...Object.entries(colours).map(([name, pair]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${pair[theme]}`),
    ...Object.entries(threads).map(([name, thread]) => `--thread-${name}:${thread[theme]}`),
  ].join(';')

/** The tokens as CSS custom properties, light and dark. */
export function tokensCss(): string {
  const sizes = Object.entries(type.sizes).map(([name, size]) => `--text-${name}:${size}rem`)
  const steps = space.map((px, i) => `--space-${i + 1}:${px}px`)
  const fixed = [
    ...sizes,
    ...steps,
    `--radius:${radius}px`,
    `--font:'${type.family}',system-ui,sans-serif`,
    '--shadow:0 2px 12px rgb(0 0 0 / .18)',
  ].join(';')
  return `:root{color-scheme:light dark;${fixed};${variables('light')}}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables('dark')}}}\n:root[data-theme=dark]{color-scheme:dark;${variables('dark')}}\n:root[data-theme=light]{color-scheme:light}\n`
}
