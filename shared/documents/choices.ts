import type { Lab } from '../lab/index.ts'
import { fitsPoster } from './canvas.ts'
import type { Content } from './content.ts'
import { oneLine } from './evidence.ts'
import { limits } from './limits.ts'
import { goalsOf, notesByZone, statementsOf } from './practice.ts'

/** What an organiser can choose from, as the rules of composition see it. */
export interface Choices {
  /** Each block with its entries in order, and which of them the poster shows. */
  readonly poster: readonly {
    readonly block: string
    readonly title: string
    /** The entry that the poster shows now; null: none is short enough. */
    readonly shown: string | null
    /** False: the rules picked it. */
    readonly chosen: boolean
    readonly entries: readonly { readonly id: string; readonly text: string; readonly characters: number; readonly fits: boolean }[]
  }[]
  readonly manifesto: {
    /** Every statement there is, by the id of its first note; those that are shown first, in their order. */
    readonly statements: readonly { readonly id: string; readonly text: string; readonly notes: number; readonly shown: boolean }[]
    readonly chosen: boolean
    /** How many statements make a manifesto. */
    readonly least: number
    readonly most: number
  }
}

/** What poster and manifesto show now, and what else they could. */
export function choicesFor(lab: Lab, content: Content): Choices {
  const notes = notesByZone(lab)
  const statements = statementsOf(lab, notes, goalsOf(lab, notes), content.language)
  const shown = content.manifesto.statements
  const said = new Set(shown.map(({ text }) => oneLine(text)))
  const onPoster = new Map(content.poster.map(({ block, id }) => [block, id]))
  const chosen = new Set(lab.documents.poster)
  return {
    poster: content.blocks.map(({ id, title, sentences, more }) => {
      const entries = [...sentences, ...more].map((one) => ({
        id: one.id,
        text: oneLine(one.text),
        characters: oneLine(one.text).length,
        fits: fitsPoster(one.text),
      }))
      const at = onPoster.get(id) ?? null
      return { block: id, title, shown: at, chosen: at !== null && chosen.has(at), entries }
    }),
    manifesto: {
      statements: [
        ...shown.map((one) => ({ ...one, shown: true })),
        ...statements.filter(({ text }) => !said.has(oneLine(text))).map((one) => ({ ...one, shown: false })),
      ].map(({ id, text, evidence, shown: isShown }) => ({ id, text: oneLine(text), notes: evidence.notes, shown: isShown })),
      chosen: lab.documents.manifesto.length > 0,
      ...limits.manifesto,
    },
  }
}
