import type { JSX } from 'preact'

/** Line drawings on a grid of 20; always beside words or with a label of the button they stand in. */
const PATHS = {
  check: 'M4 10.5l4 4 8-9',
  circle: 'M10 3.5a6.5 6.5 0 1 0 .01 0',
  alert: 'M10 3 2.5 16.5h15L10 3Zm0 5.5v3.5m0 2.2v.1',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  up: 'M10 16V4.5M5 9.5l5-5 5 5',
  down: 'M10 4v11.5M5 10.5l5 5 5-5',
  right: 'M4 10h11.5M10.5 5l5 5-5 5',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5Z',
  download: 'M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M3.5 16.5h13',
  upload: 'M10 13V3.5M5.5 7.5 10 3l4.5 4.5M3.5 16.5h13',
  hand: 'M6 11V5.2a1.2 1.2 0 0 1 2.4 0V9M8.4 9V3.7a1.2 1.2 0 0 1 2.4 0V9M10.8 9V4.7a1.2 1.2 0 0 1 2.4 0V10M13.2 9.5V7a1.2 1.2 0 0 1 2.4 0v5c0 3-1.8 5-4.8 5-2.6 0-3.8-1-5-3.2L3.7 10a1.2 1.2 0 0 1 2-1.2L6 9.4',
  grip: 'M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1',
  pencil: 'M3.5 16.5 4.5 12 13 3.5l3.5 3.5L8 15.5l-4.5 1ZM11 5.5 14.5 9',
  mail: 'M3 5.5h14v9.5H3ZM3 6l7 5.5L17 6',
  play: 'M6 4l10 6-10 6Z',
  pause: 'M7 4.5v11M13 4.5v11',
  move: 'M3.5 7h11M11 3.5 14.5 7 11 10.5M16.5 13h-11M9 9.5 5.5 13 9 16.5',
  qr: 'M3.5 3.5h5v5h-5ZM11.5 3.5h5v5h-5ZM3.5 11.5h5v5h-5ZM11.5 11.5v2.5M14 14h2.5M16.5 11.5v.1M11.5 16.5h2.5M16.5 16.5v.1',
  people: 'M7.5 9.5a3 3 0 1 0-.01 0M2 16.5c0-3 2.4-5 5.5-5s5.5 2 5.5 5M13 4a3 3 0 0 1 0 5.6M15 11.9c1.9.7 3 2.4 3 4.6',
  external: 'M8 4H4v12h12v-4M11.5 3.5h5v5M16.2 3.8 9.5 10.5',
} as const
export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
