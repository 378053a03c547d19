import { safeParse, type $ZodType } from 'zod/v4/core'
import type { FileFault } from './fault.ts'
import { sayIssue } from './schema-faults.ts'
import { readYamlFile, type YamlFile } from './yaml-file.ts'

/** The files of a folder by their path in it: `meetings/1.yaml`. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface ParsedFile<T> {
  readonly file: YamlFile
  /** Null where the file has faults. */
  readonly value: T | null
  readonly faults: readonly FileFault[]
}

/** Reads one file by its schema; every fault that its schema sees, with its line. */
export function parseFile<T>(files: Files, name: string, schema: $ZodType<T>): ParsedFile<T> {
  const file = readYamlFile(name, files.get(name))
  if (file.faults.length > 0) return { file, value: null, faults: file.faults }
  const checked = safeParse(schema, file.value)
  if (checked.success) return { file, value: checked.data, faults: [] }
  const faults = checked.error.issues.flatMap((issue) =>
    sayIssue(issue, file.value).map(({ path, message }) => ({ file: name, line: file.lineOf(path), message })),
  )
  return { file, value: null, faults }
}
