import { readFile } from 'node:fs/promises'
import { harvest, plainText } from '@telaio/shared/board'
import { issueWords } from '@telaio/shared/words'
import * as z from 'zod'
import { onBoard, RawItem } from '../../miro/rest-items.ts'
import { type Call, type CliCommand, Refused, textOption, UsageError } from '../command.ts'

/** All pages joined, or one page as it came. */
const Items = z.preprocess((json) => (typeof json === 'object' && json !== null && 'data' in json ? json.data : json), z.array(RawItem))
const Placement = z.object({
  zones: z.array(z.object({ key: z.string().min(1), item: z.string().min(1) })),
  furniture: z.array(z.string()).default([]),
  written: z.array(z.object({ item: z.string().min(1), contribution: z.string().min(1), text: z.string() })).default([]),
})

async function read<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`Il file ${path} non si legge (${error.code}).`, `The file ${path} cannot be read (${error.code}).`)
  })
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = (error as Error).message
    throw new Refused(`${path} non è JSON valido: ${why}`, `${path} is not valid JSON: ${why}`)
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  const words = issue ? issueWords(issue) : { it: '', en: '' }
  throw new Refused(`${path}, ${where || 'alla radice'}: ${words.it}`, `${path}, ${where || 'at its root'}: ${words.en}`)
}

function needed(call: Call, name: string): string {
  const given = textOption(call, name)
  if (given === undefined) throw new UsageError(`Manca --${name}.`, `--${name} is missing.`)
  return given
}

/** `telaio harvest`: contributions by zone from a dump of a board, without a lab. Shapes: design §10. */
export const harvestCommand: CliCommand = {
  name: 'harvest',
  usage: '--items ITEMS.json --placement PLACEMENT.json',
  summary: { it: 'raccoglie i contributi da una copia della lavagna', en: 'takes contributions from a board dump' },
  about: {
    it: 'ITEMS: gli elementi della lavagna come li dà Miro (GET /v2/boards/{id}/items), tutte le pagine insieme. PLACEMENT: { zones: [{ key, item }], furniture: [id], written: [{ item, contribution, text }] }. Stampa { contributions, strays, missing } in JSON.',
    en: 'ITEMS: the board’s items as Miro gives them (GET /v2/boards/{id}/items), all pages joined. PLACEMENT: { zones: [{ key, item }], furniture: [id], written: [{ item, contribution, text }] }. Prints { contributions, strays, missing } as JSON.',
  },
  options: {
    items: { type: 'string', value: 'ITEMS.json', words: { it: 'gli elementi della lavagna', en: 'the board’s items' } },
    placement: { type: 'string', value: 'PLACEMENT.json', words: { it: 'che cosa è nostro', en: 'what is ours' } },
  },
  operands: 0,
  run: async (call) => {
    const { terminal } = call
    const raws = await read(needed(call, 'items'), Items)
    const placement = await read(needed(call, 'placement'), Placement)
    const items = await onBoard(raws, () => Promise.resolve(null))
    const found = harvest(items, placement)
    // an item whose frame is not in the dump is nowhere: listed, not dropped
    const placed = new Set(items.map(({ id }) => id))
    const ours = new Set([...placement.furniture, ...placement.zones.map(({ item }) => item), ...placement.written.map(({ item }) => item)])
    const lost = raws
      .filter(({ id }) => !placed.has(id) && !ours.has(id))
      .map(({ id, data }) => ({ item: id, reason: 'outside' as const, text: plainText(data?.content ?? data?.title ?? '') }))
    const all = { ...found, strays: [...found.strays, ...lost] }
    terminal.out(JSON.stringify(all, null, 2))
    terminal.say(
      `${all.contributions.length} contributi, ${all.strays.length} fuori posto, ${all.missing.length} mancanti.`,
      `${all.contributions.length} contributions, ${all.strays.length} strays, ${all.missing.length} missing.`,
    )
    return 0
  },
}
