/** Words about breakout rooms: mine, and the host's work. */
export const roomWords = {
  coming: { it: 'Le stanze si stanno preparando. La tua è «{name}».', en: 'Rooms are being made. Yours is “{name}”.' },
  outside: { it: 'Le stanze sono aperte. La tua è «{name}».', en: 'Rooms are open. Yours is “{name}”.' },
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
  backToMine: { it: 'Torna dal tuo gruppo', en: 'Back to your group' },
  plain: { it: 'In Zoom le stanze sono aperte: la tua è «{name}».', en: 'In Zoom rooms are open: yours is “{name}”.' },

  refusals: {
    busy: { it: 'Zoom è occupato con le stanze di prima', en: 'Zoom is busy with the rooms of before' },
    'rooms-closed': { it: 'Le stanze erano già chiuse', en: 'The rooms were closed already' },
    'rooms-open': { it: 'Le stanze erano già aperte', en: 'The rooms were open already' },
    'no-rooms': { it: 'In Zoom non ci sono stanze', en: 'There are no rooms in Zoom' },
    'unknown-room': { it: 'Zoom non riconosce più una stanza', en: 'Zoom no longer knows a room' },
    'unknown-person': { it: 'Zoom non riconosce una persona', en: 'Zoom does not know a person' },
    'not-assignable': { it: 'Zoom non lascia assegnare una persona', en: 'Zoom does not let a person be assigned' },
    'not-allowed': { it: 'Zoom non lo permette a questo ruolo', en: 'Zoom does not allow it to this role' },
    unsupported: { it: 'Questo client di Zoom non lo sa fare', en: 'This Zoom client cannot do it' },
    'no-answer': { it: 'Zoom non ha risposto', en: 'Zoom did not answer' },
    failed: { it: 'Zoom ha risposto di no', en: 'Zoom said no' },
  },
} as const
