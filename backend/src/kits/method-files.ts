import { checkMethod, Method } from '@telaio/shared/kit'
import { kitFaultWords } from '@telaio/shared/words'
import type { FileFault } from './fault.ts'
import { type Files, parseFile } from './parse-file.ts'
import type { YamlFile } from './yaml-file.ts'

/** A method and the file that it stands in. */
export interface MethodInFile {
  readonly file: YamlFile
  readonly method: Method
}

/** Reads methods, one a file, named after its id. Faults of each by itself. */
export function readMethods(files: Files, names: readonly string[]): { readonly methods: MethodInFile[]; readonly faults: FileFault[] } {
  const methods: MethodInFile[] = []
  const faults: FileFault[] = []
  for (const name of names) {
    const { file, value: method, faults: found } = parseFile(files, name, Method)
    faults.push(...found)
    if (!method) continue
    methods.push({ file, method })
    const expected = name.replace(/^.*\/|\.ya?ml$/g, '')
    if (method.id !== expected)
      faults.push({
        file: name,
        line: file.lineOf(['id']),
        message: {
          it: `il metodo si chiama «${method.id}», il file «${expected}»: scrivi lo stesso nome`,
          en: `the method is called "${method.id}", its file "${expected}": write the same name`,
        },
      })
    for (const fault of checkMethod(method)) faults.push({ file: name, line: file.lineOf(fault.path), message: kitFaultWords(fault) })
  }
  return { methods, faults }
}
