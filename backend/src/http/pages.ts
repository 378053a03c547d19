import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import helmet from 'helmet'

export interface PagesOptions {
  /** Folders of the built apps, by the path they are served under. */
  readonly apps: Readonly<Record<'console' | 'zoom' | 'miro', string>>
  /** Further origins that may frame the panels. */
  readonly frameAncestors: readonly string[]
  readonly miroSdk: string
}

/** Zoom's clients refuse a page without these four headers (facts: OWASP headers); Miro and Zoom must be able to frame their panel, nobody else. */
const headers = (ancestors: readonly string[], scripts: readonly string[] = []) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scripts],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'", ...ancestors],
      },
    },
    frameguard: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  })

const ZOOM = ['https://zoom.us', 'https://*.zoom.us', 'https://*.zoom.com']
const MIRO = ['https://miro.com', 'https://*.miro.com']

/** Scripts and styles that the build squeezed with brotli as far as it goes: smaller than what is compressed under way, and no work. */
function squeezed(folder: string): RequestHandler {
  let known: Promise<ReadonlySet<string>> | undefined
  return async (request, response, next) => {
    const [, name = '', kind = ''] = /^\/assets\/([^/]+\.(js|css))$/.exec(request.path) ?? []
    known ??= readdir(join(folder, 'assets')).then(
      (names) => new Set(names),
      () => new Set(),
    )
    if (name !== '' && request.acceptsEncodings('br') && (await known).has(`${name}.br`)) {
      response.type(kind).set('content-encoding', 'br').vary('accept-encoding')
      request.url = request.url.replace(name, `${name}.br`)
    }
    next()
  }
}

/** The built apps. File names carry a hash of their content and are kept for a year; pages are asked for anew each time. */
export function pages({ apps, frameAncestors, miroSdk }: PagesOptions): Router {
  const router = Router()
  const serve = (folder: string) =>
    express.static(folder, {
      setHeaders: (response, path) => {
        response.setHeader('cache-control', /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  const miroScripts = miroSdk.slice(0, miroSdk.indexOf('/static/') + '/static/'.length)
  router.use('/console', headers([]), squeezed(apps.console), serve(apps.console))
  // the participant's panel: inside Zoom, and as a plain page by invite
  router.use(['/zoom', '/join'], headers([...ZOOM, ...frameAncestors]), squeezed(apps.zoom), serve(apps.zoom))
  // The SDK's address differs between Miro and what plays it, so the pages know one of ours. Written into the page rather than redirected to, since a script
  // that finds its other parts from its own address would look for them here.
  const loader = `document.write('<script src="${encodeURI(miroSdk)}"></' + 'script>')\n`
  router.get('/miro/sdk.js', (_request, response) => response.set('cache-control', 'no-cache').type('application/javascript').send(loader))
  router.use('/miro', headers([...MIRO, ...frameAncestors], [miroScripts]), squeezed(apps.miro), serve(apps.miro))
  router.get('/', (_request, response) => response.redirect('/console/'))
  return router
}
