import { later } from './later.tsx'

/** Apart from the other parts: one of those shows notes, and a note its editor. */
export const NoteEditor = later(async () => (await import('./note-editor.tsx')).NoteEditor)
