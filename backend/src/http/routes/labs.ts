import * as z from 'zod'
import { atOf, CommandAnswer, LabList, LabMade, NewLab, ServerTime, ViewAnswer } from '@telaio/shared/api'
import { type Command, EntryId, LabId, readCommand, readLogo } from '@telaio/shared/lab'
import { StoreError } from '@telaio/shared/ports'
import { viewOf } from '@telaio/shared/view'
import type { Response } from 'express'
import type { Subscriber } from '../../service/subscriber.ts'
import { actorIn } from '../../sign-in/claims.ts'
import { organiserOf } from '../organiser.ts'
import { type Given, type Operation, operation } from '../operation.ts'
import { misfit, Refusal, refuse } from '../problem.ts'
import { faulty } from './kits.ts'
import type { Services } from '../services.ts'

/** Everybody who is somebody in the lab. */
export const MEMBERS = ['organiser', 'facilitator', 'participant', 'observer', 'editor'] as const
/** A feed's line: its frames go to the socket at once, past what a response does for answers in chunks and of known length. */
const lineOf = (response: Response): Subscriber['response'] => ({
  write: (text: string | Buffer) =>
    response.socket === null || response.writableEnded ? response.write(text) : response.socket.write(text),
  end: () => void response.end(),
  destroy: () => void response.destroy(),
  backlog: () => response.writableLength,
  onClose: (listener) => void response.on('close', listener),
})

const DAMAGED = {
  it: 'Il file è rovinato: non si riesce a disegnarlo. Esportalo di nuovo come PNG.',
  en: 'The file is damaged: it cannot be drawn. Export it again as PNG.',
}

const InLab = z.strictObject({ lab: LabId })

/** Reads a command; a misfit is a refusal that names the field. */
function commandOf(body: unknown): Command {
  try {
    return readCommand(body)
  } catch (error) {
    const issue = (error as { issues?: Parameters<typeof misfit>[0][] }).issues?.[0]
    throw issue ? misfit(issue) : error
  }
}

/** Labs: which are mine, making one, seeing one, doing something in it, following it. */
export function labRoutes({ labs, store, server, feeds, kits, documents, now }: Services): Operation[] {
  return [
    operation({
      id: 'time',
      method: 'get',
      path: '/time',
      summary: 'The server’s clock',
      allowed: 'anyone',
      answer: ServerTime,
      handle: () => ({ json: { now: new Date(now()).toISOString() } }),
    }),
    operation({
      id: 'listLabs',
      method: 'get',
      path: '/labs',
      summary: 'Labs in which the caller has a role',
      allowed: 'signed-in',
      answer: LabList,
      handle: async ({ claims }) => {
        const { labs: cards } = await server.read()
        const mine = Object.entries(cards).filter(([id, card]) =>
          claims.account === undefined
            ? id === claims.lab ||
              (claims.zoom && card.bound.includes(claims.zoom.meeting)) ||
              (claims.subject !== undefined && card.subjects?.includes(claims.subject))
            : card.accounts.includes(claims.account),
        )
        const rows = await Promise.all(
          mine.map(async ([id, card]) => {
            const { next = null, open = null, closed = 0, of: meetings = 0 } = card.meetings ?? {}
            try {
              const { lab } = await labs.head(id)
              const actor = actorIn(lab, claims, [])
              return actor?.person
                ? [
                    {
                      id,
                      title: lab.title,
                      archived: lab.archived,
                      roles: [...actor.roles],
                      person: actor.person,
                      createdAt: lab.createdAt,
                      damaged: false,
                      next,
                      open,
                      closed,
                      meetings,
                    },
                  ]
                : []
            } catch (error) {
              if (!(error instanceof StoreError)) throw error
              return error.code === 'unknown_lab'
                ? []
                : [
                    {
                      id,
                      title: '',
                      archived: card.archived,
                      roles: [],
                      person: null,
                      createdAt: card.createdAt,
                      damaged: true,
                      next,
                      open,
                      closed,
                      meetings,
                    },
                  ]
            }
          }),
        )
        return { json: { labs: rows.flat().sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)) } }
      },
    }),
    operation({
      id: 'makeLab',
      method: 'post',
      path: '/labs',
      summary: 'Make a lab from a kit',
      allowed: 'signed-in',
      body: NewLab,
      answer: LabMade,
      status: 201,
      handle: async ({ body, claims }) => {
        const account = await organiserOf(server, claims)
        const found = await kits.find(body.kit)
        if (!found) throw refuse('unknown_kit', body.kit, 'kit')
        const { kit } = found
        const faults = kits.faultsOf(kit)
        if (faults.length > 0) throw faulty(kit.name, faults)
        const made = await labs.create({ id: body.id, title: body.title, language: body.language, timeZone: body.timeZone, kit, account })
        if ('reused' in made) throw new Refusal({ code: 'command_id_reused', field: 'id' })
        return { json: made }
      },
    }),
    operation({
      id: 'getLab',
      method: 'get',
      path: '/labs/:lab',
      summary: 'All that the caller may see of the lab now',
      allowed: [...MEMBERS, 'zoom-host'],
      params: InLab,
      answer: ViewAnswer,
      handle: async ({ params, actor }) => {
        const scene = await labs.scene(params.lab)
        const { lab, epoch } = scene
        if (!actor) throw new Refusal({ code: 'unknown_lab' })
        return {
          json: { lab: lab.id, epoch, seq: lab.seq, at: atOf(epoch, lab.seq), roles: [...actor.roles], items: viewOf(actor, scene) },
        }
      },
    }),
    operation({
      id: 'sendCommand',
      method: 'post',
      path: '/labs/:lab/commands',
      summary: 'Do something in the lab; the same id again gives the same answer',
      allowed: 'by-command',
      params: InLab,
      body: z.unknown(),
      answer: CommandAnswer,
      handle: async ({ params, body, actor }) => {
        if (!actor) throw new Refusal({ code: 'unknown_lab' })
        const command = commandOf(body)
        // what only begins like a picture would stop every document: it is tried on paper before the lab takes it
        if (
          command.type === 'addLogo' &&
          actor.roles.includes('organiser') &&
          'type' in readLogo(command.data) &&
          !(await documents.canDraw(command.data))
        )
          throw new Refusal({ code: 'logo_unusable', field: 'data', facts: DAMAGED })
        const outcome = await labs.perform(params.lab, command, actor)
        if (!outcome.ok) throw new Refusal(outcome.rejection)
        if (command.type === 'deleteLab') await labs.remove(params.lab)
        return { json: outcome.answer }
      },
    }),
    operation({
      id: 'sayDoing',
      method: 'post',
      path: '/labs/:lab/doing',
      summary: 'Say which entry of the final canvas one is writing over now; others who run the lab see it in their feed',
      allowed: ['organiser', 'facilitator'],
      params: InLab,
      body: z.strictObject({ entry: z.nullable(EntryId) }),
      answer: z.strictObject({}),
      handle: async ({ params, body, actor }) => {
        if (actor?.person) await feeds.doing(params.lab, actor.person, body.entry)
        return { json: {} }
      },
    }),
    operation({
      id: 'feed',
      method: 'get',
      path: '/labs/:lab/feed',
      summary: 'Changes to the caller’s view as Server-Sent Events, from `at` on',
      allowed: [...MEMBERS, 'zoom-host'],
      params: InLab,
      query: z.strictObject({ at: z.string().max(60).optional() }),
      produces: 'text/event-stream',
      handle: async ({ params, query, claims, until, editKeys, request, response }): Promise<Given> => {
        await store.head(params.lab)
        response
          .status(200)
          .set({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
        // until it is closed, in no chunks: a frame is then one write
        response.useChunkedEncodingByDefault = false
        response.flushHeaders()
        request.socket.setNoDelay(true)
        const followed = await feeds.follow({
          labId: params.lab,
          viewerIn: (lab) => {
            const actor = actorIn(lab, claims, editKeys)
            return actor && (actor.roles.length > 0 || actor.zoom) ? actor : null
          },
          until,
          at: request.get('last-event-id') ?? query.at ?? '',
          response: lineOf(response),
        })
        if (!followed) response.end()
        return 'handled'
      },
    }),
  ]
}
