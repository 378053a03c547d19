import { TEXT_MAX, type SentAnswer } from '@telaio/shared/lab'
import { GENERIC } from './generic.ts'
import { FIRST } from './phrases-first.ts'
import { LAST } from './phrases-last.ts'
import { PROJECT } from './phrases-project.ts'
import { READING } from './phrases-reading.ts'
import type { Theme } from './theme.ts'
import { AFTERNOONS } from './theme-afternoons.ts'
import { FARMSTEAD } from './theme-farmstead.ts'
import { HAMLETS } from './theme-hamlets.ts'
import { NEWCOMERS } from './theme-newcomers.ts'
import { RIVERSIDE } from './theme-riverside.ts'
import { SCHOOLYARDS } from './theme-schoolyards.ts'
import type { Phrase, Voice, Words } from './voice.ts'

export const THEMES: readonly Theme[] = [RIVERSIDE, AFTERNOONS, SCHOOLYARDS, HAMLETS, FARMSTEAD, NEWCOMERS]

/** Phrases by zone of the built-in kit. */
const BY_ZONE: Readonly<Record<string, Phrase>> = { ...FIRST, ...READING, ...PROJECT, ...LAST }
export const BUILT_IN_KIT = 'cross-sector-lab'

/** How often a phrase that was already written is drawn again. People do repeat each other; a grammar must not do it all the time. */
const ATTEMPTS = 6

/** Writes answers in Italian, each new as far as the grammar goes. */
export interface Writer {
  /** What somebody writes in a zone; null where its answers are no words (votes, ratings, consents). */
  readonly write: (voice: Voice) => SentAnswer | null
}

export function createWriter(kit: string): Writer {
  const written = new Set<string>()
  const fresh = (phrase: Phrase, voice: Voice): Words => {
    for (let attempt = 1; ; attempt++) {
      const words = phrase(voice)
      const key = `${voice.zone.id}|${JSON.stringify(words)}`
      if (attempt < ATTEMPTS && written.has(key)) continue
      written.add(key)
      return words
    }
  }
  return {
    write: (voice) => {
      const { type } = voice.zone.answer
      if (type === 'votes' || type === 'rating' || type === 'consent') return null
      const phrase: Phrase = (kit === BUILT_IN_KIT ? BY_ZONE[voice.zone.id] : undefined) ?? GENERIC[type]
      return answerOf(voice, fresh(phrase, voice))
    },
  }
}

/** Words as the zone takes them. Columns that a kit's author changed are filled from what there is. */
function answerOf({ zone, random }: Voice, words: Words): SentAnswer | null {
  const parts: Readonly<Record<string, string>> = typeof words === 'string' ? { text: words } : words
  const part = (name: string): string => cut(parts[name] ?? Object.values(parts)[0] ?? '')
  const { answer } = zone
  switch (answer.type) {
    case 'cards':
    case 'sentence':
    case 'person':
      return { type: answer.type, text: part('text') }
    case 'term':
      return { type: 'term', term: part('term'), meaning: part('meaning') }
    case 'triple':
      return { type: 'triple', difficulty: part('difficulty'), approach: part('approach'), pointer: part('pointer') }
    case 'commitments':
      return {
        type: 'commitments',
        what: part('what'),
        ...(parts['who'] === undefined ? {} : { who: parts['who'] }),
        ...(parts['by'] === undefined ? {} : { by: parts['by'] }),
      }
    case 'table':
      return {
        type: 'table',
        cells: Object.fromEntries(
          answer.columns.map(({ id, options }) => {
            const given = parts[id] ?? ''
            return [id, options ? (options.some((option) => option.id === given) ? given : random.pick(options).id) : cut(given)]
          }),
        ),
      }
    case 'votes':
    case 'rating':
    case 'consent':
    default:
      return null
  }
}

const cut = (text: string): string => text.slice(0, TEXT_MAX)
