/** Line drawings of 20 × 20, in the colour of the text around them. */
const paths = {
  select: 'M4 3l12 6.2-5 1.7-1.8 5z',
  sticky_note: 'M3 3h14v9l-5 5H3zM17 12h-5v5',
  text: 'M4 5V3.5h12V5M10 3.5v13M7.5 16.5h5',
  shape: 'M3 8h9v9H3zM8 8V7a5 5 0 1 1 5 5h-1',
  card: 'M2.5 4.5h15v11h-15zM5 8h8M5 11.5h5',
  frame: 'M5 2v16M15 2v16M2 5h16M2 15h16',
  undo: 'M4 8h8a4.5 4.5 0 0 1 0 9H8M4 8l4-4M4 8l4 4',
  redo: 'M16 8H8a4.5 4.5 0 0 0 0 9h4M16 8l-4-4M16 8l-4 4',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.5M3 10h.5M3 15h.5',
  help: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.5v.2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  close: 'M5 5l10 10M15 5L5 15',
  reload: 'M16 10a6 6 0 1 1-1.8-4.3M16.5 3v3.5H13',
  pen: 'M3 17l1-4L14 3l3 3L7 16z',
  duplicate: 'M7 7h10v10H7zM13 7V3H3v10h4',
  group: 'M3 3h5v5H3zM12 12h5v5h-5zM8 5.5h6.5V12M5.5 8v6.5H12',
  ungroup: 'M3 3h6v6H3zM11 11h6v6h-6z',
  connect: 'M4 16C4 9 16 11 16 4M16 4l-3 2.4M16 4l2 3.2',
  front: 'M3 3h9v9H3zM15 8v7H8',
  back: 'M8 8h9v9H8zM5 12V5h7',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6',
  timer: 'M10 6v5l3 2M8 2.5h4M10 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  /** The loom: threads that cross. */
  app: 'M5 2v16M10 2v16M15 2v16M2 6.5h6M12 6.5h6M2 13.5h3M8 13.5h4M15 13.5h3',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
