/** The meeting's number, as it stands in its link. */
export const ZOOM_NUMBER = '91040208001'
/** The meeting that is played, and the block of its agenda in which groups write in their rooms. */
export const MEETING = 1
export const BLOCK = 'boarding-pass'
/** Where the stage's own hands write: what leads to the final canvas. */
export const ZONE = 'C1.3'

export const TITLE = { it: 'Il palco: un laboratorio di prova', en: 'The stage: a trial lab' }
export const BOARD = 'Il palco'

export const NOTICE = {
  it: 'Laboratorio di prova su questo computer: le persone sono inventate, e ciò che scrivi resta qui. Puoi chiedere la cancellazione di ogni dato in qualsiasi momento.',
  en: 'A trial lab on this computer: its people are invented, and what you write stays here. You may ask for any of it to be erased at any time.',
}

/** She conducts from Miro and is the host in Zoom. */
export const FACILITATOR = { key: 'franca-riva', name: 'Franca Riva' }

export const PARTICIPANTS = [
  { key: 'anna-ferri', name: 'Anna Ferri', sector: 'environment', profession: 'Guida nel parco', territory: 'Val Leggera' },
  { key: 'bruno-conti', name: 'Bruno Conti', sector: 'culture', profession: 'Bibliotecario', territory: 'Val Leggera' },
  { key: 'carla-neri', name: 'Carla Neri', sector: 'social', profession: 'Educatrice di strada', territory: 'Città' },
] as const

interface Group {
  readonly key: string
  readonly name: string
  readonly people: string[]
}
type Groups = Readonly<Record<'pairs' | 'mixed' | 'project', Group[]>>

/** Who works with whom: two in one room and one in the other, so that one sees what stays in a group. */
export function groupsOf([anna = '', bruno = '', carla = '']: readonly string[]): Groups {
  return {
    pairs: [
      { key: 'x1-1', name: 'Ponte', people: [anna, carla] },
      { key: 'x1-2', name: 'Radura', people: [bruno] },
    ],
    mixed: [
      { key: 'x2-1', name: 'Torrente', people: [anna, bruno] },
      { key: 'x2-2', name: 'Bosco', people: [carla] },
    ],
    project: [
      { key: 'g1', name: 'Il sentiero del torrente', people: [anna, bruno] },
      { key: 'g2', name: 'La piazza di sera', people: [carla] },
    ],
  }
}

/** What is written where the newcomer leaves a step to the stage. */
export const WORDS = {
  inRoom: 'Portare i ragazzi fuori dalla scuola, tutto l’anno',
  byHand: 'Un luogo aperto la sera, per chi non sa dove andare',
}
