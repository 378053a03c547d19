/** Where an attendee's page and panel stand: the same label before the sandbox's host and before the product's. */
export interface Addresses {
  /** `http://p1.localhost:3100` */
  readonly pages: (label: string) => string
  /** `http://p1.localhost:3000/zoom/` */
  readonly panel: (label: string) => string
  /** What an attendee's page may frame, as a Content-Security-Policy source. */
  readonly panels: string
}

/** `within`: a name that all of them share, such as `stage.`. */
export function createAddresses(publicUrl: string, port: string, within = ''): Addresses {
  const product = new URL(publicUrl)
  // An address in digits takes no label before it.
  const host = product.hostname === '127.0.0.1' ? 'localhost' : product.hostname
  const base = product.pathname.replace(/\/+$/, '')
  return {
    pages: (label) => `http://${label}.${within}localhost${portOf(port)}`,
    panel: (label) => `${product.protocol}//${label}.${within}${host}${portOf(product.port)}${base}/zoom/`,
    panels: `${product.protocol}//*.${host}${portOf(product.port)}`,
  }
}

const portOf = (number: string): string => (number === '' ? '' : `:${number}`)
