import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kit } from '@telaio/shared/kit'
import { stringify } from 'yaml'

/** A bilingual text stays on its two lines however long it is: easier to compare, and to translate. */
const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 })

/** The files of a kit's folder, by path: what `readKit` reads back as the same kit. */
export function kitFiles({ meetings, methods, finalCanvas, ...head }: Kit): Record<string, string> {
  return {
    'kit.yaml': yaml(head),
    // by place, which is the number of a kit without faults: in a draft two may have one number, and none is lost
    ...Object.fromEntries(meetings.map((meeting, i) => [`meetings/${i + 1}.yaml`, yaml(meeting)])),
    ...Object.fromEntries(methods.map((method, i) => [`methods/${nameOf(methods, i)}.yaml`, yaml(method)])),
    'final-canvas.yaml': yaml(finalCanvas),
  }
}

/** The file of a method: its id, with a number where another before it has the same. */
function nameOf(methods: Kit['methods'], i: number): string {
  const { id } = methods[i] ?? { id: 'method' }
  const before = methods.slice(0, i).filter((one) => one.id === id).length
  return before === 0 ? id : `${id}-${before + 1}`
}

/** Writes a kit into a new or empty folder. False where there is something in it: nothing is then written. */
export async function writeKit(kit: Kit, folder: string): Promise<boolean> {
  await mkdir(join(folder), { recursive: true })
  if ((await readdir(folder)).length > 0) return false
  for (const [name, text] of Object.entries(kitFiles(kit))) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return true
}
