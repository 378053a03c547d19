import type { RequestHandler } from 'express'
import { isThisMachine } from '../config.ts'
import { problem } from './problem.ts'

/**
 * The sandbox has no sign-in, so a web page from elsewhere must not reach it through a name that somebody
 * pointed at this machine (DNS rebinding): only local host names are served.
 */
export const localOnly: RequestHandler = (req, res, next) => {
  if (isThisMachine(hostOf(req.headers.host).hostname)) return next()
  return problem(res, 421, 'not_local', 'The sandbox answers only under localhost, *.localhost and 127.0.0.1.')
}

/** Host name and port as the browser wrote them. */
export function hostOf(header: string | undefined): { readonly hostname: string; readonly port: string } {
  const url = URL.canParse(`http://${header}`) ? new URL(`http://${header}`) : null
  return { hostname: url?.hostname ?? '', port: url?.port ?? '' }
}

/**
 * The stage and all that it frames stand below one name, so that a browser takes them for one site: frames of another site it may deny their storage.
 */
export const stageHost = 'stage.localhost'

/** What stands between a person's label and `localhost` on pages that are asked for under this host name. */
export const withinOf = (hostname: string): string => (hostname === stageHost || hostname.endsWith(`.${stageHost}`) ? 'stage.' : '')

/** Pages load nothing from elsewhere; they frame the product's panels and the sandbox's own pages, and only these frame them: so pages can stand side by side. */
export function pageHeaders(port: string, panels: string, images = ''): Record<string, string> {
  const own = port === '' ? '' : `:${port}`
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-src ${panels} http://*.localhost${own}`,
      `frame-ancestors 'self' http://localhost${own} http://*.localhost${own}`,
      `img-src 'self' data: ${images}`.trim(),
      "object-src 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  }
}
