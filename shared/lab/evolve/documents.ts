import type { LabDocuments } from '../documents.ts'
import type { Lab } from '../lab.ts'
import type { Evolvers } from './evolvers.ts'

const change = (lab: Lab, patch: Partial<LabDocuments>): Lab => ({ ...lab, documents: { ...lab.documents, ...patch } })
/** Without the fields that were not sent: exact types know no `undefined` in them. */
const sent = <T extends object>(body: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>
  }>

export const documents = {
  documentsSet: (lab, { body }) => change(lab, sent(body)),
  logoAdded: (lab, { body: { logo, type, alt, data } }) => change(lab, { logos: [...lab.documents.logos, { id: logo, type, alt, data }] }),
  logoRemoved: (lab, { body }) => change(lab, { logos: lab.documents.logos.filter(({ id }) => id !== body.logo) }),
  published: (lab, { body, at }) => change(lab, { published: { ...body, at } }),
  unpublished: (lab) => change(lab, { published: null }),
} satisfies Partial<Evolvers>
