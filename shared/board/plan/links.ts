import { type Contribution, type Lab, noteLink } from '../../lab/index.ts'
import type { TextLink } from '../text.ts'
import { WORDS } from './words.ts'

/** Where a note was written, and the way there: to its note on the board, else to its zone; no address where neither stands on a board. */
export function sourceLink(lab: Lab, note: Pick<Contribution, 'id' | 'meeting' | 'group' | 'zone'>): TextLink {
  const { language } = lab
  const group =
    note.group === 'all'
      ? WORDS.all[language]
      : (lab.groups.get(note.group.startsWith('g') ? note.group : `m${note.meeting}/${note.group}`)?.name ?? note.group)
  return {
    text: `${WORDS.meeting[language]} ${note.meeting} · ${group} · ${note.zone}`,
    href: noteLink(lab, note)?.href ?? '',
  }
}
