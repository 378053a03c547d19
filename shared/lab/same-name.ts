/** What names have in common however they are written: without accents, case, punctuation, order, and what stands in brackets behind them ("Rossi Ada (ospite)"). */
export const foldName = (name: string): string =>
  name
    .replace(/[([{][^)\]}]*[)\]}]?/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ')
