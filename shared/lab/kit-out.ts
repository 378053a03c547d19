import { type Kit, type KitMeeting, minutesOf } from '../kit/index.ts'
import type { Bilingual } from '../words/bilingual.ts'
import type { Lab } from './lab.ts'

/** Somebody as the register knows them. */
export interface KnownPerson {
  readonly name: string
  readonly email?: string | null | undefined
}

/** A kit for the next lab, and where its texts spoke of people of this one. */
export interface KitOut {
  readonly kit: Kit
  /** Where a name, an address or a number was taken out: a `…` stands in its place. */
  readonly removed: readonly Bilingual[]
  /** Words that are also part of a name here (*Rosa*, *Verde*), each where it stands: somebody should look. */
  readonly doubtful: readonly KitDoubt[]
}

/** A word of a kit's text that may be somebody's name. */
export interface KitDoubt {
  /** By which it can be taken out: the text's place in the kit, and the word. */
  readonly id: string
  readonly place: Bilingual
  readonly word: string
  readonly text: string
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const alone = (pattern: string, flags: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)
const EMAIL = /[^\s@<>()«»"“”]+@[^\s@<>()«»"“”]+\.\p{L}{2,}/gu
/** Nine digits and more: telephone numbers, numbers of meetings. A date has eight. */
const NUMBER = /\+?\d(?:[\s./-]?\d){8,}/gu

/** What to take out of a text, and what to look at: names of two words and more are one thing, single words may be another. */
function patternsOf(lab: Lab, people: readonly KnownPerson[]): { readonly remove: RegExp | null; readonly look: RegExp | null } {
  const partsOf = (name: string): string[] => name.split(/\s+/u).filter(Boolean)
  const whole = new Set<string>()
  const words = new Set<string>()
  for (const { name } of people) {
    const parts = partsOf(name)
    if (parts.length > 1) {
      whole.add(parts.map(escaped).join('\\s+'))
      whole.add(parts.toReversed().map(escaped).join('\\s+'))
    }
    for (const part of parts) if (part.length > 2) words.add(escaped(part))
  }
  for (const { name } of lab.groups.values()) {
    const parts = partsOf(name)
    if (parts.length > 1) whole.add(parts.map(escaped).join('\\s+'))
    else if ((parts[0]?.length ?? 0) > 2) words.add(escaped(parts[0] ?? ''))
  }
  // the longest first: of two names that begin alike the longer one is meant
  const any = (list: ReadonlySet<string>): string => [...list].sort((a, b) => b.length - a.length).join('|')
  return { remove: whole.size > 0 ? alone(any(whole), 'giu') : null, look: words.size > 0 ? alone(any(words), 'gu') : null }
}

/** Where in a kit a text stands, in words. */
function placeIn(kit: Kit, path: readonly (string | number)[]): Bilingual {
  const [part, at, list, i] = path
  if (part === 'finalCanvas') return { it: 'canvas finale', en: 'final canvas' }
  if (part === 'methods')
    return { it: `metodo «${kit.methods[Number(at)]?.title.it ?? ''}»`, en: `method “${kit.methods[Number(at)]?.title.en ?? ''}”` }
  const meeting = part === 'meetings' ? kit.meetings[Number(at)] : undefined
  if (!meeting) return { it: 'testata del kit', en: 'head of the kit' }
  const piece = list === 'agenda' ? meeting.agenda[Number(i)] : list === 'canvas' ? meeting.canvas.zones[Number(path[4])] : undefined
  return {
    it: `incontro ${meeting.number}${piece ? `, «${piece.title.it}»` : ''}`,
    en: `meeting ${meeting.number}${piece ? `, “${piece.title.en}”` : ''}`,
  }
}

/** Applies a change to every bilingual text of plain data; what is no such text stays what it is. */
function mapTexts<T>(
  data: T,
  change: (text: string, path: readonly (string | number)[], language: string) => string,
  path: readonly (string | number)[] = [],
): T {
  if (Array.isArray(data)) return data.map((one, i) => mapTexts(one as unknown, change, [...path, i])) as T
  if (typeof data !== 'object' || data === null) return data
  const isText = 'it' in data && 'en' in data
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      isText && typeof value === 'string' ? change(value, path, key) : mapTexts(value, change, [...path, key]),
    ]),
  ) as T
}

/** A meeting without the votes that were opened on the spot while it ran: they were about notes of that day. */
function withoutSpotVotes(lab: Lab, meeting: KitMeeting): KitMeeting {
  const spot = new Set(meeting.canvas.zones.filter(({ id }) => lab.spotVotes.has(`${meeting.number}/${id}`)).map(({ id }) => id))
  if (spot.size === 0) return meeting
  const questions = meeting.canvas.zones.filter(({ id }) => spot.has(id)).map(({ question }) => question)
  return {
    ...meeting,
    canvas: { ...meeting.canvas, zones: meeting.canvas.zones.filter(({ id }) => !spot.has(id)) },
    agenda: meeting.agenda.map(({ prompt, ...block }) => ({
      ...block,
      zones: block.zones.filter((id) => !spot.has(id)),
      // a block that had no prompt was given the vote's question
      ...(prompt && !questions.some(({ it, en }) => it === prompt.it && en === prompt.en) ? { prompt } : {}),
    })),
  }
}

export interface KitOutOptions {
  readonly name?: string
  readonly title?: Bilingual
  /** Doubtful words to take out, by id. */
  readonly takeOut?: readonly string[] | undefined
}

/**
 * The kit of the next lab: this one's programme as it was changed on the way – agendas, canvases, final canvas – under a name and title of its own. It is made
 * from the plan alone: no note, group, person, date or link of the lab is in it. Names that organisers wrote into the plan's texts are taken out, and said.
 */
export function kitOfLab(lab: Lab, people: readonly KnownPerson[], { name, title, takeOut = [] }: KitOutOptions = {}): KitOut {
  const changed = lab.finalCanvasRev > 0 || Object.values(lab.meetings).some(({ planRev }) => planRev > 0)
  const { credits } = lab.kit
  const renamed: Kit = {
    ...lab.kit,
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    version: 1,
    // the licences of kits ask that changes be said
    credits: changed ? { it: `${credits.it} Modificato in un laboratorio.`, en: `${credits.en} Changed in a lab.` } : credits,
    // a plan may run over the minutes it was given; a kit may not
    meetings: lab.kit.meetings.map((now) => {
      const meeting = withoutSpotVotes(lab, now)
      const sum = meeting.agenda.reduce((all, { minutes }) => all + minutes, 0)
      return sum === minutesOf(lab.kit, meeting) ? meeting : { ...meeting, minutes: sum }
    }),
  }
  const { remove, look } = patternsOf(lab, people)
  const emails = people.flatMap(({ email }) => (email ? [email.toLowerCase()] : []))
  const removed = new Map<string, Bilingual>()
  const doubtful: KitDoubt[] = []
  const unwanted = new Set(takeOut)
  const kit = mapTexts(renamed, (text, path, language) => {
    // authors are named in credits because their licences ask for it
    if (path.at(-1) === 'credits' || path.at(-1) === 'credit') return text
    let clean = text.replace(EMAIL, '…').replace(NUMBER, '…')
    for (const email of emails) clean = clean.replace(new RegExp(escaped(email), 'giu'), '…')
    if (remove) clean = clean.replace(remove, '…')
    const place = placeIn(renamed, path)
    if (look)
      for (const word of new Set(clean.match(look))) {
        const id = [...path, language, word].join('/')
        if (unwanted.has(id)) clean = clean.replace(alone(escaped(word), 'gu'), '…')
        else doubtful.push({ id, place, word, text: clean })
      }
    if (clean !== text) removed.set(place.it, place)
    return clean
  })
  return { kit, removed: [...removed.values()], doubtful }
}
