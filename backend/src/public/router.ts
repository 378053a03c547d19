import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Content } from '@telaio/shared/documents'
import { type Lab, LabId } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import type { Scene } from '@telaio/shared/view'
import type { Language } from '@telaio/shared/words'
import { safeParse } from 'zod/v4/core'
import { mediaTypeOf } from '../documents/names.ts'
import { languageOf } from '../http/language.ts'
import type { Services } from '../http/services.ts'
import { type Filter, fits, nothingPage, publicPage, statementPage } from './page.ts'

/** Files kept so that a page many look at costs one printing. */
const KEPT = 24
const NAME = /^(poster|map|manifesto|vademecum|article|sheet|conclusion)\.(it|en)\.(pdf|html|docx|epub)$/

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The lab as published, or null. A lab that is not there and one that is not published look the same from outside. */
async function publishedScene(labs: Services['labs'], id: unknown): Promise<Scene | null> {
  if (typeof id !== 'string' || !safeParse(LabId, id).success) return null
  try {
    const scene = await labs.scene(id)
    return scene.lab.documents.published ? scene : null
  } catch (error) {
    if (error instanceof StoreError && error.code === 'unknown_lab') return null
    throw error
  }
}

const chosenIn = (lab: Lab): ReadonlySet<string> => new Set(lab.documents.published?.entries)

const filterIn = (query: Request['query']): Filter => {
  const goal = Number(text(query['goal']))
  return { block: text(query['block']), sector: text(query['sector']), goal: goal >= 1 && goal <= 17 ? goal : null }
}

/** Entries that a filter leaves on the page. */
const idsThatFit = ({ blocks }: Content, filter: Filter): ReadonlySet<string> =>
  new Set(
    blocks
      .filter(({ id }) => filter.block === '' || filter.block === id)
      .flatMap(({ sentences, more }) => [...sentences, ...more].filter((one) => fits(one, filter)).map(({ id }) => id)),
  )

/** The public pages of labs, under `/p`: read only, without scripts, cookies or anything from elsewhere. */
export function publicPages({ labs, documents }: Pick<Services, 'labs' | 'documents'>, limit: RequestHandler): Router {
  const router = Router({ strict: false })
  const files = new Map<string, Promise<Buffer | null>>()

  router.use((_request, response, next) => {
    response.locals['operation'] = 'publicPage'
    response.set({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-cache',
    })
    next()
  })
  router.use(limit)

  const languageFor = (request: Request, lab: Lab | null): Language => {
    const asked = text(request.query['lang'])
    if (asked === 'it' || asked === 'en') return asked
    return request.get('accept-language') === undefined && lab?.documents.published ? lab.documents.published.language : languageOf(request)
  }
  const nothing = (request: Request, response: Response): void => {
    response
      .status(404)
      .type('html')
      .set('x-robots-tag', 'noindex')
      .send(nothingPage(languageFor(request, null)))
  }
  const show =
    (page: (request: Request, scene: Scene, language: Language) => string): RequestHandler =>
    async (request, response) => {
      const scene = await publishedScene(labs, request.params['lab'])
      if (!scene) {
        nothing(request, response)
        return
      }
      if (!scene.lab.documents.published?.indexable) response.set('x-robots-tag', 'noindex')
      response.type('html').send(page(request, scene, languageFor(request, scene.lab)))
    }
  const contentOf = (scene: Scene, language: Language) => documents.contentOf(scene, language, chosenIn(scene.lab))

  router.get(
    '/:lab',
    show(({ query, baseUrl }, scene, language) =>
      publicPage({ lab: scene.lab, content: contentOf(scene, language), path: `${baseUrl}/${scene.lab.id}`, filter: filterIn(query) }),
    ),
  )
  for (const which of ['accessibility', 'privacy'] as const)
    router.get(
      `/:lab/${which}`,
      show(({ baseUrl }, scene, language) =>
        statementPage(which, { lab: scene.lab, content: contentOf(scene, language), path: `${baseUrl}/${scene.lab.id}` }),
      ),
    )

  /** Sends what is made, or what was made before of the lab as it stands. */
  async function sendFile(
    request: Request,
    response: Response,
    { lab }: Scene,
    name: string,
    make: () => Promise<Buffer | null>,
    what = name,
  ): Promise<void> {
    const key = `${lab.id} ${lab.seq} ${what}`
    const making = files.get(key) ?? make()
    files.delete(key)
    files.set(key, making)
    for (const oldest of files.keys()) {
      if (files.size <= KEPT) break
      files.delete(oldest)
    }
    const file = await making.catch((error: unknown) => {
      files.delete(key)
      throw error
    })
    if (!file) {
      nothing(request, response)
      return
    }
    if (!lab.documents.published?.indexable) response.set('x-robots-tag', 'noindex')
    response.type(mediaTypeOf(name))
    if (!name.endsWith('.html')) response.set('content-disposition', `inline; filename="${name}"`)
    response.send(file)
  }

  router.get('/:lab/page.pdf', async (request, response) => {
    const scene = await publishedScene(labs, request.params['lab'])
    const language = languageFor(request, scene?.lab ?? null)
    const filter = filterIn(request.query)
    const only = scene && idsThatFit(contentOf(scene, language), filter)
    if (!scene || !only || only.size === 0) {
      nothing(request, response)
      return
    }
    await sendFile(
      request,
      response,
      scene,
      'page.pdf',
      () => documents.page(scene, language, only),
      `page ${language} ${[...only].join()}`,
    )
  })

  router.get('/:lab/documents/:name', async (request, response) => {
    const scene = await publishedScene(labs, request.params['lab'])
    const [name = '', paper] = NAME.exec(text(request.params['name'])) ?? []
    if (!scene?.lab.documents.published?.papers.some((one) => one === paper)) {
      nothing(request, response)
      return
    }
    await sendFile(request, response, scene, name, () => documents.make(scene, name, chosenIn(scene.lab)))
  })
  router.use(nothing)
  return router
}
