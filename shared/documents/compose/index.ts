import type { Content } from '../content.ts'
import type { Paper, PaperName } from '../paper.ts'
import { manifestoPaper, mapPaper, posterPaper, projectsPaper, vademecumPaper } from './canvas-papers.ts'
import { dossierPaper } from './dossier.ts'
import { articlePaper, conclusionPaper, postPaper, sheetPaper } from './drafts.ts'

const papers: Readonly<Record<PaperName, (content: Content) => Paper>> = {
  map: mapPaper,
  poster: posterPaper,
  manifesto: manifestoPaper,
  vademecum: vademecumPaper,
  dossier: dossierPaper,
  projects: projectsPaper,
  article: articlePaper,
  post: postPaper,
  sheet: sheetPaper,
  conclusion: conclusionPaper,
}

/** A document of the lab, in reading order. */
export const paperOf = (name: PaperName, content: Content): Paper => papers[name](content)
