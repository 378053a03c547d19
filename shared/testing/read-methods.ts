import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { Method } from '../kit/method.ts'

const FOLDER = fileURLToPath(new URL('../methods', import.meta.url))
export const COLLECTIONS = ['telaio', 'liberating-structures'] as const

export interface MethodFile {
  readonly collection: (typeof COLLECTIONS)[number]
  /** Name of the file, without `.yaml`. */
  readonly name: string
  readonly text: string
  readonly method: Method
}

/** The methods that come with Telaio, as their files stand. Throws where a file does not fit the schema, with its name. */
export const methodFiles: readonly MethodFile[] = COLLECTIONS.flatMap((collection) =>
  readdirSync(join(FOLDER, collection))
    .filter((file) => file.endsWith('.yaml') && file !== 'collection.yaml')
    .sort()
    .map((file) => {
      const text = readFileSync(join(FOLDER, collection, file), 'utf8')
      const read = Method.safeParse(parse(text))
      if (!read.success) throw new Error(`${collection}/${file}: ${JSON.stringify(read.error.issues, null, 1)}`)
      return { collection, name: basename(file, '.yaml'), text, method: read.data }
    }),
)

/** As facilitators choose from them. */
export const allMethods: readonly (Method & { readonly collection: string })[] = methodFiles.map(({ collection, method }) => ({
  ...method,
  collection,
}))
