import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from './parse-file.ts'

export const YAML = /\.ya?ml$/

/** Reads the YAML files of a folder and of the folders in it. */
export async function filesOf(folder: string): Promise<Files> {
  const files = new Map<string, Uint8Array>()
  const isFolder = async (path: string) => (await stat(join(folder, path))).isDirectory()
  const take = async (path: string) => {
    if (YAML.test(path) && !(await isFolder(path))) files.set(path, await readFile(join(folder, path)))
  }
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.')) continue
    if (!(await isFolder(name))) await take(name)
    else for (const inner of (await readdir(join(folder, name))).sort()) await take(`${name}/${inner}`)
  }
  return files
}
