/** Words about breakout rooms: mine, and the host's work. */
export const roomWords = {
  coming: { it: 'Le stanze si stanno preparando. La tua è «{name}».', en: 'Rooms are being made. Yours is “{name}”.' },
  outside: { it: 'Le stanze sono aperte. La tua è «{name}».', en: 'Rooms are open. Yours is “{name}”.' },
  byHandMine: {
    it: 'Le stanze le apre a mano chi ospita. Quando Zoom lo chiede, scegli «{name}».',
    en: 'The host opens the rooms by hand. When Zoom asks, choose “{name}”.',
  },
  groupCard: { it: 'Sei nel gruppo {n}', en: 'You are in group {n}' },
  groupRoom: { it: 'Stanza «{name}»', en: 'Room “{name}”' },
  go: { it: 'Vai nella tua stanza', en: 'Go to your room' },
  going: { it: 'Ti sto portando nella stanza…', en: 'Taking you to the room…' },
  notMoved: {
    it: 'Zoom non ti ha spostato. Riprova, oppure usa «Stanze» nella barra di Zoom e scegli «{name}».',
    en: 'Zoom did not move you. Try again, or use “Breakout Rooms” in Zoom’s bar and choose “{name}”.',
  },
  notAllowed: {
    it: 'Qui Zoom non permette all’app di spostarti. Usa «Stanze» nella barra di Zoom e scegli «{name}».',
    en: 'Zoom does not let the app move you here. Use “Breakout Rooms” in Zoom’s bar and choose “{name}”.',
  },
  elsewhere: { it: 'Sei in un’altra stanza: il tuo gruppo è in «{name}».', en: 'You are in another room: your group is in “{name}”.' },
  elsewhereIn: { it: 'Sei in «{here}»: il tuo gruppo è in «{name}».', en: 'You are in “{here}”: your group is in “{name}”.' },
  backToMine: { it: 'Torna dal tuo gruppo', en: 'Back to your group' },
  plain: { it: 'In Zoom le stanze sono aperte: la tua è «{name}».', en: 'In Zoom rooms are open: yours is “{name}”.' },
} as const
