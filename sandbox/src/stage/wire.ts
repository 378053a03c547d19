/** What the stage's page and its server say to each other. */
export const PARTS = ['place', 'open', 'block', 'rooms', 'write', 'harvest', 'compile', 'canvas'] as const
/** What a newcomer gets done, in the order of the guided steps. */
export type Part = (typeof PARTS)[number]

/** The five guided steps and what each gets done. */
export const STEPS = [
  { key: 'place', parts: ['place'] },
  { key: 'conduct', parts: ['open', 'block', 'rooms'] },
  { key: 'write', parts: ['write'] },
  { key: 'board', parts: ['harvest'] },
  { key: 'canvas', parts: ['compile', 'canvas'] },
] as const satisfies readonly { key: string; parts: readonly Part[] }[]
export type StepKey = (typeof STEPS)[number]['key']

export type Language = 'it' | 'en'
export interface Bilingual {
  readonly it: string
  readonly en: string
}

/** A person's own page on the stage. */
export interface Place {
  readonly key: string
  readonly kind: 'board' | 'host' | 'participant'
  readonly name: string
  readonly url: string
}

export interface StageState {
  /** Grows with every change; the page asks for what comes after it. */
  readonly version: number
  readonly phase: 'preparing' | 'ready' | 'failed'
  readonly problem: Bilingual | null
  readonly places: readonly Place[]
  readonly done: Readonly<Record<Part, boolean>>
  /** How long the newest note of a room took to stand on the board, in ms; null before the first. */
  readonly arrivedMs: number | null
  /** True where a fresh link into the console can be had. */
  readonly hasConsole: boolean
  /** True where simulated people can be brought in. */
  readonly hasCast: boolean
  /** How many of them are here. */
  readonly castHere: number
}

/** Header with the token of the stage's link: whoever has it may ask. */
export const STAGE_HEADER = 'telaio-stage'
