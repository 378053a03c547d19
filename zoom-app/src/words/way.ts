/** Words of the way to the board, of reading in turn, of what people bring. */
export const wayWords = {
  frame: { it: 'Apri la lavagna di {group}', en: 'Open {group}’s board' },
  frameAll: { it: 'Apri la lavagna', en: 'Open the board' },
  openFailed: { it: 'Zoom non apre il link. Copialo nel tuo browser:', en: 'Zoom does not open the link. Copy it into your browser:' },
  reading: { it: 'Si legge a giro', en: 'Read aloud in turn' },
  brings: { it: 'porta: {text}', en: 'brings: {text}' },
  moved: { it: 'Nota {n} di {of}', en: 'Note {n} of {of}' },
} as const
