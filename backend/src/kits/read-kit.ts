import { checkKit, Kit, KitMeeting } from '@telaio/shared/kit'
import { type Bilingual, kitFaultWords } from '@telaio/shared/words'
import * as z from 'zod'
import { type FileFault, inOrder } from './fault.ts'
import { filesOf, YAML } from './folder.ts'
import { KitHead } from './kit-schema.ts'
import { readMethods } from './method-files.ts'
import { type Files, parseFile } from './parse-file.ts'
import type { YamlFile } from './yaml-file.ts'

/** A kit as its files hold it; null where they have faults, each with its file and line. */
export type KitRead = { readonly kit: Kit; readonly faults: readonly [] } | { readonly kit: null; readonly faults: readonly FileFault[] }

/** A number from a file that may be anything. */
const Numbered = z.object({ number: z.number() })

const NO_FILE: Bilingual = {
  it: 'non è un file di un kit (kit.yaml, final-canvas.yaml, meetings/*.yaml, methods/*.yaml): rinominalo o toglilo',
  en: 'is no file of a kit (kit.yaml, final-canvas.yaml, meetings/*.yaml, methods/*.yaml): rename it or take it away',
}
const NO_MEETING: Bilingual = { it: 'non c’è nessun incontro: aggiungi meetings/1.yaml', en: 'there is no meeting: add meetings/1.yaml' }

export const readKitFolder = async (folder: string, repertoire?: ReadonlySet<string>): Promise<KitRead> =>
  readKit(await filesOf(folder), repertoire)

/**
 * Reads a kit: `kit.yaml`, `final-canvas.yaml`, a file for each meeting in `meetings/` and for each method of its own in `methods/`. Every fault is
 * found that can be: a file that is no YAML does not hide the faults of another; only what the files say of each other waits until each is
 * right by itself. `repertoire`: ids of the methods that any kit may name; left out, methods are not looked up.
 */
export function readKit(files: Files, repertoire?: ReadonlySet<string>): KitRead {
  const names = [...files.keys()].filter((name) => YAML.test(name)).sort()
  const inside = (folder: string) => names.filter((name) => name.startsWith(`${folder}/`))
  const faults: FileFault[] = names
    .filter((name) => !/^(?:kit|final-canvas)\.yaml$|^(?:meetings|methods)\//.test(name))
    .map((file) => ({ file, line: null, message: NO_FILE }))
  if (inside('meetings').length === 0) faults.push({ file: 'meetings', line: null, message: NO_MEETING })

  const head = parseFile(files, 'kit.yaml', KitHead)
  const last = parseFile(files, 'final-canvas.yaml', Kit.shape.finalCanvas)
  const meetings = inside('meetings').map((name) => parseFile(files, name, KitMeeting))
  const own = readMethods(files, inside('methods'))
  const doubles = sameNumber(meetings.map(({ file }) => file))
  faults.push(...[head, last, ...meetings].flatMap((one) => one.faults), ...own.faults, ...doubles)

  const whole = meetings.flatMap(({ file, value }) => (value ? [{ file, value }] : [])).sort((a, b) => a.value.number - b.value.number)
  const allRead = whole.length === meetings.length && whole.length > 0 && own.methods.length === inside('methods').length
  if (head.value && last.value && allRead && doubles.length === 0) {
    const kit: Kit = {
      ...head.value,
      meetings: whole.map(({ value }) => value),
      methods: own.methods.map(({ method }) => method),
      finalCanvas: last.value,
    }
    const within = whole.map(({ file }) => file)
    for (const fault of checkKit(kit, repertoire)) {
      const [where, index, ...rest] = fault.path
      // what a method says of itself was found in its file; that two have one id, only here
      if (where === 'methods' && !(rest.length === 1 && rest[0] === 'id')) continue
      const [file, path] =
        where === 'meetings'
          ? [within[Number(index)], rest]
          : where === 'methods'
            ? [own.methods[Number(index)]?.file, rest]
            : where === 'finalCanvas'
              ? [last.file, fault.path.slice(1)]
              : [head.file, fault.path]
      faults.push({ file: file?.name ?? 'kit.yaml', line: file?.lineOf(path) ?? null, message: kitFaultWords(fault) })
    }
    if (faults.length === 0) return { kit, faults: [] }
  }
  return { kit: null, faults: inOrder(faults) }
}

function sameNumber(files: readonly YamlFile[]): FileFault[] {
  const first = new Map<number, string>()
  return files.flatMap((file) => {
    const read = Numbered.safeParse(file.value)
    if (!read.success) return []
    const { number } = read.data
    const other = first.get(number)
    if (other === undefined) {
      first.set(number, file.name)
      return []
    }
    const message = {
      it: `l’incontro ${number} è anche in ${other}: dai a ogni incontro un numero suo`,
      en: `meeting ${number} is also in ${other}: give each meeting a number of its own`,
    }
    return [{ file: file.name, line: file.lineOf(['number']), message }]
  })
}
