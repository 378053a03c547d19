/** Where things stand: the sandbox's own pages under each person's label, and the product's app under the same. */
export interface MiroAddresses {
  /** `http://localhost:3100` */
  readonly origin: string
  /** What the product knows as MIRO_WEB_URL. */
  readonly web: string
  /** `http://m1.localhost:3100/miro/board/ID?user=KEY` */
  readonly boardPage: (boardId: string, user: { readonly label: string; readonly key: string }) => string
  /** `http://m1.localhost:3000/miro/` */
  readonly app: (label: string) => string
  /** What a board's page may frame, as a Content-Security-Policy source. */
  readonly apps: string
}

/** `within`: a name that all of them share, such as `stage.`. */
export function createMiroAddresses(publicUrl: string, port: string, within = ''): MiroAddresses {
  const product = new URL(publicUrl)
  // An address in digits takes no label before it.
  const host = product.hostname === '127.0.0.1' ? 'localhost' : product.hostname
  const base = product.pathname.replace(/\/+$/, '')
  const own = port === '' ? '' : `:${port}`
  const productPort = product.port === '' ? '' : `:${product.port}`
  return {
    origin: `http://localhost${own}`,
    web: `http://localhost${own}/miro`,
    boardPage: (boardId, { label, key }) =>
      `http://${label}.${within}localhost${own}/miro/board/${encodeURIComponent(boardId)}?user=${encodeURIComponent(key)}`,
    app: (label) => `${product.protocol}//${label}.${within}${host}${productPort}${base}/miro/`,
    apps: `${product.protocol}//*.${host}${productPort}`,
  }
}

/** An address that a redirect of the sign-in may go to: the product's own, under any label. */
export function isProducts(address: string, publicUrl: string): boolean {
  if (!URL.canParse(address)) return false
  const [asked, product] = [new URL(address), new URL(publicUrl)]
  const bare = (hostname: string) =>
    hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost') ? 'localhost' : hostname
  return asked.protocol === product.protocol && asked.port === product.port && bare(asked.hostname) === bare(product.hostname)
}
