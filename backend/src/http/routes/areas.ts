import * as z from 'zod'
import { AreaItems } from '@telaio/shared/api'
import { planArea, planToSvg } from '@telaio/shared/board'
import { Area, areaMeeting, type Lab, LabId } from '@telaio/shared/lab'
import { type Given, type Operation, operation } from '../operation.ts'
import { refuse } from '../problem.ts'
import type { Services } from '../services.ts'

const STAFF = ['organiser', 'facilitator'] as const
const Path = z.strictObject({ lab: LabId, area: Area })

/** The area's title; refused where the lab's kit has no such meeting. */
function titleOf({ kit, language }: Lab, area: string): string {
  const meeting = areaMeeting(area)
  if (meeting === null) return kit.finalCanvas.title[language]
  const found = kit.meetings.find(({ number }) => number === meeting)
  if (!found) throw refuse('not_found')
  return found.title[language]
}

/** What an area of a board will look like, and what of it is there. */
export function areaRoutes({ labs }: Services): Operation[] {
  return [
    operation({
      id: 'getAreaPreview',
      method: 'get',
      path: '/labs/:lab/areas/:area/preview.svg',
      summary: 'A picture of what placing an area (`m2`, `canvas`) would put on the board now; its ETag changes with the lab’s log',
      allowed: [...STAFF],
      params: Path,
      query: z.strictObject({ detail: z.enum(['outline', 'whole']).default('outline') }),
      produces: 'image/svg+xml',
      handle: async ({ params, query, request, response }): Promise<Given> => {
        const { lab, epoch } = await labs.scene(params.lab)
        const title = titleOf(lab, params.area)
        const tag = `"${epoch}-${lab.seq}-${params.area}-${query.detail}"`
        response.setHeader('etag', tag)
        response.setHeader('cache-control', 'private, no-cache')
        if (request.headers['if-none-match']?.includes(tag)) {
          response.status(304).end()
          return 'handled'
        }
        const plan = planArea(lab, params.area, { x: 0, y: 0 })
        return {
          file: planToSvg(plan, { title, language: lab.language, detail: query.detail }),
          contentType: 'image/svg+xml; charset=utf-8',
        }
      },
    }),
    operation({
      id: 'getAreaItems',
      method: 'get',
      path: '/labs/:lab/areas/:area/items',
      summary: 'Items that were placed for an area and are there, by their ids on the board: what a facilitator locks by hand',
      allowed: [...STAFF],
      params: Path,
      answer: AreaItems,
      handle: async ({ params }): Promise<Given> => {
        const { lab } = await labs.head(params.lab)
        titleOf(lab, params.area)
        const board = lab.placements.get(params.area)?.board ?? null
        const items = [...lab.placed.entries()].flatMap(([key, { board: on, item }]) =>
          on === board && item !== null && key.split('/', 1)[0] === params.area ? [item] : [],
        )
        return { json: { board, items } satisfies AreaItems }
      },
    }),
  ]
}
