import type { Block, Method, MethodBlock, Zone } from '../kit/index.ts'
import { goesOnBoard } from '../lab/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import { clockAfter, KINDS } from './plan/words.ts'

/** A zone of a template: leads nowhere, since no lab reads it. */
export type TemplateZone = Pick<Zone, 'id' | 'title' | 'question' | 'answer' | 'lanes' | 'mayBeAnonymous' | 'expected' | 'atMost'>

/** White space with a title, and a question where there is one. */
export interface TemplateSpace {
  readonly id: string
  readonly title: Bilingual
  readonly question?: Bilingual
}

/** A line of an agenda. */
export interface TemplateRow {
  readonly id: string
  /** `17:30`, or `+10′` where nobody has said when. */
  readonly time: string
  readonly title: Bilingual
  readonly about: Bilingual
}

/** A sheet that a facilitator puts on a board when it is wanted; part of no area, read by no harvest. */
export interface Template {
  /** `canvas-2`, `method-swot`, `sheet-parking`. */
  readonly id: string
  readonly title: Bilingual
  readonly about: Bilingual
  /** What there is to do, step by step. */
  readonly cards: readonly MethodBlock[]
  readonly zones: readonly TemplateZone[]
  /** Rows of white space, each as wide as the sheet. */
  readonly spaces: readonly (readonly TemplateSpace[])[]
  readonly rows: readonly TemplateRow[]
  /** Places in a circle around a question. */
  readonly circle?: { readonly seats: number; readonly question: Bilingual }
  /** Whose idea it is and under which licence; stands on the sheet where there is one. */
  readonly credit?: Bilingual
}

const empty = { cards: [], zones: [], spaces: [], rows: [] } as const

/** A meeting's canvas as an empty sheet; ballots and what speaks of a person stand on no board. */
export function canvasTemplate(
  meeting: { readonly number: number; readonly canvas: { readonly title: Bilingual } },
  zones: readonly TemplateZone[],
): Template {
  const about = { it: `Incontro ${meeting.number}, foglio vuoto`, en: `Meeting ${meeting.number}, an empty sheet` }
  return {
    ...empty,
    id: `canvas-${meeting.number}`,
    title: meeting.canvas.title,
    about,
    zones: zones.filter(({ answer }) => goesOnBoard(answer.type)),
  }
}

/** A method as a small canvas: its steps, and the zones that it brings. */
export function methodTemplate(method: Method): Template {
  const { blocks, zones } = method.brings
  const boardZones = zones.filter(({ answer }) => goesOnBoard(answer.type))
  const own = `${method.title.it} · ${method.licence} · ${method.credit.it}`
  return {
    ...empty,
    id: `method-${method.id}`,
    title: method.title,
    about: method.summary,
    cards: blocks,
    zones: boardZones,
    spaces: boardZones.length > 0 ? [] : [[{ id: 'notes', title: { it: 'Le nostre note', en: 'Our notes' } }]],
    credit: { it: own, en: `${method.title.en} · ${method.licence} · ${method.credit.en}` },
  }
}

/** A meeting's agenda with the times that its minutes make; counted from the beginning where no time is set. */
export function agendaTemplate(
  meeting: { readonly number: number; readonly title: Bilingual; readonly time: string | null },
  blocks: readonly Pick<Block, 'id' | 'title' | 'minutes' | 'kind'>[],
): Template {
  let past = 0
  const rows = blocks.map(({ id, title, minutes, kind }): TemplateRow => {
    const time = meeting.time === null ? `+${past}′` : clockAfter(meeting.time, past)
    past += minutes
    return { id, time, title, about: { it: `${minutes}′ · ${KINDS[kind].it}`, en: `${minutes}′ · ${KINDS[kind].en}` } }
  })
  const { it, en } = meeting.title
  return {
    ...empty,
    id: 'sheet-agenda',
    title: { it: 'Agenda', en: 'Agenda' },
    about: { it: `Incontro ${meeting.number} · ${it}`, en: `Meeting ${meeting.number} · ${en}` },
    rows,
  }
}

const SEATS = 12
const ideas = ['1', '2', '3', '4'].map((id): TemplateSpace => ({ id: `idea-${id}`, title: { it: `Idea ${id}`, en: `Idea ${id}` } }))

/** Sheets of our own, good for any meeting. */
export const SHEETS: readonly Template[] = [
  {
    ...empty,
    id: 'sheet-parking',
    title: { it: 'Parcheggio', en: 'Parking lot' },
    about: { it: 'Qui finisce ciò che merita un altro momento.', en: 'What deserves another moment goes here.' },
    spaces: [
      [
        {
          id: 'questions',
          title: { it: 'Domande', en: 'Questions' },
          question: { it: 'Che cosa vogliamo capire?', en: 'What do we want to understand?' },
        },
        {
          id: 'ideas',
          title: { it: 'Idee', en: 'Ideas' },
          question: { it: 'Che cosa vale la pena di riprendere?', en: 'What is worth coming back to?' },
        },
        {
          id: 'promises',
          title: { it: 'Da fare', en: 'To do' },
          question: { it: 'Chi se ne occupa, e quando?', en: 'Who sees to it, and when?' },
        },
      ],
    ],
  },
  {
    ...empty,
    id: 'sheet-circle',
    title: { it: 'Giro di apertura', en: 'Check-in circle' },
    about: { it: 'Un posto per ciascuno: scrivi il tuo nome e una parola.', en: 'A place for each: write your name and one word.' },
    circle: { seats: SEATS, question: { it: 'Come arrivi, in una parola?', en: 'How do you arrive, in one word?' } },
  },
  {
    ...empty,
    id: 'sheet-canvas',
    title: { it: 'Canvas bianco', en: 'Blank canvas' },
    about: {
      it: 'Titolo, focus, campi per le idee, domande, spazio bianco.',
      en: 'Title, focus, fields for ideas, questions, white space.',
    },
    spaces: [
      [
        {
          id: 'title',
          title: { it: 'Titolo', en: 'Title' },
          question: { it: 'Come chiamiamo ciò che facciamo?', en: 'What do we call what we are doing?' },
        },
        { id: 'focus', title: { it: 'Focus', en: 'Focus' }, question: { it: 'Su che cosa restiamo?', en: 'What do we keep to?' } },
      ],
      ideas,
      [
        {
          id: 'questions',
          title: { it: 'Domande che attivano', en: 'Activating questions' },
          question: { it: 'Che cosa ci fa andare avanti?', en: 'What gets us going?' },
        },
        { id: 'space', title: { it: 'Spazio bianco', en: 'White space' } },
      ],
    ],
  },
]
