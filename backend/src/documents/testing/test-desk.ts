import type { Scene } from '@telaio/shared/view'
import { createDocumentDesk, type DocumentDesk } from '../desk.ts'
import { createPrinter } from '../typst/printer.ts'

export interface TestDesk {
  readonly desk: DocumentDesk
  /** The document of this name; an error where there is none. */
  readonly made: (scene: Scene, name: string) => Promise<Buffer>
  readonly text: (scene: Scene, name: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** Documents as the product makes them, at a moment that stands still (ms). `fonts`: a folder of further typefaces. */
export function openTestDesk({ at = 1_700_000_000_000, fonts = null }: { at?: number; fonts?: string | null } = {}): TestDesk {
  const desk = createDocumentDesk({
    repertoire: { collections: [], methods: [] },
    printer: createPrinter(fonts),
    publicUrl: () => 'https://lab.example.org',
    now: () => at,
  })
  const made = async (scene: Scene, name: string): Promise<Buffer> => {
    const file = await desk.make(scene, name)
    if (!file) throw new Error(`there is no ${name}`)
    return file
  }
  return { desk, made, text: async (scene, name) => (await made(scene, name)).toString('utf8'), close: () => desk.close() }
}
