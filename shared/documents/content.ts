import type { Sector } from '../kit/index.ts'
import type { DocumentLicence, DocumentTheme, Logo } from '../lab/index.ts'
import type { Language } from '../words/bilingual.ts'

/** A note that a sentence came from. Names of people stand nowhere here. */
export interface Source {
  readonly note: string
  readonly meeting: number
  /** Name of the group. */
  readonly group: string
  readonly zone: string
}

/** How much stands behind a sentence. `people`: authors who are known, counted and never named. */
export interface Evidence {
  readonly notes: number
  readonly people: number
  readonly groups: readonly string[]
  readonly meetings: readonly number[]
  /** Notes by sector of their authors, in the lab's order. */
  readonly sectors: readonly SectorShare[]
}

export interface SectorShare {
  readonly sector: string
  readonly notes: number
}

/** A sentence of the lab with all that it came from. */
export interface Sentence {
  readonly id: string
  readonly text: string
  readonly sources: readonly Source[]
  readonly evidence: Evidence
  /** Sustainable Development Goals of the groups it came from, by number. */
  readonly goals: readonly number[]
}

export interface CanvasBlockContent {
  readonly id: string
  readonly title: string
  readonly question: string
  /** On the map's sheet, in order. */
  readonly sentences: readonly Sentence[]
  /** In its appendix: beyond five, or too long for a sheet. */
  readonly more: readonly Sentence[]
  /** Blocks whose sentences came from the same notes, the closest first. */
  readonly links: readonly { readonly block: string; readonly shared: number }[]
}

/** What was said to those who start tomorrow. Parts in reading order, each with its label. */
export interface Advice {
  readonly id: string
  readonly theme: string
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  readonly evidence: Evidence
}

export interface Term {
  readonly term: string
  readonly meanings: readonly { readonly text: string; readonly sector: string | null }[]
}

export interface MethodUsed {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly credit: string
  readonly licence: string
  readonly source: string | null
  readonly meetings: readonly number[]
}

/** One answer as it is printed: a card has one part without a label, a row of a table one a column. */
export interface OutputRow {
  readonly id: string
  readonly parts: readonly { readonly label: string; readonly text: string }[]
  /** Came after its block had closed. */
  readonly late: boolean
  /** How many notes say the same; left out: one. */
  readonly notes?: number
}

/** What was written in one zone. */
export interface Output {
  readonly zone: string
  readonly title: string
  readonly question: string
  readonly rows: readonly OutputRow[]
}

export interface GroupOutputs {
  readonly group: string
  readonly outputs: readonly Output[]
}

export interface ProjectContent {
  readonly id: string
  readonly name: string
  readonly people: number
  readonly sectors: readonly SectorShare[]
  readonly goals: readonly number[]
  readonly meetings: readonly { readonly number: number; readonly title: string; readonly outputs: readonly Output[] }[]
}

export interface AgendaLine {
  readonly title: string
  readonly kind: string
  /** Minutes. `held` null: it was not held, or not ended. */
  readonly planned: number
  readonly held: number | null
  readonly started: string | null
}

export interface Choice {
  readonly zone: string
  readonly title: string
  readonly ballots: number
  /** What the figures of each line are: votes, or the mean of each criterion. */
  readonly columns: readonly string[]
  readonly lines: readonly { readonly text: string; readonly figures: readonly string[] }[]
}

export interface MeetingContent {
  readonly number: number
  readonly title: string
  readonly purpose: string
  readonly date: string | null
  readonly held: boolean
  readonly agenda: readonly AgendaLine[]
  readonly attendance: Readonly<Record<'present' | 'late' | 'left' | 'absent' | 'unmarked', number>>
  /** How many people wrote at least one note. */
  readonly wrote: number
  readonly groups: readonly { readonly name: string; readonly people: number }[]
  readonly outputs: readonly GroupOutputs[]
  readonly choices: readonly Choice[]
  readonly lateNotes: number
}

/** The lab in figures. `voted` null: no ballot of this lab is about pointers. */
export interface Numbers {
  readonly participants: number
  readonly groups: number
  readonly meetings: number
  readonly sectors: number
  readonly notes: number
  readonly triples: number
  readonly voted: number | null
  readonly sentences: number
}

/** All that documents are made from. Plain data; no document knows more, and none has rules of its own. */
export interface Content {
  readonly lab: { readonly id: string; readonly title: string; readonly language: Language; readonly archived: boolean }
  /** Language of headings and of what is ours; what people wrote stays as they wrote it, in the lab's language. */
  readonly language: Language
  readonly canvas: string
  readonly kit: { readonly title: string; readonly credits: string; readonly licence: string }
  readonly sectors: readonly { readonly id: string; readonly title: string; readonly thread: Sector['thread'] }[]
  readonly dates: { readonly first: string | null; readonly last: string | null }
  readonly numbers: Numbers
  readonly blocks: readonly CanvasBlockContent[]
  readonly poster: readonly (Sentence & { readonly block: string; readonly title: string })[]
  readonly manifesto: {
    readonly statements: readonly Sentence[]
    /** Statements that found no room. */
    readonly beyond: number
    readonly adoption: { readonly agree: number; readonly canLiveWith: number; readonly objection: number } | null
  }
  readonly advice: readonly Advice[]
  /** Rules, roles and the like, by zone. */
  readonly practice: readonly Output[]
  readonly steps: readonly OutputRow[]
  readonly glossary: readonly Term[]
  readonly methods: readonly MethodUsed[]
  readonly projects: readonly ProjectContent[]
  readonly meetings: readonly MeetingContent[]
  /** Notes on boards that fitted nowhere, by reason: they were listed, never dropped. */
  readonly strays: readonly { readonly reason: string; readonly count: number }[]
  /** People who chose to appear, in alphabetical order. */
  readonly names: readonly string[]
  readonly look: { readonly theme: DocumentTheme; readonly colour: string | null; readonly logos: readonly Logo[] }
  readonly licence: DocumentLicence
  readonly credits: string
  /** Organisations that proposed the lab, and all others by their role, in the order in which they are named. */
  readonly promoters: readonly string[]
  readonly others: readonly { readonly role: 'partners' | 'coPromoters' | 'supporters'; readonly names: readonly string[] }[]
  /** Address of the public page while there is one. */
  readonly link: string | null
}
