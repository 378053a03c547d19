/** The largest letters with which a text fits a box: an estimate by average letters, close enough to read like Miro's own fitting. */

const letterWidth = 0.54
const lineHeight = 1.25

function linesAt(text: string, perLine: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      const length = Math.max(1, word.length)
      if (used > 0 && used + 1 + length > perLine) {
        lines += 1
        used = 0
      }
      // A word longer than the line is broken.
      lines += Math.floor((length - 1) / perLine)
      used += (used > 0 ? 1 : 0) + (length % perLine === 0 ? perLine : length % perLine)
    }
  }
  return lines
}

/** Words up to so many letters are kept whole, the longest of Italian among them; longer ones, such as addresses, are broken. */
const wholeWord = 26

export function fitFontSize(text: string, width: number, height: number, most = width / 6): number {
  const longest = Math.max(1, ...text.split(/\s+/).map(({ length }) => Math.min(length, wholeWord)))
  const fits = (size: number) => linesAt(text, Math.max(1, Math.floor(width / (size * letterWidth)))) * size * lineHeight <= height
  let [small, large] = [4, Math.max(6, Math.min(most, width / (longest * letterWidth)))]
  if (fits(large)) return large
  for (let step = 0; step < 12; step += 1) {
    const middle = (small + large) / 2
    if (fits(middle)) small = middle
    else large = middle
  }
  return small
}
