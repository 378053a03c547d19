import type { Language } from './language.ts'

const it = {
  title: 'Sandbox di Telaio',
  lead: 'Qui Zoom e Miro sono finti e girano su questo computer: servono a provare Telaio senza un account e senza rete.',
  what: 'Apri una riunione con il numero del suo link, fai entrare chi vuoi (host, partecipanti, ospiti) e guarda il pannello di Telaio come lo vedrebbe ciascuno.',
  number: 'Numero della riunione',
  numberHint: 'Da 9 a 11 cifre, come nei link di Zoom.',
  open: 'Apri la riunione',
  running: 'Riunioni in corso',
  none: 'Nessuna, per ora.',
  people: (n: number) => (n === 1 ? '1 persona' : `${n} persone`),
  boards: 'Bacheche di Miro',
  openBoards: 'Apri le bacheche',
  boardsWhat: 'La bacheca come la vede chi facilita, con il pannello di Telaio accanto.',
  safety: 'Le firme che fa la sandbox valgono solo per un Telaio su questa macchina, con le sue stesse chiavi.',
}

const en: typeof it = {
  title: 'Telaio sandbox',
  lead: 'Here Zoom and Miro are make-believe and run on this computer, so that Telaio can be tried without an account and without a network.',
  what: 'Open a meeting by the number in its link, let in whom you like (host, participants, guests) and see Telaio’s panel as each of them would.',
  number: 'Meeting number',
  numberHint: '9 to 11 digits, as in Zoom’s links.',
  open: 'Open the meeting',
  running: 'Meetings going on',
  none: 'None, for now.',
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  boards: 'Miro boards',
  openBoards: 'Open the boards',
  boardsWhat: 'The board as facilitators see it, with Telaio’s panel beside it.',
  safety: 'What the sandbox signs is good only for a Telaio on this machine that holds the same keys.',
}

export const startWords: Record<Language, typeof it> = { it, en }
