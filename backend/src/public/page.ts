import {
  type Content,
  evidenceLine,
  GOALS,
  oneLine,
  organisationsOf,
  paperOf,
  LICENCES,
  sayGoal,
  sayIn,
  type Sentence,
  datesAlone,
} from '@telaio/shared/documents'
import type { Lab, PublicPaper } from '@telaio/shared/lab'
import type { Language } from '@telaio/shared/words'
import { fontCss } from '../documents/formats/font-css.ts'
import { escapeText, logosHtml, pageCss, piecesHtml, threadsHtml } from '../documents/formats/html.ts'
import { sayPublic } from './words.ts'

/** What a reader narrowed the sentences to; empty: all. */
export interface Filter {
  readonly block: string
  readonly sector: string
  readonly goal: number | null
}

export interface PageOptions {
  readonly lab: Lab
  readonly content: Content
  /** Path of the lab's public page. */
  readonly path: string
  readonly filter: Filter
}

/** A whole page. No script: what it can do, links and forms do. */
function frame(
  content: Content | null,
  { language, title, robots, body }: { language: Language; title: string; robots: boolean; body: string },
): string {
  const look = content?.look ?? { theme: 'house' as const, colour: null, logos: [] }
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${robots ? '' : '<meta name="robots" content="noindex">\n'}<title>${escapeText(title)}</title>
<style>${fontCss()}${pageCss({ look })}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}header.page:has(+main){padding-block-end:0}header.page+main{padding-block-start:0}
.skip{position:absolute;left:-99rem}.skip:focus{position:static;display:block;padding:.5rem 1.25rem}
.papers{list-style:none;padding:0}.papers>li{border-bottom:1px solid var(--line);padding:1rem 0}.papers h3{margin:0}.papers ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}.papers a,footer.page a,nav a,.save{display:inline-block;padding:.25rem 0;min-height:1.5rem}
form{display:flex;flex-wrap:wrap;gap:1rem;align-items:end}form label{display:grid;grid-template-columns:minmax(0,1fr);gap:.25rem;min-width:0;max-width:100%}select,button{font:inherit;min-height:2.5rem;max-width:100%;padding:.25rem .6rem;border:1px solid var(--line);border-radius:6px;background:#fff;color:inherit}button{background:var(--accent);color:#fff;border-color:var(--accent);padding-inline:1.25rem}
.bar{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;padding:0;margin:0}
@media print{form,.bar,.skip{display:none}}
</style>
</head>
<body>
<a class="skip" href="#content">${escapeText(sayPublic('skip', language))}</a>
${body}
</body>
</html>
`
}

/** True for a sentence that a filter leaves in. */
export const fits = ({ evidence, goals }: Sentence, { sector, goal }: Filter): boolean =>
  (sector === '' || evidence.sectors.some((one) => one.sector === sector)) && (goal === null || goals.includes(goal))

/** The page's foot: where the statement, the notice and the other language are. */
function foot({ lab, content, path }: Omit<PageOptions, 'filter'>): string {
  const { language } = content
  const say = (word: Parameters<typeof sayPublic>[0], facts?: Readonly<Record<string, string>>): string =>
    escapeText(sayPublic(word, language, facts))
  const terms = LICENCES[content.licence]
  const contact = lab.documents.published?.contact.trim() ?? ''
  const other = language === 'it' ? 'en' : 'it'
  return `<footer class="page">
${organisationsOf(content)
  .map(({ role, names }) => `<p>${escapeText(`${role}: ${names}.`)}</p>`)
  .join('\n')}
${/\S/.test(content.credits) ? `<p lang="${content.lab.language}">${escapeText(content.credits)}</p>` : ''}
${content.names.length > 0 ? `<p>${escapeText(sayIn(content)('withThanks'))}: ${content.names.map(escapeText).join(', ')}.</p>` : ''}
<p>${terms.link === null ? escapeText(terms.words[language]) : `<a rel="license" href="${terms.link}">${escapeText(terms.words[language])}</a>`}</p>
<p>${contact === '' ? say('noContact') : say('contact', { contact })}</p>
<ul class="bar"><li><a href="${path}/accessibility?lang=${language}">${say('accessibility')}</a></li><li><a href="${path}/privacy?lang=${language}">${say('privacy')}</a></li><li><a lang="${other}" hreflang="${other}" href="${path}?lang=${other}">${say('otherLanguage')}</a></li></ul>
</footer>`
}

const title = (content: Content): string => oneLine(content.lab.title)
const foreign = (content: Content): string => (content.language === content.lab.language ? '' : ` lang="${content.lab.language}"`)

/** Documents that were published, each with its reading time and its files. */
function papersHtml({ content, path, lab }: Omit<PageOptions, 'filter'>): string {
  const { language } = content
  const say = (word: Parameters<typeof sayPublic>[0], facts?: Readonly<Record<string, string | number>>): string =>
    escapeText(sayPublic(word, language, facts))
  const papers: readonly PublicPaper[] = lab.documents.published?.papers ?? []
  if (papers.length === 0) return ''
  const items = papers.map((name) => {
    const { kind, minutes } = paperOf(name, content)
    const file = (ending: string): string => `${path}/documents/${name}.${language}.${ending}`
    const links = [
      ['pdf', say('savePdf')],
      ['html', say('openHtml')],
      ['docx', say('saveDocx')],
      ...(name === 'vademecum' ? [['epub', say('saveEpub')]] : []),
    ] as const
    return `<li><h3>${escapeText(kind)}</h3><p class="note">${say('reading', { n: minutes })}</p><ul>${links.map(([ending, words]) => `<li><a href="${file(ending ?? '')}">${words}<span class="unseen"> · ${escapeText(kind)}</span></a></li>`).join('')}</ul></li>`
  })
  return `<h2>${say('documents')}</h2><ul class="papers">${items.join('')}</ul>`
}

function formHtml({ content, path, filter }: PageOptions): string {
  const { language } = content
  const say = (word: Parameters<typeof sayPublic>[0]): string => escapeText(sayPublic(word, language))
  const counts = new Map<number, number>()
  for (const { sentences, more } of content.blocks)
    for (const { goals } of [...sentences, ...more]) for (const goal of goals) counts.set(goal, (counts.get(goal) ?? 0) + 1)
  const field = (
    name: string,
    words: string,
    chosen: string,
    options: readonly (readonly [value: string, text: string, empty?: boolean])[],
  ): string =>
    options.every(([, , empty]) => empty === true)
      ? ''
      : `<label>${words}<select name="${name}"><option value="">${say('all')}</option>${options.map(([value, text, empty]) => `<option value="${escapeText(value)}"${value === chosen ? ' selected' : ''}${empty === true ? ' disabled' : ''}>${escapeText(text)}</option>`).join('')}</select></label>`
  return `<h3>${say('filters')}</h3><form method="get" action="${path}"><input type="hidden" name="lang" value="${language}">
${field(
  'block',
  say('block'),
  filter.block,
  content.blocks.filter(({ sentences, more }) => sentences.length + more.length > 0).map(({ id, title: words }) => [id, words]),
)}
${field(
  'sector',
  say('sector'),
  filter.sector,
  content.sectors.map(({ id, title: words }) => [id, words]),
)}
${field(
  'goal',
  say('goal'),
  filter.goal === null ? '' : String(filter.goal),
  // all seventeen by name; those of no sentence cannot be chosen
  GOALS.map((_goal, i) => {
    const n = counts.get(i + 1) ?? 0
    return [String(i + 1), `${sayGoal(i + 1, language)} (${n})`, n === 0] as const
  }),
)}
<button>${say('apply')}</button></form>`
}

const queryOf = (language: Language, { block, sector, goal }: Filter): string =>
  new URLSearchParams({
    lang: language,
    ...(block === '' ? {} : { block }),
    ...(sector === '' ? {} : { sector }),
    ...(goal === null ? {} : { goal: String(goal) }),
  }).toString()

/** The lab's public page. */
export function publicPage(options: PageOptions): string {
  const { lab, content, filter, path } = options
  const { language } = content
  const say = sayIn(content)
  const all = content.blocks.reduce((sum, { sentences, more }) => sum + sentences.length + more.length, 0)
  const blocks = content.blocks.flatMap((block) => {
    if (filter.block !== '' && filter.block !== block.id) return []
    const shown = [...block.sentences, ...block.more].filter((one) => fits(one, filter))
    return shown.length === 0 ? [] : [{ ...block, shown }]
  })
  const count = blocks.reduce((sum, { shown }) => sum + shown.length, 0)
  const { band, legend } = threadsHtml(content, paperOf('map', content))
  const sentences = blocks
    .map(
      ({ title: words, question, shown }) =>
        `<section><h3>${escapeText(words)}</h3><p class="muted">${escapeText(question)}</p>${shown
          .map(
            ({ id, text, evidence, goals }) =>
              `<div class="sentence" id="${id}"><p class="words" dir="auto"${foreign(content)}>${escapeText(text)}</p><p class="note">${escapeText(evidenceLine(evidence, say))}</p>${goals.length === 0 ? '' : `<p class="note">${escapeText(say('goals'))}: ${escapeText(goals.map((goal) => sayGoal(goal, language)).join(', '))}</p>`}</div>`,
          )
          .join('')}</section>`,
    )
    .join('\n')
  const figures = paperOf('poster', content).pieces.filter(({ kind }) => kind === 'figures')
  return frame(content, {
    language,
    title: title(content),
    robots: lab.documents.published?.indexable === true,
    body: `${band}
<header class="page">${logosHtml(content)}<p class="kind">${escapeText(content.canvas)}</p><h1 dir="auto"${foreign(content)}>${escapeText(title(content))}</h1><p class="by">${escapeText(datesAlone(content, say))}</p>${legend}</header>
<main id="content">
${piecesHtml(content, { pieces: figures, language, words: content.lab.language })}
${papersHtml(options)}
<h2>${escapeText(sayPublic('sentences', language))}</h2>
${formHtml(options)}
${count === 0 ? '' : `<p><a class="save" href="${path}/page.pdf?${escapeText(queryOf(language, filter))}">${escapeText(sayPublic('savePage', language))}</a></p>`}
<p class="note" role="status">${escapeText(sayPublic('shown', language, { n: count, of: all }))}</p>
${sentences === '' ? `<p>${escapeText(sayPublic('none', language))}</p>` : sentences}
</main>
${foot(options)}`,
  })
}

/** The statement of accessibility, or the notice on personal data. */
export function statementPage(which: 'accessibility' | 'privacy', { lab, content, path }: Omit<PageOptions, 'filter'>): string {
  const { language } = content
  const say = (word: Parameters<typeof sayPublic>[0]): string => escapeText(sayPublic(word, language))
  const declaration = lab.documents.published?.declaration
  const texts =
    which === 'accessibility'
      ? `<p>${say('accessible')}</p><p>${say('accessibleLimits')}</p>${declaration === undefined ? '' : `<p><a href="${escapeText(declaration)}">${say('declaration')}</a></p>`}`
      : `<p>${say('private')}</p><p>${say('names')}</p>${lab.notice ? `<h2>${say('notice')}</h2><p>${escapeText(lab.notice[language])}</p>` : ''}`
  return frame(content, {
    language,
    title: `${sayPublic(which, language)} – ${title(content)}`,
    robots: false,
    body: `<main id="content"><p><a href="${path}?lang=${language}">${say('back')}</a></p><h1>${say(which)}</h1>${texts}</main>${foot({ lab, content, path })}`,
  })
}

/** Where nothing is public: the same whether there is no such lab or it is not published. */
export const nothingPage = (language: Language): string =>
  frame(null, {
    language,
    title: sayPublic('notHere', language),
    robots: false,
    body: `<main id="content"><h1>${escapeText(sayPublic('notHere', language))}</h1><p>${escapeText(sayPublic('notHereWhy', language))}</p></main>`,
  })
