import type { CanvasBlockContent, Content, MethodUsed } from '../content.ts'
import { oneLine } from '../evidence.ts'
import { limits } from '../limits.ts'
import type { Labelled, Paper, Piece } from '../paper.ts'
import { sayGoal } from '../words.ts'
import { chaptersApart } from './chapters.ts'
import { colophon, evidenceCount, evidenceLine, figures, heading, outputPieces, paper, sayIn, sentence, sumShares, text } from './say.ts'

/** Which blocks a block is linked to, by title. */
export function linksLine(content: Content, { links }: CanvasBlockContent): string | null {
  const titles = links.flatMap(({ block }) => content.blocks.find(({ id }) => id === block)?.title ?? [])
  return titles.length === 0 ? null : `${sayIn(content)('linked')}: ${titles.join(', ')}`
}

/** How many sentences of a block wait in the appendix. */
export function moreLine(content: Content, { more }: CanvasBlockContent): string | null {
  const say = sayIn(content)
  return more.length === 0 ? null : more.length === 1 ? say('oneMoreBelow') : say('moreBelow', { n: more.length })
}

/** What stands behind the sheet: every sentence that found no room on it, and who made the map. */
export function appendixPieces(content: Content): Piece[] {
  const say = sayIn(content)
  const full = content.blocks.filter(({ more }) => more.length > 0)
  return chaptersApart([
    ...(full.length === 0 ? [] : [heading(say('appendix'), 2, { onNewPage: true })]),
    ...full.flatMap(({ title, more }) => [heading(title, 3), ...more.map((one) => sentence(one, say))]),
    ...colophon(content, say, true),
  ])
}

/** The reasoned map, block by block: what its sheet shows, for reading and for listening. */
export function mapPaper(content: Content): Paper {
  const say = sayIn(content)
  const pieces = content.blocks.flatMap((block): Piece[] => {
    const after = [moreLine(content, block), linksLine(content, block)].filter((line) => line !== null)
    return [
      heading(block.title),
      text(block.question, 'muted'),
      ...(block.sentences.length + block.more.length === 0 ? [text(say('nothingYet'), 'muted')] : []),
      ...block.sentences.map((one) => sentence(one, say)),
      ...(after.length > 0 ? [text(`${after.join(' · ')}.`, 'muted')] : []),
    ]
  })
  return paper('map', content, say('map'), [text(say('mapLead'), 'lead'), figures(content, say), ...pieces, ...appendixPieces(content)])
}

/** The poster: one sentence a block. */
export function posterPaper(content: Content): Paper {
  const say = sayIn(content)
  return paper(
    'poster',
    content,
    say('poster'),
    [
      figures(content, say),
      ...content.poster.flatMap((one): Piece[] => [
        heading(one.title),
        { kind: 'sentence', id: one.id, text: oneLine(one.text), note: evidenceCount(one.evidence, say) },
      ]),
      ...(content.poster.length === 0 ? [text(say('nothingYet'), 'muted')] : []),
      ...colophon(content, say, false),
    ],
    {
      threads: sumShares(
        content,
        content.poster.map(({ evidence }) => evidence.sectors),
      ),
    },
  )
}

/** How the manifesto was received, in a sentence. */
export function adoptionLine({ manifesto: { adoption, statements }, ...content }: Content): string {
  const say = sayIn(content)
  if (statements.length === 0) return say('noStatements')
  return adoption === null
    ? say('notAdopted')
    : say('adopted', { agree: adoption.agree, live: adoption.canLiveWith, objection: adoption.objection })
}

/** Lines left blank for those who sign by hand. */
const BLANK_LINES = 8

export function manifestoPaper(content: Content): Paper {
  const say = sayIn(content)
  const { statements } = content.manifesto
  return paper(
    'manifesto',
    content,
    say('manifesto'),
    [
      text(adoptionLine(content), 'lead'),
      ...statements.map((one, i) => sentence(one, say, i + 1)),
      ...(content.names.length === 0
        ? []
        : [
            heading(say('signatures')),
            text(say('signaturesWhy'), 'muted'),
            { kind: 'signatures' as const, names: content.names, blank: 0, label: say('signBlank') },
          ]),
      ...(statements.length === 0
        ? []
        : [heading(say('signHere')), { kind: 'signatures' as const, names: [], blank: BLANK_LINES, label: say('signBlank') }]),
      ...colophon(content, say, false),
    ],
    {
      threads: sumShares(
        content,
        statements.map(({ evidence }) => evidence.sectors),
      ),
    },
  )
}

/** Words as a dictionary has them: each once, its meanings numbered where there are several, the sector after the meaning it gives. */
function glossaryTable(content: Content): Piece {
  const say = sayIn(content)
  return {
    kind: 'table',
    words: true,
    caption: say('glossary'),
    columns: [say('term'), say('meaning')],
    rows: content.glossary.map(({ term, meanings }) => [
      term,
      meanings
        .map(
          ({ text: words, sector }, i) =>
            `${meanings.length > 1 ? `${i + 1}.\u00A0` : ''}${oneLine(words)}${sector === null ? '' : ` (${sector})`}`,
        )
        .join(' '),
    ]),
    widths: [1, 3],
  }
}

/**
 * A label with what was written under it, as one runs into the other: people go on from the label – *Quando* … *quando piove* –, and a word that they wrote
 * again is not said twice. Nothing of theirs is left out: what is shown as the label is then their own words.
 */
export function runOn({ label, text: words }: Labelled): Labelled {
  const line = oneLine(words)
  const again = line.slice(0, label.length + 1)
  if (again.toLowerCase() === `${label.toLowerCase()} `) return { label: again.trimEnd(), text: line.slice(again.length) }
  // *Prova a* … *ad andarci di persona*, *Attenzione a* … *al caldo*
  const open = label.endsWith(' a') && /^(?:ad?|al|allo|alla|ai|agli|alle|all’|all')(?:\s|(?<=[’']))/iu.test(line)
  return { label: open ? label.slice(0, -2) : label, text: line }
}

/** `CC-BY-SA-4.0` as people write it; nothing where the credit has said it. */
const termsAfter = ({ credit, licence }: MethodUsed): string => {
  const terms = licence.replace(/^(CC0|CC-BY[A-Z-]*)-(\d\.\d)$/, '$1 $2').replace(/^CC-/, 'CC ')
  return credit.includes(terms) ? '' : ` (${terms})`
}

export function vademecumPaper(content: Content): Paper {
  const say = sayIn(content)
  const themes = [...new Set(content.advice.map(({ theme }) => theme))]
  const adviceByTheme = themes.flatMap((theme): Piece[] => [
    heading(theme, 3),
    ...content.advice
      .filter((one) => one.theme === theme)
      .map(({ id, parts, evidence }): Piece => ({ kind: 'advice', id, parts: parts.map(runOn), note: evidenceLine(evidence, say) })),
  ])
  return paper(
    'vademecum',
    content,
    say('vademecum'),
    chaptersApart([
      text(say('vademecumLead'), 'lead'),
      heading(say('advice')),
      ...(adviceByTheme.length > 0 ? adviceByTheme : [text(say('nothingYet'), 'muted')]),
      ...(content.practice.length === 0 ? [] : [heading(say('practice')), ...content.practice.flatMap((one) => outputPieces(one, say, 3))]),
      ...(content.methods.length === 0
        ? []
        : [
            heading(say('methods')),
            ...content.methods.flatMap((one): Piece[] => [
              heading(one.title, 3),
              text(one.summary),
              text(
                `${say(one.meetings.length === 1 ? 'usedInOne' : 'usedIn')} ${one.meetings.join(', ')}. ${one.credit}${termsAfter(one)}`,
                'muted',
              ),
              ...(one.source === null ? [] : [{ kind: 'link' as const, text: one.source, href: one.source }]),
            ]),
          ]),
      ...(content.glossary.length === 0 ? [] : [heading(say('glossary')), glossaryTable(content)]),
      heading(say('sources')),
      text(say('sourcesLead')),
      figures(content, say),
      ...colophon(content, say, true),
    ]),
    {
      threads: sumShares(
        content,
        content.advice.map(({ evidence }) => evidence.sectors),
      ),
    },
  )
}

export function projectsPaper(content: Content): Paper {
  const say = sayIn(content)
  return paper(
    'projects',
    content,
    say('projects'),
    chaptersApart([
      text(content.projects.length === 0 ? say('noProjects') : say('projectsLead'), 'lead'),
      ...content.projects.flatMap((project, i): Piece[] => [
        heading(project.name, 2, { words: true, ...(i > 0 ? { onNewPage: true as const } : {}) }),
        text(`${project.people} ${say(project.people === 1 ? 'person' : 'people')}`, 'muted'),
        ...(project.sectors.length > 0 ? [{ kind: 'shares' as const, title: say('people'), items: project.sectors }] : []),
        ...(project.goals.length > 0
          ? [text(`${say('goals')}: ${project.goals.map((goal) => sayGoal(goal, content.language)).join('; ')}.`)]
          : []),
        ...project.meetings.flatMap(({ number, title, outputs }) => [
          heading(`${number}. ${title}`, 3),
          ...outputs.flatMap((one) => outputPieces(one, say, 4)),
        ]),
        ...(project.meetings.length === 0 ? [text(say('nothingWritten'), 'muted')] : []),
      ]),
      ...colophon(content, say, false),
    ]),
  )
}

/** The public post: as many of the poster's sentences as a post has room for. */
export function postSentences({ poster }: Content): Content['poster'] {
  let room: number = limits.post.characters
  return poster.filter(({ text: words }) => (room -= words.length + 2) >= 0)
}
