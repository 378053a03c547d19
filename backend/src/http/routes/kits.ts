import * as z from 'zod'
import {
  CopyKit,
  KIT_FILE_TYPE,
  KitAnswer,
  KitFromLab,
  KitFromLabSaved,
  KitList,
  KitSaved,
  type SaidFault,
  SaveKit,
} from '@telaio/shared/api'
import { type KitFault, Repertoire, Slug } from '@telaio/shared/kit'
import { LabId } from '@telaio/shared/lab'
import type { OwnKit } from '@telaio/shared/ports'
import { type Bilingual, kitFaultWords } from '@telaio/shared/words'
import { sayFault } from '../../kits/fault.ts'
import { KIT_FILE_NAMES, type KitFileName, kitFileSchema } from '../../kits/kit-schema.ts'
import { kitOut } from '../../kits/kit-out.ts'
import { BadZip, unzipKit, zipKit } from '../../kits/kit-zip.ts'
import { readKit } from '../../kits/read-kit.ts'
import { methodIds } from '../../kits/repertoire.ts'
import type { FoundKit, KitRefusal } from '../../service/kits.ts'
import { organiserOf } from '../organiser.ts'
import { type Operation, operation } from '../operation.ts'
import { Refusal, refuse } from '../problem.ts'
import type { Services } from '../services.ts'

const Named = z.strictObject({ name: Slug })
/** Faults that a refusal says in its sentence; all are in its `faults`. */
const SAID = 3

const said = ({ code, path, ...fault }: KitFault): SaidFault => ({ code, path: [...path], message: kitFaultWords({ code, ...fault }) })

/** The first few sentences, and how many more there are. */
const inShort = (sentences: readonly Bilingual[]): Bilingual => {
  const first = sentences.slice(0, SAID)
  const more = sentences.length - first.length
  return {
    it: `${first.map(({ it }) => it.replace(/\.$/, '')).join('; ')}${more > 0 ? `; e altri ${more}` : ''}`,
    en: `${first.map(({ en }) => en.replace(/\.$/, '')).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
  }
}

/** The refusal to make a lab from a kit with faults. */
export const faulty = (name: string, faults: readonly KitFault[]): Refusal =>
  new Refusal({ code: 'kit_faulty', field: 'kit' }, { kit: name, faults: faults.map(said) }, inShort(faults.map(kitFaultWords)))

function refusalOf(refusal: KitRefusal): Refusal {
  switch (refusal.refused) {
    case 'unknown':
      return refuse('no_such_kit', refusal.name)
    case 'built-in':
      return refuse('kit_built_in', refusal.name)
    case 'taken':
      return refuse('kit_name_taken', refusal.name, 'name')
    case 'changed':
      return new Refusal({ code: 'kit_changed', field: 'rev' }, { rev: refusal.rev })
    case 'full':
      return refuse('kits_full', String(refusal.most))
    case 'not-yours':
      return new Refusal({ code: 'forbidden' })
  }
}

/** The row that was saved, or a refusal thrown. */
function savedOr(outcome: OwnKit | KitRefusal): OwnKit {
  if ('refused' in outcome) throw refusalOf(outcome)
  return outcome
}

const about = ({ kit, own }: FoundKit, caller: string | undefined) => ({
  name: kit.name,
  builtIn: own === null,
  mine: own !== null && own.owner === caller,
  rev: own?.rev ?? 0,
  at: own?.at ?? null,
})

/** Kits: those that come with Telaio, organisers' own, the methods they name, and the schema that editors check them by. */
export function kitRoutes({ kits, repertoire, server, labs }: Services): Operation[] {
  const answerOf = (row: OwnKit, caller: string) => ({
    ...about({ kit: row.kit, own: row }, caller),
    faults: kits.faultsOf(row.kit).map(said),
  })
  const found = async (name: string): Promise<FoundKit> => {
    const one = await kits.find(name)
    if (!one) throw refuse('no_such_kit', name)
    return one
  }
  return [
    operation({
      id: 'kits',
      method: 'get',
      path: '/kits',
      summary: 'Kits that a lab can be made from: the built-in ones; for an organiser, also organisers’ own',
      allowed: 'signed-in',
      answer: KitList,
      handle: async ({ claims }) => {
        const organiser = claims.account !== undefined && claims.account in (await server.read()).accounts
        const seen = (await kits.list()).filter(({ own }) => own === null || organiser)
        return {
          json: {
            kits: seen.map((one) => ({
              ...about(one, claims.account),
              title: one.kit.title,
              summary: one.kit.summary,
              meetings: one.kit.meetings.length,
              minutes: one.kit.assumes.minutes,
              people: one.kit.assumes.people,
              projectGroups: one.kit.assumes.projectGroups,
              faults: kits.faultsOf(one.kit).length,
            })),
          },
        }
      },
    }),
    operation({
      id: 'copyKit',
      method: 'post',
      path: '/kits',
      summary: 'Copy a kit under a name of its own (organisers)',
      allowed: 'signed-in',
      body: CopyKit,
      answer: KitSaved,
      status: 201,
      handle: async ({ body, claims }) => {
        const { id } = await organiserOf(server, claims)
        return { json: answerOf(savedOr(await kits.copy(body.from, body.name, body.title, id)), id) }
      },
    }),
    operation({
      id: 'kitFromLab',
      method: 'post',
      path: '/labs/:lab/kits',
      summary:
        'Make a kit of one’s own from a lab’s programme as it was changed, without anything of its people, groups or notes (organisers)',
      allowed: ['organiser'],
      params: z.strictObject({ lab: LabId }),
      body: KitFromLab,
      answer: KitFromLabSaved,
      status: 201,
      handle: async ({ params, body, claims }) => {
        const { id } = await organiserOf(server, claims)
        const { kit, removed, doubtful } = kitOut(await labs.scene(params.lab), body)
        return { json: { ...answerOf(savedOr(await kits.add(kit, id)), id), removed, doubtful } }
      },
    }),
    operation({
      id: 'uploadKit',
      method: 'post',
      path: '/kits/upload',
      summary: 'Add a kit from its folder as a zip file; every fault is named with file and line (organisers)',
      allowed: 'signed-in',
      query: z.strictObject({ name: z.optional(Slug) }),
      raw: [KIT_FILE_TYPE],
      answer: KitSaved,
      status: 201,
      handle: async ({ body, query, claims }) => {
        const { id } = await organiserOf(server, claims)
        const kit = kitOf(body as unknown as Uint8Array, methodIds(repertoire))
        return { json: answerOf(savedOr(await kits.add({ ...kit, name: query.name ?? kit.name }, id)), id) }
      },
    }),
    operation({
      id: 'getKit',
      method: 'get',
      path: '/kits/:name',
      summary: 'A whole kit, with its faults (organisers)',
      allowed: 'signed-in',
      params: Named,
      answer: KitAnswer,
      handle: async ({ params, claims }) => {
        const { id } = await organiserOf(server, claims)
        const one = await found(params.name)
        return { json: { ...about(one, id), kit: one.kit, faults: kits.faultsOf(one.kit).map(said) } }
      },
    }),
    operation({
      id: 'saveKit',
      method: 'put',
      path: '/kits/:name',
      summary: 'Save one’s own kit over the revision that was read; faults are allowed in a draft and come back (organisers)',
      allowed: 'signed-in',
      params: Named,
      body: SaveKit,
      answer: KitSaved,
      handle: async ({ params, body, claims }) => {
        const { id } = await organiserOf(server, claims)
        return { json: answerOf(savedOr(await kits.save(params.name, body.kit, body.rev, id)), id) }
      },
    }),
    operation({
      id: 'removeKit',
      method: 'delete',
      path: '/kits/:name',
      summary: 'Delete one’s own kit; labs made from it keep their copy (organisers)',
      allowed: 'signed-in',
      params: Named,
      answer: z.strictObject({ name: z.string() }),
      handle: async ({ params, claims }) => {
        const { id } = await organiserOf(server, claims)
        return { json: { name: savedOr(await kits.remove(params.name, id)).name } }
      },
    }),
    operation({
      id: 'downloadKit',
      method: 'get',
      path: '/kits/:name/download',
      summary: 'A kit’s folder as a zip file (organisers)',
      allowed: 'signed-in',
      params: Named,
      produces: KIT_FILE_TYPE,
      handle: async ({ params, claims }) => {
        await organiserOf(server, claims)
        const { kit } = await found(params.name)
        return { file: Buffer.from(zipKit(kit)), contentType: KIT_FILE_TYPE, name: `${kit.name}.zip` }
      },
    }),
    operation({
      id: 'methods',
      method: 'get',
      path: '/methods',
      summary: 'The repertoire of methods, by collection',
      allowed: 'signed-in',
      answer: Repertoire,
      handle: () => ({ json: repertoire }),
    }),
    operation({
      id: 'kitSchema',
      method: 'get',
      path: '/kit-schema/:file',
      summary: `JSON Schema of a kit’s files, for editors: ${KIT_FILE_NAMES.map((name) => `${name}.json`).join(', ')}`,
      allowed: 'anyone',
      params: z.strictObject({ file: z.string().max(40) }),
      produces: 'application/schema+json',
      handle: ({ params }) => {
        const name = KIT_FILE_NAMES.find((one): one is KitFileName => `${one}.json` === params.file)
        if (!name) throw refuse('not_found')
        return { file: `${JSON.stringify(kitFileSchema(name), null, 2)}\n`, contentType: 'application/schema+json; charset=utf-8' }
      },
    }),
  ]
}

/** The kit in a zip file; refused with every fault. */
function kitOf(bytes: Uint8Array, known: ReadonlySet<string> | undefined) {
  let files: ReturnType<typeof unzipKit>
  try {
    files = unzipKit(bytes)
  } catch (error) {
    if (!(error instanceof BadZip)) throw error
    throw new Refusal({ code: 'kit_file_bad' }, { faults: [] }, error.words)
  }
  const { kit, faults } = readKit(files, known)
  if (kit) return kit
  const sentences = faults.map((fault) => ({ it: sayFault(fault, 'it'), en: sayFault(fault, 'en') }))
  throw new Refusal({ code: 'kit_file_bad' }, { faults }, inShort(sentences))
}
