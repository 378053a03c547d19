/** As Zoom writes it: "912 345 678", "8123 4567 890" in groups from the left. */
export function spaced(number: string): string {
  const [first, second] = number.length > 10 ? [3, 7] : [3, 6]
  return `${number.slice(0, first)} ${number.slice(first, second)} ${number.slice(second)}`
}

/** From the page's own path, /zoom/<number>/<key>. */
export function placeInPath(path: string): { readonly number: string; readonly key: string } {
  const [, , number = '', key = ''] = path.split('/')
  return { number, key }
}
