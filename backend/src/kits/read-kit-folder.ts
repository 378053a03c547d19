import { readdir } from 'node:fs/promises'
import { checkKit, Kit, KitMeeting } from '@telaio/shared/kit'
import * as z from 'zod'
import { safeParse, type $ZodType } from 'zod/v4/core'
import * as mini from 'zod/mini'
import { sayIssue } from './schema-faults.ts'
import { type FileFault, readYamlFile, type YamlFile } from './yaml-file.ts'

/** A kit as its folder holds it; null where it has faults, each with its file and line. */
export type KitFolder = { readonly kit: Kit; readonly faults: readonly [] } | { readonly kit: null; readonly faults: readonly FileFault[] }

const Head = mini.omit(Kit, { meetings: true, finalCanvas: true })
const YAML = /\.ya?ml$/

/** A number from a file that may be anything. */
const Numbered = z.object({ number: z.number() })

/**
 * Reads a kit's folder: `kit.yaml`, `final-canvas.yaml`, a file for each meeting in `meetings/`. Every fault is found that can be: a file that is
 * no YAML does not hide the faults of another; only what the files say of each other waits until each is right by itself.
 */
export async function readKitFolder(folder: string): Promise<KitFolder> {
  const inside = await readdir(folder)
  const names = inside.includes('meetings') ? (await readdir(`${folder}/meetings`)).filter((name) => YAML.test(name)).sort() : []
  const faults: FileFault[] = inside
    .filter((name) => YAML.test(name) && name !== 'kit.yaml' && name !== 'final-canvas.yaml')
    .map((file) => ({
      file,
      line: null,
      message: 'is no file of a kit (kit.yaml, final-canvas.yaml, meetings/*.yaml): rename it or take it away',
    }))
  if (names.length === 0) faults.push({ file: 'meetings', line: null, message: 'there is no meeting: add meetings/1.yaml' })

  const read = async <T>(name: string, schema: $ZodType<T>): Promise<{ file: YamlFile; value: T | null }> => {
    const file = await readYamlFile(folder, name)
    faults.push(...file.faults)
    if (file.faults.length > 0) return { file, value: null }
    const checked = safeParse(schema, file.value)
    if (checked.success) return { file, value: checked.data }
    for (const issue of checked.error.issues)
      for (const { path, message } of sayIssue(issue, file.value)) faults.push({ file: name, line: file.lineOf(path), message })
    return { file, value: null }
  }
  const head = await read('kit.yaml', Head)
  const last = await read('final-canvas.yaml', Kit.shape.finalCanvas)
  const meetings: { file: YamlFile; value: KitMeeting | null }[] = []
  for (const name of names) meetings.push(await read(`meetings/${name}`, KitMeeting))

  const doubles = sameNumber(meetings.map(({ file }) => file))
  faults.push(...doubles)
  const whole = meetings.flatMap(({ file, value }) => (value ? [{ file, value }] : [])).sort((a, b) => a.value.number - b.value.number)
  if (head.value && last.value && whole.length === meetings.length && whole.length > 0 && doubles.length === 0) {
    const kit: Kit = { ...head.value, meetings: whole.map(({ value }) => value), finalCanvas: last.value }
    for (const { path, message } of checkKit(kit)) {
      const [where, index, ...rest] = path
      const file = where === 'meetings' ? whole[Number(index)]?.file : where === 'finalCanvas' ? last.file : head.file
      const inFile = where === 'meetings' ? rest : where === 'finalCanvas' ? path.slice(1) : path
      faults.push({ file: file?.name ?? 'kit.yaml', line: file?.lineOf(inFile) ?? null, message })
    }
    if (faults.length === 0) return { kit, faults: [] }
  }
  return { kit: null, faults: faults.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1)) }
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
    return [
      {
        file: file.name,
        line: file.lineOf(['number']),
        message: `meeting ${number} is also in ${other}: give each meeting a number of its own`,
      },
    ]
  })
}
