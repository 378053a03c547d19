import type { JSX } from 'preact'

const PATHS = {
  chevron: 'M4 6l4 4 4-4',
  lock: 'M4.5 7.5h7v5.5h-7zM6 7.5V5.2a2 2 0 0 1 4 0v2.3',
  check: 'M3 8.5l3.2 3.2L13 5',
  hand: 'M5.5 8V3.8a1 1 0 0 1 2 0V7m0-3.9V3a1 1 0 0 1 2 0v4m0-2.6a1 1 0 0 1 2 0v5.1a4 4 0 0 1-7.4 2L2.6 9.1a1 1 0 0 1 1.6-1.2L5.5 9.4',
  out: 'M6.5 4H4v8h8V9.500M9 3.500h3.500V7M12.500 3.500L7.500 8.500',
  pause: 'M5.5 4v8M10.5 4v8',
  wait: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M8 5v3.2l2 1.6',
  mask: 'M2.5 6.5c2-1.2 3.6-1.2 5.5 0c1.900-1.200 3.500-1.200 5.500 0c0 3-1.300 4-2.800 4S8.600 9.500 8 8.700C7.400 9.500 6.800 10.500 5.300 10.500S2.500 9.500 2.500 6.500',
} as const

/** Line icons, 16 px, in the text's colour. Never alone: words stand beside them or in the control's name. */
export const Icon = ({ name }: { readonly name: keyof typeof PATHS }): JSX.Element => (
  <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
