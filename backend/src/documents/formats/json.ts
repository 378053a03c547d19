import type { Content, Sentence } from '@telaio/shared/documents'
import * as z from 'zod'

const Said = z.strictObject({
  id: z.string(),
  text: z.string(),
  notes: z.int(),
  people: z.int(),
  groups: z.array(z.string()),
  meetings: z.array(z.int()),
  sectors: z.array(z.strictObject({ sector: z.string(), notes: z.int() })),
  goals: z.array(z.int()),
  sources: z.array(z.strictObject({ note: z.string(), meeting: z.int(), group: z.string(), zone: z.string() })),
})

/** What `documents.json` holds. Its JSON Schema is `documents.schema.json`. */
export const DocumentsFile = z.strictObject({
  format: z.literal('telaio-documents/1'),
  lab: z.strictObject({ id: z.string(), title: z.string(), language: z.enum(['it', 'en']) }),
  language: z.enum(['it', 'en']),
  licence: z.string(),
  promoters: z.array(z.string()),
  others: z.array(z.strictObject({ role: z.enum(['partners', 'coPromoters', 'supporters']), names: z.array(z.string()) })),
  credits: z.string(),
  names: z.array(z.string()),
  numbers: z.strictObject({
    participants: z.int(),
    groups: z.int(),
    meetings: z.int(),
    sectors: z.int(),
    notes: z.int(),
    triples: z.int(),
    voted: z.int().nullable(),
    sentences: z.int(),
  }),
  blocks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      question: z.string(),
      sentences: z.array(Said),
      appendix: z.array(Said),
      links: z.array(z.strictObject({ block: z.string(), shared: z.int() })),
    }),
  ),
  manifesto: z.strictObject({
    statements: z.array(Said),
    adoption: z.strictObject({ agree: z.int(), canLiveWith: z.int(), objection: z.int() }).nullable(),
  }),
  advice: z.array(
    z.strictObject({ theme: z.string(), parts: z.array(z.strictObject({ label: z.string(), text: z.string() })), notes: z.int() }),
  ),
  glossary: z.array(
    z.strictObject({ term: z.string(), meanings: z.array(z.strictObject({ text: z.string(), sector: z.string().nullable() })) }),
  ),
  methods: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      credit: z.string(),
      licence: z.string(),
      source: z.string().nullable(),
      meetings: z.array(z.int()),
    }),
  ),
})
export type DocumentsFile = z.infer<typeof DocumentsFile>

const said = ({ id, text, evidence, goals, sources }: Sentence) => ({
  id,
  text,
  notes: evidence.notes,
  people: evidence.people,
  groups: [...evidence.groups],
  meetings: [...evidence.meetings],
  sectors: evidence.sectors.map(({ sector, notes }) => ({ sector, notes })),
  goals: [...goals],
  sources: sources.map(({ note, meeting, group, zone }) => ({ note, meeting, group, zone })),
})

/** The content for programs. */
export function documentsJson(content: Content): string {
  const file: DocumentsFile = {
    format: 'telaio-documents/1',
    lab: { id: content.lab.id, title: content.lab.title, language: content.lab.language },
    language: content.language,
    licence: content.licence,
    promoters: [...content.promoters],
    others: content.others.map(({ role, names }) => ({ role, names: [...names] })),
    credits: content.credits,
    names: [...content.names],
    numbers: { ...content.numbers },
    blocks: content.blocks.map(({ id, title, question, sentences, more, links }) => ({
      id,
      title,
      question,
      sentences: sentences.map(said),
      appendix: more.map(said),
      links: links.map(({ block, shared }) => ({ block, shared })),
    })),
    manifesto: { statements: content.manifesto.statements.map(said), adoption: content.manifesto.adoption },
    advice: content.advice.map(({ theme, parts, evidence }) => ({
      theme,
      parts: parts.map(({ label, text }) => ({ label, text })),
      notes: evidence.notes,
    })),
    glossary: content.glossary.map(({ term, meanings }) => ({ term, meanings: meanings.map(({ text, sector }) => ({ text, sector })) })),
    methods: content.methods.map(({ id, title, credit, licence, source, meetings }) => ({
      id,
      title,
      credit,
      licence,
      source,
      meetings: [...meetings],
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

export const documentsSchema = (): string => `${JSON.stringify(z.toJSONSchema(DocumentsFile), null, 2)}\n`
