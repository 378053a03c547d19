import type { JSX } from 'preact'

/** Line drawings on a grid of 20; always beside words or in a button with a label. */
const PATHS = {
  alert: 'M10 3 2.5 16.5h15L10 3Zm0 5.5v3.5m0 2.2v.1',
  check: 'M4 10.5l4 4 8-9',
  hand: 'M6 11V5.2a1.2 1.2 0 0 1 2.4 0V9M8.4 9V3.7a1.2 1.2 0 0 1 2.4 0V9M10.8 9V4.7a1.2 1.2 0 0 1 2.4 0V10M13.2 9.5V7a1.2 1.2 0 0 1 2.4 0v5c0 3-1.8 5-4.8 5-2.6 0-3.8-1-5-3.2L3.7 10a1.2 1.2 0 0 1 2-1.2L6 9.4',
  go: 'M10 2.5v3M10 14.5v3M2.5 10h3M14.5 10h3M10 6a4 4 0 1 0 .01 0M10 9.9v.2',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6 4l10 6-10 6Z',
  gear: 'M3 6h7M14 6h3M12 4v4M3 14h3M10 14h7M8 12v4',
  back: 'M16 10H4.5M9.5 5l-5 5 5 5',
  people: 'M7.5 9.5a3 3 0 1 0-.01 0M2 16.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 4a3 3 0 0 1 0 5.6M15 11.9c1.9.7 3 2.4 3 4.6',
  pin: 'M7 3h6M8 3v5l-2.5 3.5h9L12 8V3M10 11.5V17',
  move: 'M10 3v14M3 10h14M10 3 8 5M10 3l2 2M10 17l-2-2M10 17l2-2M3 10l2-2M3 10l2 2M17 10l-2-2M17 10l-2 2',
  external: 'M8 4H4v12h12v-4M11.5 3.5h5v5M16.2 3.8 9.5 10.5',
} as const
export type IconName = keyof typeof PATHS

export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
