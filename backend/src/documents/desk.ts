import { type Choices, choicesFor, type Content, documentsOf, type Missing, missingIn, paperOf } from '@telaio/shared/documents'
import type { Repertoire } from '@telaio/shared/kit'
import { type Lab, readLogo } from '@telaio/shared/lab'
import type { Scene } from '@telaio/shared/view'
import type { Language } from '@telaio/shared/words'
import { csvOf } from './csv.ts'
import { contributionRows } from './data.ts'
import { paperDocx } from './formats/docx.ts'
import { paperEpub } from './formats/epub.ts'
import { paperHtml } from './formats/html.ts'
import { documentsJson, documentsSchema } from './formats/json.ts'
import { decidimRows, entryRows, workbookRows } from './formats/tables.ts'
import { workbook } from './formats/xlsx.ts'
import { type Recipe, RECIPES } from './names.ts'
import { pictureOf } from './formats/pictures.ts'
import { logoJob, mapJob, posterJob, readingJob } from './typst/jobs.ts'
import type { Printer } from './typst/printer.ts'
import type { PrintJob } from './typst/typst.ts'
import { unprintableIn } from './typst/unprintable.ts'

export interface DocumentDesk {
  /** The document of this name from the lab as it stands; null where there is none of that name. `only`: made from these entries alone. */
  readonly make: (scene: Scene, name: string, only?: ReadonlySet<string>) => Promise<Buffer | null>
  readonly contentOf: (scene: Scene, language: Language, only?: ReadonlySet<string>) => Content
  readonly missing: (scene: Scene) => readonly Missing[]
  /** The public page as a PDF: these entries, block by block, for reading on A4. */
  readonly page: (scene: Scene, language: Language, only: ReadonlySet<string>) => Promise<Buffer>
  /** True for a picture, in base64, that can be printed: not all that begins like one is one. */
  readonly canDraw: (picture: string) => Promise<boolean>
  /** What poster and manifesto could show. */
  readonly choices: (scene: Scene) => Choices
  readonly close: () => Promise<void>
}

export interface DeskOptions {
  readonly repertoire: Repertoire
  readonly printer: Printer
  readonly publicUrl: () => string
  readonly now: () => number
}

/** The address of a lab's public page. */
export const publicPageOf = (publicUrl: string, lab: Pick<Lab, 'id'>): string => `${publicUrl}/p/${lab.id}`

/** A date that says how late in its lab a book was made, whenever that is: a later change of the lab gives a later one, the same lab the same (ms). */
const versionDate = ({ createdAt, seq }: Pick<Lab, 'createdAt' | 'seq'>): number => Date.parse(createdAt) + seq * 1000

/** Names of those who chose to appear among the credits, as the register has them now. */
function consentedNames({ lab, people }: Scene): string[] {
  return [...lab.people.values()].flatMap(({ row, consents, erased }) => {
    const known = people.get(row)
    return consents.credits && !erased && known?.kind === 'person' && /\S/.test(known.name) ? [known.name.replace(/\s+/gu, ' ').trim()] : []
  })
}

/** Makes documents on demand: the content once, then the format that was asked for. */
export function createDocumentDesk({ repertoire, printer, publicUrl, now }: DeskOptions): DocumentDesk {
  // several documents are asked for one after another: the content of a lab that did not change is made once a language
  let kept: { lab: Lab; people: Scene['people']; contents: Map<string, Content> } | undefined
  const contentOf: DocumentDesk['contentOf'] = (scene, language, only) => {
    const key = `${language} ${only ? [...only].join() : '*'} ${publicUrl()}`
    if (kept?.lab !== scene.lab || kept.people !== scene.people) kept = { lab: scene.lab, people: scene.people, contents: new Map() }
    const known = kept.contents.get(key)
    if (known) return known
    const content = documentsOf(scene.lab, {
      language,
      names: consentedNames(scene),
      methods: repertoire.methods,
      link: scene.lab.documents.published ? publicPageOf(publicUrl(), scene.lab) : null,
      only,
    })
    kept.contents.set(key, content)
    return content
  }

  const canDraw: DocumentDesk['canDraw'] = async (data) => {
    const read = readLogo(data)
    if ('fault' in read || (read.type === 'image/svg+xml' && !pictureOf({ id: '', alt: '', data, type: read.type }))) return false
    return printer.print(logoJob({ type: read.type, data }), 'pdf').then(
      () => true,
      () => false,
    )
  }

  /** Without the pictures that nobody can draw: one that is damaged is not worth a document. */
  async function withSoundLogos(content: Content): Promise<Content> {
    const sound = await Promise.all(content.look.logos.map(({ data }) => canDraw(data)))
    return { ...content, look: { ...content.look, logos: content.look.logos.filter((_logo, i) => sound[i]) } }
  }

  async function printed(content: Content, as: Parameters<Printer['print']>[1], jobOf: (content: Content) => PrintJob): Promise<Buffer> {
    try {
      return await printer.print(jobOf(content), as)
    } catch (error) {
      const sound = await withSoundLogos(content)
      if (sound.look.logos.length === content.look.logos.length) throw error
      return printer.print(jobOf(sound), as)
    }
  }

  async function follow(recipe: Recipe, scene: Scene, only?: ReadonlySet<string>): Promise<Buffer> {
    const at = Math.floor(now() / 1000)
    const text = (words: string): Buffer => Buffer.from(words, 'utf8')
    if (recipe.make === 'schema') return text(documentsSchema())
    if (recipe.make === 'poster' || recipe.make === 'map' || recipe.make === 'reading') printer.warm()
    const content = contentOf(scene, recipe.make === 'entries-raw' ? scene.lab.language : recipe.language, only)
    switch (recipe.make) {
      case 'poster':
      case 'map': {
        const job = recipe.make === 'poster' ? posterJob : mapJob
        return printed(content, recipe.as, (all) => job(all, recipe.sheet, recipe.as === 'pdf' ? 'pdf' : 'svg', at))
      }
      case 'reading':
        return printed(content, recipe.as, (all) => readingJob(all, paperOf(recipe.paper, all), recipe.as, at))
      case 'docx':
        return paperDocx(content, paperOf(recipe.paper, content))
      case 'html':
        return text(paperHtml(content, paperOf(recipe.paper, content)))
      case 'epub':
        return paperEpub(content, paperOf(recipe.paper, content), versionDate(scene.lab))
      case 'xlsx':
        return workbook(workbookRows(content))
      case 'entries-csv':
        return text(csvOf(entryRows(content), 'spreadsheet'))
      case 'entries-raw':
        return text(csvOf(entryRows(content), 'raw'))
      case 'notes-csv':
        return text(csvOf(contributionRows(scene), 'spreadsheet'))
      case 'json':
        return text(documentsJson(content))
      case 'decidim':
        return text(csvOf(decidimRows(content), 'decidim'))
    }
  }

  return {
    contentOf,
    canDraw,
    make: async (scene, name, only) => {
      const recipe = RECIPES.get(name)
      return recipe ? follow(recipe, scene, only) : null
    },
    missing: (scene) => {
      const content = contentOf(scene, scene.lab.language)
      return missingIn(scene.lab, content, unprintableIn(content, printer.has))
    },
    page: (scene, language, only) => {
      const content = contentOf(scene, language, only)
      return printed(content, 'pdf', (all) => readingJob(all, paperOf('map', all), 'pdf', Math.floor(now() / 1000)))
    },
    choices: (scene) => choicesFor(scene.lab, contentOf(scene, scene.lab.language)),
    close: () => printer.close(),
  }
}
