import { Block, CanvasBlock, Collection, Kit, KitMeeting, Method, MethodBlock, MethodZone, Sector, Zone } from '@telaio/shared/kit'
import * as mini from 'zod/mini'
import { type $ZodType, toJSONSchema } from 'zod/v4/core'

export type JsonSchema = { readonly [key: string]: unknown }

/** `kit.yaml`: a kit without what stands in files of its own. */
export const KitHead = mini.omit(Kit, { meetings: true, methods: true, finalCanvas: true })

/** The files that a kit, or a collection of methods, is made of, by the name of their published schema. */
const FILES = {
  kit: [KitHead, 'kit.yaml: what the kit is'],
  meeting: [KitMeeting, 'meetings/N.yaml: one meeting, its canvas and its agenda'],
  'final-canvas': [Kit.shape.finalCanvas, 'final-canvas.yaml: the sheet that a lab ends with'],
  method: [Method, 'methods/ID.yaml: one method'],
  collection: [Collection, 'collection.yaml: methods under one licence'],
} as const satisfies Record<string, readonly [$ZodType, string]>
export type KitFileName = keyof typeof FILES
export const KIT_FILE_NAMES = Object.keys(FILES) as KitFileName[]

/** What an editor shows beside a key. Here and not in the schemas: browsers load those. */
const DESCRIPTIONS: readonly (readonly [$ZodType, Readonly<Record<string, string>>])[] = [
  [
    KitHead,
    {
      name: 'The name of the kit and of its folder: lower-case letters, digits and hyphens.',
      version: 'Counted up by the author when the kit changes.',
      summary: 'What an organiser reads before choosing the kit.',
      language: 'The language that the kit was written in first.',
      licence: 'Licence of the texts, as SPDX writes it: CC-BY-SA-4.0.',
      credits: 'Who wrote it and what it owes to others.',
      assumes: 'What the kit takes for granted: minutes a meeting, people, project groups.',
      sectors: 'The sectors that people come from. `thread` picks colour and shape.',
    },
  ],
  [
    KitMeeting,
    {
      number: 'Meetings are numbered 1, 2, 3…',
      purpose: 'What the meeting is for, in one sentence.',
      minutes: 'How long it lasts; left out: assumes.minutes. The agenda’s minutes must add up to it.',
      canvas: 'The sheet that groups fill in.',
      agenda: 'What happens, in order. Times follow from the minutes.',
    },
  ],
  [
    Zone,
    {
      id: 'The canvas and a number: C2.1.',
      question: 'The activating question.',
      answer: 'What kind of answer it takes.',
      lanes: 'Named lanes inside the zone.',
      from: 'Zones whose results are shown here to start from. Each must lead here (leadsTo).',
      mayBeAnonymous: 'True: people may choose that no author is stored.',
      expected: 'How many notes a group is expected to write: sizes the zone on the board.',
      atMost: 'At most so many notes.',
      leadsTo: 'Where results go next: a zone of a later meeting, a block of the final canvas, or a document.',
    },
  ],
  [
    Block,
    {
      id: 'A name of your own, once a meeting.',
      prompt: 'What people are asked. Needed where they write.',
      steps: 'The prompt step by step.',
      example: 'An example of a good answer.',
      grouping: 'In which groups people write: none, project, or mixed with the number of the moment and the size of a group.',
      rooms: 'True: people are in breakout rooms.',
      zones: 'Zones written in during this block.',
      writing: 'private-first: each writes unseen, then reveals. open: seen at once.',
      method: 'Id of a method of the repertoire or of the kit.',
      lead: 'Who leads it; left out: the conductor.',
      board: 'Part of the board that people look at; left out: it follows from zones and kind.',
    },
  ],
  [Sector, { thread: 'Its colour and shape.' }],
  [CanvasBlock, { id: 'B and a number: B7.', question: 'What this block answers.' }],
  [
    Method,
    {
      id: 'Also the name of the file.',
      summary: 'One sentence: what happens.',
      when: 'When to use it, and when not.',
      purposes: 'What it is for.',
      minutes: 'From the shortest that works to the longest that holds.',
      people: 'How many work together at a time, and how. most: null means any number.',
      steps: 'What to do, in order, with minutes where they matter.',
      advice: 'What a facilitator who has done it would add.',
      licence: 'Licence of this text, as SPDX writes it. It may differ from the kit’s.',
      credit: 'Who it comes from.',
      source: 'Where to read more (https).',
      brings: 'Blocks and zones that it brings when it is dropped into an agenda.',
    },
  ],
  [
    MethodBlock,
    { id: 'A name inside the method.', groups: 'none, project, or mixed.', zones: 'Zones of the method written in during this block.' },
  ],
  [
    MethodZone,
    { id: 'A name inside the method: blocks refer to it.', answer: 'What kind of answer it takes. `on` names a zone of this method.' },
  ],
  [Collection, { licence: 'Licence of every method in the folder, as SPDX writes it.', credit: 'Who the methods come from.' }],
]

/** Marks, while a schema is made, what its descriptions are. */
const MARK = 'x-described'

/** The JSON Schema (draft 7, which editors know best) of one file of a kit, made from the schema that reads it. */
export function kitFileSchema(name: KitFileName): JsonSchema {
  const [schema, title] = FILES[name]
  const made = toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const index = DESCRIPTIONS.findIndex(([one]) => one === zodSchema)
      if (index >= 0) jsonSchema[MARK] = index
    },
  })
  const { $schema, ...rest } = described(made) as Record<string, unknown>
  return { $schema, title, ...rest }
}

/** A copy in which every key has its description: in what zod makes, keys of one schema share one object. */
function described(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(described)
  if (typeof value !== 'object' || value === null) return value
  const { [MARK]: index, ...rest } = value as Record<string, unknown>
  const copy = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, described(inner)]))
  const texts = typeof index === 'number' ? DESCRIPTIONS[index]?.[1] : undefined
  const properties = copy['properties'] as Record<string, object> | undefined
  if (properties)
    for (const [key, description] of Object.entries(texts ?? {})) {
      const property = properties[key]
      if (property) properties[key] = { ...property, description }
    }
  return copy
}
