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
    ...Object.fromEntries(meetings.map((meeting) => [`meetings/${meeting.number}.yaml`, yaml(meeting)])),
    ...Object.fromEntries(methods.map((method) => [`methods/${method.id}.yaml`, yaml(method)])),
    'final-canvas.yaml': yaml(finalCanvas),
  }
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
