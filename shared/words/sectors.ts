/** Of whom no sector is known: in a file of its own, since the participant's panel loads it first. */
export const noSector = { it: 'Senza settore', en: 'No sector' } as const
