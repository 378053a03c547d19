/** Words for going to sheets, and for looking at them before they stand. */
export const sheetWords = {
  find: { it: 'Vai a un foglio', en: 'Go to a sheet' },
  sheet: { it: 'Foglio', en: 'Sheet' },
  mine: { it: '{name} (il tuo gruppo)', en: '{name} (your group)' },
  arrived: { it: 'Davanti a te: {name}.', en: 'Before you: {name}.' },
  gone: {
    it: '{name} non è più sulla lavagna. Per rimetterlo premi Aggiorna nella scheda Lavagna.',
    en: '{name} is no longer on the board. To put it back press Update under Board.',
  },
  missing: {
    it: 'Questo incontro non ha ancora fogli sulla lavagna.',
    en: 'This meeting has no sheets on the board yet.',
  },
  missingOne: { it: 'Il foglio non è sulla lavagna.', en: 'The sheet is not on the board.' },
  toBoard: { it: 'Mettilo dalla scheda Lavagna', en: 'Put it there under Board' },
  preview: { it: 'Guarda prima come sarà', en: 'Look first at how it will be' },
  previewLoading: { it: 'Disegno l’anteprima…', en: 'Drawing the preview…' },
  previewAgain: { it: 'Disegna di nuovo', en: 'Draw again' },
  previewText: {
    it: 'Così sarà la lavagna con i gruppi di adesso. Un gruppo cambiato dopo, cambia anche qui.',
    en: 'The board as it will be with the groups of now. A group that changes later changes here too.',
  },
} as const
