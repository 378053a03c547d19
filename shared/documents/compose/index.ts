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

/** What was composed of a content, for as long as the content itself is held: each document is asked for once a format. */
const composed = new WeakMap<Content, Map<PaperName, Paper>>()

/** A document of the lab, in reading order. */
export function paperOf(name: PaperName, content: Content): Paper {
  const known = composed.get(content) ?? new Map<PaperName, Paper>()
  composed.set(content, known)
  const paper = known.get(name) ?? papers[name](content)
  known.set(name, paper)
  return paper
}
