import { renderAsync } from '@resvg/resvg-js'

/** Pixels across a picture of a sheet: sharp on a large screen, small enough to send. */
const PICTURE_WIDTH = 2000
const SYMBOL = /<symbol id="([^"]+)" overflow="visible">\s*<path d="([^"]*)"\s*\/>\s*<\/symbol>/g
const USE = /<use xlink:href="#([^"]+)" x="([^"]+)" y="([^"]+)" fill="([^"]+)" fill-rule="nonzero"\/>/g
/** Letters of one colour that follow one another. */
const RUN =
  /<use xlink:href="[^"]+" x="[^"]+" y="[^"]+" (fill="[^"]+") fill-rule="nonzero"\/>(?:\s*<use xlink:href="[^"]+" x="[^"]+" y="[^"]+" \1 fill-rule="nonzero"\/>)*/g
/** Outlines begin here and go on by steps. */
const ORIGIN = 'M 0 0'

/**
 * Typst draws every letter once and uses it thousands of times; the painter looks each use up among all that there is, which takes ten times as long as
 * painting. So the letters of a line become one outline.
 */
function outlined(svg: string): string {
  const outlines = new Map([...svg.matchAll(SYMBOL)].map(([, id = '', path = '']) => [id, path]))
  return svg.replace(RUN, (run, fill: string) => {
    let drawn = ''
    for (const [, id = '', x, y] of run.matchAll(USE)) {
      const path = outlines.get(id)
      if (path?.startsWith(ORIGIN) !== true) return run
      drawn += `M ${x} ${y}${path.slice(ORIGIN.length)}`
    }
    return `<path d="${drawn}" ${fill}/>`
  })
}

/** A sheet as PNG, painted beside this thread. `svg`: as Typst writes it, with letters as outlines, so that no typeface is looked for. */
export async function paintedPng(svg: string): Promise<Buffer> {
  const painted = await renderAsync(outlined(svg), {
    fitTo: { mode: 'width', value: PICTURE_WIDTH },
    background: '#fff',
    font: { loadSystemFonts: false },
  })
  return painted.asPng()
}
