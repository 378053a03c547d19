// Writes the JSON Schemas of a kit's files into docs/kit-schema, from the schemas that read them.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { KIT_FILE_NAMES, kitFileSchema } from '../src/kits/kit-schema.ts'

for (const name of KIT_FILE_NAMES) {
  const path = fileURLToPath(new URL(`../../docs/kit-schema/${name}.json`, import.meta.url))
  await writeFile(path, `${JSON.stringify(kitFileSchema(name), null, 2)}\n`)
  console.log(path)
}
