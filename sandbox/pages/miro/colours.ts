import type { StickyColour, TagColour } from '../../src/miro/model/enums.ts'

/** Miro's colours as its clients draw them. */
export const stickyHex: Readonly<Record<StickyColour, string>> = {
  gray: '#f5f6f8',
  light_yellow: '#fff9b1',
  yellow: '#f5d128',
  orange: '#ff9d48',
  light_green: '#d5f692',
  green: '#d0e17a',
  dark_green: '#93d275',
  cyan: '#67c6c0',
  light_pink: '#ffcee0',
  pink: '#ea94bb',
  violet: '#b384bb',
  red: '#f16c7f',
  light_blue: '#a6ccf5',
  blue: '#23bfe7',
  dark_blue: '#7b92ff',
  black: '#1a1a1a',
}

export const stickyInk = (colour: StickyColour): string => (colour === 'black' ? '#ffffff' : '#1a1a1a')

export const tagHex: Readonly<Record<TagColour, string>> = {
  red: '#f24726',
  light_green: '#cee741',
  cyan: '#12cdd4',
  yellow: '#fac710',
  magenta: '#da0063',
  green: '#8fd14f',
  blue: '#2d9bf0',
  gray: '#808080',
  violet: '#652cb3',
  dark_green: '#0ca789',
  dark_blue: '#414bb2',
  black: '#1a1a1a',
  dark_gray: '#4d4d4d',
}

/** What a shape may be painted by hand: Miro's own palette. */
export const shapeColours = [
  '#ffffff',
  '#f5f6f8',
  '#fff9b1',
  '#d5f692',
  '#93d275',
  '#67c6c0',
  '#a6ccf5',
  '#7b92ff',
  '#b384bb',
  '#ffcee0',
  '#f16c7f',
  '#ff9d48',
] as const

export const tinted = (hex: string, opacity: number): string => `color-mix(in srgb, ${hex} ${Math.round(opacity * 100)}%, transparent)`
