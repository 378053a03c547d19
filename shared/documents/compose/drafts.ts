import type { Content } from '../content.ts'
import type { Paper, Piece } from '../paper.ts'
import { oneLine } from '../evidence.ts'
import { adoptionLine, postSentences } from './canvas-papers.ts'
import { colophon, datesAlone, datesLine, figures, heading, organisationsOf, paper, sayIn, sentence, text, widthsOf } from './say.ts'

const draftLine = (content: Content): Piece[] => {
  const say = sayIn(content)
  return [text(`${say('draft')}. ${say('draftWhy')}`, 'alert')]
}

const facts = (content: Content) => {
  const dates = datesLine(content, sayIn(content))
  const { numbers } = content
  return {
    people: numbers.participants,
    sectors: numbers.sectors,
    meetings: numbers.meetings,
    notes: numbers.notes,
    // as many as this text has: the map's sheet, without its appendix
    sentences: content.blocks.reduce((sum, { sentences }) => sum + sentences.length, 0),
    dates: dates === '' ? '' : `, ${dates}`,
  }
}

/** A short article: who, how, and a sentence a block. */
export function articlePaper(content: Content): Paper {
  const say = sayIn(content)
  const blocks = content.blocks.filter(({ sentences }) => sentences.length > 0)
  return paper(
    'article',
    content,
    say('article'),
    [
      ...draftLine(content),
      text(say('articleLead', facts(content)), 'lead'),
      ...blocks.flatMap(({ title, question, sentences }): Piece[] => [
        heading(title),
        text(question, 'muted'),
        ...sentences.slice(0, 2).map((one) => sentence(one, say)),
      ]),
      ...(blocks.length === 0 ? [text(say('nothingYet'), 'muted')] : []),
      ...colophon(content, say, true),
    ],
    { draft: true },
  )
}

/** A post for social media. */
export function postPaper(content: Content): Paper {
  const say = sayIn(content)
  const chosen = postSentences(content)
  return paper(
    'post',
    content,
    say('post'),
    [
      ...draftLine(content),
      text(say('postLead', { title: oneLine(content.lab.title), notes: content.numbers.notes })),
      ...(chosen.length === 0 ? [text(say('nothingYet'), 'muted')] : chosen.map((one) => sentence(one, say))),
      ...(content.link === null ? [text(say('notPublic'), 'muted')] : [{ kind: 'link' as const, text: content.link, href: content.link }]),
    ],
    { draft: true },
  )
}

/** The information sheet: what, when, who, what remains. */
export function sheetPaper(content: Content): Paper {
  const say = sayIn(content)
  const dates = datesAlone(content, say)
  const { numbers } = content
  return paper(
    'sheet',
    content,
    say('sheet'),
    [
      ...draftLine(content),
      {
        kind: 'table',
        caption: say('inBrief'),
        columns: [say('inBrief'), say('inDetail')],
        rows: [
          [say('what'), `${oneLine(content.lab.title)} – ${content.kit.title}`],
          ...(dates === '' ? [] : [[say('when2'), dates]]),
          [
            say('people2'),
            [
              `${numbers.participants} ${say('participants', { n: numbers.participants })}`,
              `${numbers.sectors} ${say('sectors', { n: numbers.sectors })}`,
              `${numbers.groups} ${say(numbers.groups === 1 ? 'group' : 'groups')}`,
            ].join(', '),
          ],
          ...organisationsOf(content).map(({ role, names }) => [role, names]),
          [
            say('made'),
            `${numbers.sentences} ${say('sentences', { n: numbers.sentences })}; ${say('adviceCount', { n: content.advice.length })}`,
          ],
          [say('where'), content.link ?? say('notPublic')],
        ],
        widths: [1, 3],
      },
      figures(content, say),
      ...content.poster.flatMap((one): Piece[] => [heading(one.title), sentence(one, say)]),
      ...(content.methods.length === 0
        ? []
        : [
            heading(say('methods')),
            text(`${content.methods.map(({ title }) => title).join(', ')}.`),
            text(say('methodsCredited'), 'muted'),
          ]),
      ...colophon(content, say, false),
    ],
    { draft: true },
  )
}

function stepsTable({ steps, language }: Content): Piece {
  const say = sayIn({ language })
  const columns = [say('what'), say('who'), say('by')]
  const rows = steps.map(({ parts }) => columns.map((label) => oneLine(parts.find((part) => part.label === label)?.text ?? '')))
  return { kind: 'table', words: true, caption: say('nextSteps'), columns, rows, widths: widthsOf(columns, rows) }
}

/** The concluding text: every sentence of the map in the order of the questions, then what happens next. */
export function conclusionPaper(content: Content): Paper {
  const say = sayIn(content)
  const blocks = content.blocks.filter(({ sentences }) => sentences.length > 0)
  return paper(
    'conclusion',
    content,
    say('conclusion'),
    [
      ...draftLine(content),
      text(say('conclusionLead', facts(content)), 'lead'),
      ...blocks.flatMap(({ question, sentences }): Piece[] => [heading(question), ...sentences.map((one) => sentence(one, say))]),
      heading(say('manifesto')),
      text(adoptionLine(content)),
      ...(content.steps.length === 0 ? [] : [heading(say('nextSteps')), stepsTable(content)]),
      ...colophon(content, say, true),
    ],
    { draft: true },
  )
}
