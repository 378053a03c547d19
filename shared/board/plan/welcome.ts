import type { Block } from '../../kit/index.ts'
import type { PlanItem } from '../plan.ts'
import { bandItem, bottomOf, GAP, INKS, lowest, PAD, SIZES, textItem } from '../sheet.ts'
import { type Draft, headingItems } from './frame.ts'
import { partOf, type Scene } from './scene.ts'
import { clockAfter, DUTIES, KINDS, PARTS, sayDate, WORDS } from './words.ts'

/** Least width of a sheet that stands by itself. */
export const SHEET = 3200
const TIME = 300

/** When a meeting is: its day and its hours, as far as they are known. */
function when({ language, meeting, state, lab }: Scene): string {
  const minutes = meeting.agenda.reduce((sum, block) => sum + block.minutes, 0)
  const { date = null, time = null } = state ?? {}
  const parts = [
    ...(date === null ? [] : [sayDate(date, language)]),
    ...(time === null ? [`${minutes}′`] : [`${time}–${clockAfter(time, minutes)} (${lab.timeZone})`]),
  ]
  return parts.join(' · ')
}

/** What is said of a block under its title. */
function aboutBlock(scene: Scene, block: Block): string {
  const { language } = scene
  if (block.kind === 'break') return `${block.minutes}′`
  const lead = (block.lead ?? ['conductor']).map((duty) => DUTIES[duty][language]).join(', ')
  return `${block.minutes}′ · ${KINDS[block.kind][language]} · ${lead} → ${PARTS[partOf(scene, block)][language]}`
}

function agendaItems(scene: Scene, left: number, top: number, width: number): PlanItem[] {
  const { area, language, meeting, state } = scene
  const items = [
    textItem(`${area}/agenda`, area, WORDS.agenda[language], left, top, width, { size: SIZES.title, weight: 'bold', ink: INKS.action }),
  ]
  let y = bottomOf(items[0] as PlanItem) + 24
  let minutes = 0
  const clock = state?.time ?? null
  for (const block of meeting.agenda) {
    const key = `${area}/agenda/${block.id}`
    const rest = block.kind === 'break'
    const title = textItem(key, area, block.title[language], left + TIME, y, width - TIME, {
      size: SIZES.prompt,
      weight: 'bold',
      ink: rest ? INKS.muted : INKS.ink,
    })
    const about = textItem(`${key}/about`, area, aboutBlock(scene, block), left + TIME, bottomOf(title), width - TIME, {
      size: SIZES.question,
      ink: INKS.muted,
    })
    const time = clock === null ? `+${minutes}′` : clockAfter(clock, minutes)
    items.push(
      textItem(`${key}/time`, area, time, left, y, TIME - 20, { size: SIZES.prompt, weight: 'bold', ink: INKS.action }),
      title,
      about,
    )
    minutes += block.minutes
    y = bottomOf(about) + 30
  }
  return items
}

/** A short text under a title, on a tint. */
function asideItems(key: string, parent: string, title: string, text: string, left: number, top: number, width: number): PlanItem[] {
  const inner = width - 2 * PAD
  const head = textItem(`${key}/title`, parent, title, left + PAD, top + PAD, inner, { size: SIZES.name, weight: 'bold' })
  const body = textItem(`${key}/text`, parent, text, left + PAD, bottomOf(head) + 20, inner, { size: SIZES.prompt })
  return [bandItem(key, parent, { left, top, width, height: bottomOf(body) + PAD - top }, INKS.plenary), head, body]
}

/** The sheet that receives people: what the meeting is for, when what happens, how people treat each other and the board. */
export function welcomeSheet(scene: Scene, width: number): Draft {
  const { area, language, meeting } = scene
  const name = `${WORDS.meeting[language]} ${meeting.number} · ${meeting.title[language]}`
  const head = headingItems(area, { name, about: [scene.lab.title, when(scene)].filter(Boolean).join(' · '), fill: INKS.ink }, width)
  const purpose = textItem(`${area}/purpose`, area, meeting.purpose[language], PAD, head.height + GAP, width - 2 * PAD, {
    size: SIZES.name,
  })
  const top = bottomOf(purpose) + GAP
  const aside = Math.round(width * 0.38)
  const right = width - PAD - aside
  const agenda = agendaItems(scene, PAD, top, right - GAP - PAD)
  const rules = asideItems(`${area}/rules`, area, WORDS.rules[language], WORDS.ruleLines[language], right, top, aside)
  const board = asideItems(
    `${area}/board`,
    area,
    WORDS.board[language],
    `${WORDS.boardLines[language]}\n${WORDS.privacy[language]}`,
    right,
    lowest(rules, top) + GAP,
    aside,
  )
  const items = [...head.items, purpose, ...agenda, ...rules, ...board]
  return { key: area, title: name, width, height: lowest(items, 0) + PAD, items }
}
